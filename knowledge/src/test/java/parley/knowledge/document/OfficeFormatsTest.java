package parley.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import parley.knowledge.Paragraph;
import parley.knowledge.Source;

class OfficeFormatsTest {

  @Test
  void readsAWordDocument() {
    byte[] word =
        ZipFile.word(
                """
                <w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr><w:r><w:t>Quay</w:t></w:r></w:p>
                <w:p><w:r><w:t xml:space="preserve">Ships </w:t></w:r><w:ins><w:r><w:t>come</w:t>
                </w:r></w:ins><w:r><w:tab/><w:t>at</w:t><w:br/><w:t>dawn.</w:t></w:r>
                <w:del><w:r><w:delText>never</w:delText></w:r></w:del>
                <w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
                <w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>Goods</w:t></w:r></w:p>
                <w:p><w:r><w:t>Loaded are:</w:t></w:r></w:p>
                <w:p><w:pPr><w:pStyle w:val="Points"/></w:pPr><w:r><w:t>salt</w:t></w:r></w:p>
                <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>oil</w:t></w:r></w:p>
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Salt</w:t></w:r></w:p></w:tc>
                <w:tc><w:p><w:r><w:t>20 t</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
                <w:p><w:r><w:t>End</w:t></w:r><mc:AlternateContent><mc:Choice><w:p><w:r>
                <w:t>Box.</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>Box.</w:t>
                </w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>""")
            .bytes();

    var document = Read.file("harbour.docx", word);

    assertThat(document.source())
        .isEqualTo(
            new Source("harbour", "The harbour report", null, null, null, null, 5, "Ada Byron"));
    assertThat(document.paragraphs())
        .containsExactly(
            new Paragraph(1, null, "Ships come at dawn."),
            new Paragraph(2, "Goods", "Loaded are:\n- salt\n- oil"),
            new Paragraph(3, "Goods", "- Salt; 20 t"),
            new Paragraph(4, "Goods", "Box."),
            new Paragraph(5, "Goods", "End"));
  }

  @Test
  void readsAnOpenDocument() {
    byte[] odt =
        ZipFile.openText(
                """
                <text:tracked-changes><text:p>gone</text:p></text:tracked-changes>
                <text:p text:style-name="P1">The harbour</text:p>
                <text:p>Ships<text:s/>come<text:tab/>at<text:line-break/>dawn.<text:note>
                <text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>
                </text:note-body></text:note></text:p>
                <text:h>Goods</text:h><text:p>Loaded are:</text:p>
                <text:list><text:list-item><text:p>salt</text:p></text:list-item><text:list-item>
                <text:p>oil</text:p></text:list-item></text:list>
                <table:table><table:table-row><table:table-cell><text:p>Salt</text:p>
                </table:table-cell><table:table-cell><text:p>20 t</text:p></table:table-cell>
                </table:table-row></table:table>""")
            .bytes();

    var document = Read.file("harbour.odt", odt);

    assertThat(document.source())
        .isEqualTo(new Source("harbour", "The harbour", null, null, null, "en-GB", 3, "Ada Byron"));
    assertThat(document.paragraphs())
        .containsExactly(
            new Paragraph(1, null, "Ships come at dawn."),
            new Paragraph(2, "Goods", "Loaded are:\n- salt\n- oil"),
            new Paragraph(3, "Goods", "- Salt; 20 t"));
  }

  @Test
  void readsABookInTheOrderOfItsSpine() {
    var document = Read.file("harbour.epub", ZipFile.book().bytes());

    assertThat(document.source())
        .isEqualTo(
            new Source(
                "harbour",
                "The harbour",
                "Port Office",
                LocalDate.of(2025, 3, 4),
                null,
                "en",
                2,
                "Ada Byron"));
    assertThat(document.paragraphs().get(0).text())
        .startsWith("Ships come at dawn")
        .doesNotContain("root");
    assertThat(document.paragraphs().get(1)).isEqualTo(new Paragraph(2, "Cranes", "Two work."));
  }
}
