package parley.bot.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * What keeps a browser from doing what the page does not ask of it: no script, style or picture but
 * our own, no form to elsewhere, no page around ours.
 */
final class SecurityHeaders {

  static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), microphone=(), geolocation=()",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private SecurityHeaders() {}

  static void add(HttpServletResponse response) {
    ALL.forEach(response::setHeader);
    response.setHeader("Cache-Control", "no-cache");
  }
}
