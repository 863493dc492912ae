package parley.bot;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import parley.bot.web.WebBot;

/** Tells of requests that reach no servlet, such as broken ones, in one plain line. */
final class PlainErrors extends ErrorHandler {

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    WebBot.securityHeaders().forEach(headers::put);
    headers.put(HttpHeader.CONTENT_TYPE, WebBot.PROBLEM_TYPE);
    String json = WebBot.problem(code, HttpStatus.getMessage(code));
    Content.Sink.write(response, true, json, callback);
  }
}
