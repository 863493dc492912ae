package parley.knowledge.language;

import java.util.Locale;

/** What people say to a bot without asking its documents. */
public enum SmallTalk {
  GREETING,
  THANKS,
  GOODBYE,
  /** Who or what the bot is, and what it can do. */
  ABOUT,
  /** How the bot is. */
  WELLBEING,
  /** That it was understood. */
  ACKNOWLEDGEMENT;

  /** As the resources name it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether those spoken to may be named after it: "hi all". */
  boolean mayAddress() {
    return this == GREETING || this == THANKS || this == GOODBYE;
  }
}
