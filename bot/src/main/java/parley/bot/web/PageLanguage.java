package parley.bot.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.Language;

/** In which language a page is: the one that was chosen, or the first that the browser asks for. */
final class PageLanguage {

  private static final String PARAMETER = "lang";
  private static final String COOKIE = "parley-language";
  private static final Duration COOKIE_LIFE = Duration.ofDays(365);

  private PageLanguage() {}

  /** The page's language; English where none is asked for that the page speaks. */
  static Language of(HttpServletRequest request) {
    return chosen(request)
        .or(() -> preferred(request.getHeader("Accept-Language")))
        .orElse(Language.ENGLISH);
  }

  /** The language that was chosen by the switch, now or before. */
  static Optional<Language> chosen(HttpServletRequest request) {
    return Language.of(request.getParameter(PARAMETER)).or(() -> remembered(request));
  }

  private static Optional<Language> remembered(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .findFirst()
        .flatMap(cookie -> Language.of(cookie.getValue()));
  }

  private static Optional<Language> preferred(@Nullable String accepted) {
    if (accepted == null) {
      return Optional.empty();
    }
    try {
      List<LanguageRange> ranges = LanguageRange.parse(accepted);
      return ranges.stream().flatMap(range -> Language.of(range.getRange()).stream()).findFirst();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What remembers a choice that was made with this request, if one was. */
  static Optional<Cookie> remember(HttpServletRequest request) {
    return Language.of(request.getParameter(PARAMETER)).map(PageLanguage::cookie);
  }

  private static Cookie cookie(Language language) {
    Cookie cookie = new Cookie(COOKIE, language.code().toLowerCase(Locale.ROOT));
    cookie.setHttpOnly(true);
    cookie.setPath("/");
    cookie.setMaxAge((int) COOKIE_LIFE.toSeconds());
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
