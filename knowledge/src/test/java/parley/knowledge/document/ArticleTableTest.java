package parley.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

class ArticleTableTest {

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void eachRowOfATableIsADocument(String separator) {
    String table =
        """
        Title,Date,URL,Text
        The fleet,2025-03-04,https://port.example/1,"It sailed at dawn.

        It said ""never again""."
        Nothing,2025-03-05,,
        The market,5 March 2025,javascript:x,Bread is dear.
        """
            .replace(",", separator);

    List<SourceDocument> documents = Read.all("news.csv", table);

    assertThat(documents)
        .extracting(SourceDocument::source)
        .containsExactly(
            new Source(
                "news/1",
                "The fleet",
                null,
                LocalDate.of(2025, 3, 4),
                "https://port.example/1",
                null,
                2),
            new Source("news/3", "The market", null, LocalDate.of(2025, 3, 5), null, null, 1));
    assertThat(documents.get(0).paragraphs().get(1).text()).isEqualTo("It said \"never again\".");
  }

  @Test
  void eachLineOfJsonIsADocument() {
    List<SourceDocument> documents =
        Read.all(
            "news.jsonl",
            """
            {"id": "fleet-7", "title": "The fleet", "date": "2025-03-04", "text": "It sailed."}
            {"title": broken
            {"id": "../x", "headline": "The market", "body": "<p>Bread is dear.</p><p>Very.</p>"}
            {"id": "fleet-7", "text": "It sailed again."}
            [1, 2]
            """);

    assertThat(documents)
        .extracting(document -> document.source().id() + " " + document.source().title())
        .containsExactly("news/fleet-7 The fleet", "news/3 The market", "news/4 It sailed again");
    assertThat(documents.get(1).paragraphs()).hasSize(2);
  }

  @Test
  void eachRowHasItsTags() {
    assertThat(Read.all("news.csv", "text,tags\nIt sailed.,\"talks, public\"\nIt came back.,\n"))
        .extracting(document -> document.source().tags())
        .containsExactly(List.of("talks", "public"), List.of());
    assertThat(
            Read.all("news.jsonl", "{\"text\": \"It sailed.\", \"tags\": [\"talks\", \"public\"]}"))
        .extracting(document -> document.source().tags())
        .containsExactly(List.of("talks", "public"));
  }

  @Test
  void saysThatATableHoldsNoArticles() {
    assertThatThrownBy(() -> Read.all("sums.csv", "year,sum\n2025,7\n"))
        .isInstanceOf(DocumentException.class)
        .hasMessage("sums.csv has no column named text: name its columns title, date, url, text");
  }
}
