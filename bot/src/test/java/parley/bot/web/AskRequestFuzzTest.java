package parley.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a client sends for a question: it is one, or refused. */
class AskRequestFuzzTest {

  @FuzzTest
  void isReadOrRefused(byte[] bytes) {
    try {
      AskRequest request = AskRequest.of(bytes);
      assertThat(request.question()).isNotBlank().hasSizeLessThanOrEqualTo(AskRequest.LONGEST);
      assertThat(request.conversation()).isNotNull();
    } catch (ProblemException e) {
      assertThat(e.problem().status()).isEqualTo(400);
    }
  }
}
