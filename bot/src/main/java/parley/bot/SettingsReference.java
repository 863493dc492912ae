package parley.bot;

import java.util.Map;

/** A page on all settings, made from the code; {@code deploy/CONFIGURATION.md} is this page. */
final class SettingsReference {

  private SettingsReference() {}

  /** The page, as Markdown. */
  static String page() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Settings

        Made by `parley config --reference`. Each setting is an environment variable, or a line of the YAML file that `--config` names; the environment comes first. A secret may also stand in a file of its own, named by the variable that ends with `_FILE`. `parley config` prints what is in force, and where it is from.

        | name | what it sets | unless it is set | example |
        |---|---|---|---|
        """);
    for (Setting setting : Setting.values()) {
      page.append(row(setting));
    }
    page.append(
            """

            In the YAML file stand besides, shown with their defaults (`at-once` depends on the processors there are); the [README](../README.md#settings-for-chats) tells what each means:

            ```yaml
            """)
        .append(SettingsInForce.yaml(Settings.of(Map.of(), null).sectionsInForce()))
        .append("```\n");
    return page.toString();
  }

  private static String row(Setting setting) {
    String name = "`" + setting + "`";
    return "| %s | %s | %s | `%s` |%n"
        .formatted(
            setting.isSecret() ? name + " or `" + setting.fileVariable() + "`" : name,
            setting.meaning(),
            setting.unset(),
            setting.example());
  }
}
