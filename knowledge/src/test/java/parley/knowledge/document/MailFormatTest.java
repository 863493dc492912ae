package parley.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import parley.knowledge.Source;

class MailFormatTest {

  @Test
  void readsThePlainTextOfAMail() {
    String mail =
        """
        From: =?utf-8?Q?Ada_Byron?= <ada@port.example>
        To: all@port.example
        Subject: =?utf-8?B?VGhlIGhhcmJvdXI=?=
        Date: Tue, 4 Mar 2025 23:30:00 -0500
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=outer

        --outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Ships come at dawn=2E It is a caf=C3=A9.

        > Do they?
        --\u0020
        Ada, Port Office
        --inner
        Content-Type: text/html

        <p>The same again</p>
        --inner--
        --outer
        Content-Type: text/plain
        Content-Disposition: attachment; filename=secret.txt

        attached
        --outer--
        """;

    var document = Read.file("mail.eml", mail.replace("\n", "\r\n"));

    assertThat(document.source())
        .isEqualTo(
            new Source(
                "mail", "The harbour", null, LocalDate.of(2025, 3, 4), null, null, 1, "Ada Byron"));
    assertThat(document.paragraphs().get(0).text()).isEqualTo("Ships come at dawn. It is a café.");
  }

  @Test
  void readsTheHtmlOfAMailThatHasNothingElse() {
    assertThat(
            Read.paragraphs(
                "mail.eml",
                "From: a@port.example\nSubject: News\nContent-Type: text/html\n\n"
                    + "<p>Ships come.</p><p>They go.</p>"))
        .containsExactly("Ships come.", "They go.");
  }
}
