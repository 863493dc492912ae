package parley.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Turns every answer with a status other than 200 into a fault that says what Telegram says.
 * telegrambots looks at bodies alone, and calls those that are no JSON all the same.
 */
final class FaultInterceptor implements Interceptor {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Telegram's own are a few hundred bytes; those of proxies in between may be whole pages. */
  private static final long MOST_BYTES = 10_000;

  private static final String HIDDEN = "(token)";

  private final String token;

  /**
   * An interceptor.
   *
   * @param token taken out of what servers say, since some repeat the address they were asked at
   */
  FaultInterceptor(String token) {
    this.token = token;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.isSuccessful()) {
      return response;
    }
    try (response) {
      List<String> path = chain.request().url().pathSegments();
      String body = response.peekBody(MOST_BYTES).string().replace(token, HIDDEN);
      throw TelegramFault.answered(path.get(path.size() - 1), response.code(), read(body));
    }
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
