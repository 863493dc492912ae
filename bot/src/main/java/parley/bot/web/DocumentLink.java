package parley.bot.web;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.bot.chat.Viewer;
import parley.knowledge.Source;

/**
 * A document in a list.
 *
 * @param title of the document
 * @param about publisher and date; empty where neither is known
 * @param address where the viewer shows it
 */
record DocumentLink(String title, String about, String address) {

  static DocumentLink of(Source source, PageText text) {
    return new DocumentLink(
        source.title(), about(source, text), Viewer.HERE.linkTo(source).orElseThrow());
  }

  static String about(Source source, PageText text) {
    return Stream.of(
            Optional.ofNullable(source.publisher()),
            Optional.ofNullable(source.date()).map(text::date))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }
}
