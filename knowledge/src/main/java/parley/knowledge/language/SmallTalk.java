package parley.knowledge.language;

import java.util.Locale;

/** What people say to a bot without asking its documents for anything in particular. */
public enum SmallTalk {
  GREETING,
  THANKS,
  GOODBYE,
  /** Who or what the bot is, and what it can do. */
  ABOUT,
  /** How the bot is. */
  WELLBEING,
  /** That it was understood. */
  ACKNOWLEDGEMENT,
  /** That they do not think much of it. */
  INSULT,
  /** What the documents say as a whole; the documents answer that. */
  OVERVIEW;

  /** As the resources name it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether those spoken to may be named after it: "hi all". */
  boolean mayAddress() {
    return this == GREETING || this == THANKS || this == GOODBYE;
  }
}
