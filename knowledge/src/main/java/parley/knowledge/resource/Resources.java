package parley.knowledge.resource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Reads files that stand beside a class in the jar, all in UTF-8. Every method throws an {@link
 * IllegalArgumentException} if there is no such file.
 */
public final class Resources {

  private Resources() {}

  /** The lines of a file but for empty ones and those that begin with #. */
  public static List<String> lines(Class<?> owner, String name) {
    try (BufferedReader reader = reader(owner, name)) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a properties file holds. */
  public static Properties properties(Class<?> owner, String name) {
    try (BufferedReader reader = reader(owner, name)) {
      Properties properties = new Properties();
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole text of a file, without the white space around it. */
  public static String text(Class<?> owner, String name) {
    try (BufferedReader reader = reader(owner, name)) {
      return reader.lines().collect(Collectors.joining("\n")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedReader reader(Class<?> owner, String name) {
    InputStream in = owner.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalArgumentException(
          "there is no resource " + name + " beside " + owner.getName());
    }
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}
