package parley.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.knowledge.Paragraph;

class PdfFormatTest {

  private static final PdfFile REPORT =
      new PdfFile()
          .head("Port Office - Harbour report 2025")
          .foot("1")
          .heading("The harbour")
          .paragraph(
              "Ships come at dawn, and the harbour-",
              "master counts them; long-term con-",
              "tracts are made with the long-term",
              "guests of the port.")
          .heading("Cranes")
          .paragraph("Two cranes work on the quay, and they", "have done so since the harbour was")
          .page()
          .head("Port Office - Harbour report 2025")
          .foot("2")
          .more("built by its founders.")
          .paragraph("Three goods are loaded:")
          .paragraph("\u2022 salt from the", "mines")
          .paragraph("\u2022 oil")
          .page()
          .head("Port Office - Harbour report 2025")
          .foot("3")
          .paragraph("In 2024 the port closed for a week.")
          .page();

  private static final byte[] PRINTED = REPORT.bytes();

  @Test
  void readsParagraphsWithTheirPages() {
    assertThat(Read.file("harbour.pdf", PRINTED).paragraphs())
        .containsExactly(
            new Paragraph(
                1,
                null,
                "Ships come at dawn, and the harbourmaster counts them; long-term contracts are made"
                    + " with the long-term guests of the port.",
                1),
            new Paragraph(
                2,
                "Cranes",
                "Two cranes work on the quay, and they have done so since the harbour was built by"
                    + " its founders.",
                1),
            new Paragraph(3, "Cranes", "Three goods are loaded:\n- salt from the mines\n- oil", 2),
            new Paragraph(4, "Cranes", "In 2024 the port closed for a week.", 3));
  }

  @Test
  void takesNoTitleThatAProgramLeft() {
    assertThat(Read.file("harbour.pdf", PRINTED).source().title()).isEqualTo("The harbour");
  }

  @Test
  void takesTheTitleAndAuthorThatItsMetadataGive() {
    byte[] pdf =
        new PdfFile().titled("Port news", "Ada Byron").paragraph("Ships come.").page().bytes();

    assertThat(Read.file("a.pdf", pdf).source())
        .returns("Port news", source -> source.title())
        .returns("Ada Byron", source -> source.author());
  }

  @Test
  void takesNumberedHeadingsForHeadingsAndNotesForNotes() {
    byte[] pdf =
        new PdfFile()
            .heading("1. The harbour")
            .paragraph("Ships come at dawn, as they", "always have.")
            .foot("A note of the printer.")
            .heading("2. Cranes")
            .paragraph("Two of them.")
            .page()
            .bytes();

    assertThat(Read.file("a.pdf", pdf).paragraphs())
        .containsExactly(
            new Paragraph(1, null, "Ships come at dawn, as they always have.", 1),
            new Paragraph(2, null, "A note of the printer.", 1),
            new Paragraph(3, "2. Cranes", "Two of them.", 1));
  }

  @Test
  void leavesOutRunningHeadsThatChangeAndTheTableOfContents() {
    PdfFile pdf = new PdfFile().heading("Contents").paragraph("Ships . . . . . . . 1").page();
    for (int page = 1; page <= 4; page++) {
      pdf.head("Chapter " + "ABCD".charAt(page - 1) + ": of ships " + page)
          .paragraph("This is what chapter " + "ABCD".charAt(page - 1) + " says.")
          .page();
    }

    assertThat(Read.paragraphs("a.pdf", pdf.bytes()))
        .containsExactly(
            "This is what chapter A says.",
            "This is what chapter B says.",
            "This is what chapter C says.",
            "This is what chapter D says.");
  }

  @Test
  void keepsAHyphenThatTheTextUsesElsewhere() {
    byte[] pdf =
        new PdfFile()
            .paragraph("A long-term plan is made, for it is a long-", "term harbour.")
            .page()
            .bytes();

    assertThat(Read.paragraphs("a.pdf", pdf))
        .containsExactly("A long-term plan is made, for it is a long-term harbour.");
  }
}
