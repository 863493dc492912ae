package parley.knowledge;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A model that writes what a test says, in small pieces, and remembers what it was told. */
final class ScriptedModel implements StreamingChatModel {

  private final Function<String, String> script;
  private final List<List<ChatMessage>> told = new ArrayList<>();

  /**
   * @param script what it writes for all that it is told, as one text
   */
  ScriptedModel(Function<String, String> script) {
    this.script = script;
  }

  /**
   * A model that writes the same each time, with the number of the passage that holds some words in
   * the place of the words between double braces.
   */
  static ScriptedModel writing(String answer) {
    return new ScriptedModel(told -> numbered(answer, told));
  }

  /** What it was told, the first time first. */
  List<String> told() {
    return told.stream().map(ScriptedModel::text).toList();
  }

  List<ChatMessage> messages(int time) {
    return told.get(time);
  }

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    told.add(request.messages());
    String answer = script.apply(text(request.messages()));
    Wire.pieces(answer).forEach(handler::onPartialResponse);
    handler.onCompleteResponse(
        ChatResponse.builder()
            .aiMessage(AiMessage.from(answer))
            .tokenUsage(new TokenUsage(100, 10))
            .finishReason(FinishReason.STOP)
            .build());
  }

  static String numbered(String answer, String told) {
    return Pattern.compile("\\{\\{(.+?)}}")
        .matcher(answer)
        .replaceAll(words -> Matcher.quoteReplacement("[" + number(words.group(1), told) + "]"));
  }

  /** The number of the passage that holds these words. */
  private static String number(String words, String told) {
    String before = told.substring(0, told.indexOf(words));
    Matcher begins = Pattern.compile("[0-9a-f]{16}: passage \\[(\\d+)] begins").matcher(before);
    return begins.results().reduce((first, second) -> second).orElseThrow().group(1);
  }

  private static String text(List<ChatMessage> messages) {
    return messages.stream().map(ScriptedModel::text).collect(Collectors.joining("\n"));
  }

  private static String text(ChatMessage message) {
    if (message instanceof UserMessage user) {
      return user.singleText();
    }
    return message instanceof SystemMessage system ? system.text() : ((AiMessage) message).text();
  }
}
