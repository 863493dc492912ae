package parley.bot.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pages' HTML, from Mustache templates beside this class. What is put in is escaped, and a name
 * that nothing has is a failure. Thread-safe.
 */
final class Templates {

  private final Mustache.Compiler compiler =
      Mustache.compiler()
          .escapeHTML(true)
          .nullValue("")
          .emptyStringIsFalse(true)
          .withLoader(Templates::read);

  private final Map<String, Template> compiled = new ConcurrentHashMap<>();

  private static Reader read(String name) {
    return new StringReader(
        new String(StaticFiles.bytes("templates/" + name + ".html"), StandardCharsets.UTF_8));
  }

  String render(String name, Map<String, ?> values) {
    return compiled.computeIfAbsent(name, compiler::loadTemplate).execute(values);
  }
}
