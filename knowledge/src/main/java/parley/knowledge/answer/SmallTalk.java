package parley.knowledge.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises what is said to a bot without being a question to its documents, and answers it. */
final class SmallTalk {

  private record Reply(Pattern said, String reply) {}

  private static final String ABOUT =
      "I answer questions from a set of documents and show for every statement the paragraph it"
          + " rests on. If they do not say, I tell you so.";

  private static final String NAMED =
      "(?: (?:there|all|everyone|everybody|parley|bot|friend|team))?";

  private static final List<Reply> REPLIES =
      List.of(
          reply(
              "(?:hi|hiya|hello|hey|howdy|yo|greetings|good (?:morning|afternoon|evening|day))"
                  + "(?: (?:hi|hello))?"
                  + NAMED,
              "Hello! Ask me a question about the documents I have read."),
          reply(
              "(?:thanks?|thank you|thx|ty|cheers|much appreciated|great|perfect|awesome|nice|cool"
                  + "|good job|well done|(?:many|great,?) thanks)"
                  + "(?: (?:you|a lot|so much|very much|a million|for (?:that|your help|the help)))*"
                  + NAMED,
              "You are welcome. Ask me anything else about the documents."),
          reply(
              "(?:bye|goodbye|good night|see (?:you|ya)(?: (?:later|soon))?|take care)" + NAMED,
              "Goodbye! I am here when you have another question."),
          reply(
              "(?:what can you (?:do|answer|help(?: me)? with)|what do you (?:do|know)"
                  + "|who are you|what are you|what is (?:this|parley)|how do (?:you|this) work"
                  + "|how does (?:this|it|that) work|help|help me|are you (?:a )?(?:bot|human|robot|ai"
                  + "|real)|what(?:'s|’s| is) your name"
                  + "|how (?:can|do) i (?:use|ask)(?: (?:you|this|it))?"
                  + "|(?:what|which) (?:documents|sources|files|texts)"
                  + " (?:do you (?:have|know|use|read)|have you(?: (?:got|read))?|are you based on)"
                  + "|who (?:made|built|wrote) you)",
              ABOUT),
          reply(
              "how are you(?: (?:today|doing))?|how(?:'s|’s| is) it going|what(?:'s|’s| is) up",
              "I am well, thank you. What would you like to know from the documents?"),
          reply(
              "(?:ok|okay|i see|got it|alright|right|fine|sure|understood|yes|no|yep|nope|lol|haha)",
              "Good. Ask me anything else about the documents."));

  private SmallTalk() {}

  /** A short reply, if that is all the words ask for. */
  static Optional<String> replyTo(String text) {
    String said =
        text.toLowerCase(Locale.ENGLISH)
            .replaceAll("[^\\p{L}\\p{N}'’ ]+", " ")
            .replaceAll("^ *(?:(?:please|so|well|oh|and)\\b ?)+|\\bplease *$", "")
            .replaceAll("\\s+", " ")
            .strip();
    return REPLIES.stream()
        .filter(reply -> reply.said().matcher(said).matches())
        .map(Reply::reply)
        .findFirst();
  }

  private static Reply reply(String said, String reply) {
    return new Reply(Pattern.compile(said), reply);
  }
}
