package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.bot.chat.Json;

class LoggingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          question 7f taken | 7f | parley: INFO: question 7f taken
          the model rests   | 7f | parley: INFO: the model rests (question 7f)
          the model rests   |    | parley: INFO: the model rests
          """)
  void aLineForPeopleNamesTheQuestionOnce(String message, String question, String line) {
    assertThat(encoded(Logging.PLAIN, message, question)).isEqualTo(line + "\n");
  }

  @Test
  void aLineForProgramsIsJson() throws IOException {
    JsonNode line = Json.MAPPER.readTree(encoded(Logging.JSON, "a \"model\"\nrests", "7f"));

    assertThat(line.path("level").asText()).isEqualTo("INFO");
    assertThat(line.path("loggerName").asText()).isEqualTo("parley.knowledge.Model");
    assertThat(line.path("formattedMessage").asText()).isEqualTo("a \"model\"\nrests");
    assertThat(line.at("/mdc/question").asText()).isEqualTo("7f");
    assertThat(line.path("timestamp").asLong()).isEqualTo(1_767_690_000_000L);
  }

  @Test
  void anotherFormIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Logging.encoder("xml"))
        .withMessage("PARLEY_LOG is xml: it may be plain or json");
  }

  private static String encoded(String form, String message, String question) {
    LoggerContext context = new LoggerContext();
    Encoder<ILoggingEvent> encoder = Logging.encoder(form);
    encoder.setContext(context);
    encoder.start();
    LoggingEvent event =
        new LoggingEvent(
            "", context.getLogger("parley.knowledge.Model"), Level.INFO, message, null, null);
    event.setTimeStamp(1_767_690_000_000L);
    event.setMDCPropertyMap(question == null ? Map.of() : Map.of("question", question));
    return new String(encoder.encode(event), StandardCharsets.UTF_8);
  }
}
