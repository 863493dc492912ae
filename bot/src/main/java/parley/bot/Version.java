package parley.bot;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Reads the version from the jar's manifest. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Parley.class.getPackage().getImplementationVersion();
    return new String[] {"parley " + Objects.requireNonNullElse(version, "(not packaged)")};
  }
}
