package parley.bot;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.Json;
import parley.knowledge.Answer;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.Question;
import parley.knowledge.Turn;

/** A conversation on the terminal: a question a line, until the end of input. */
final class Conversation {

  private final KnowledgeBase knowledge;
  private final boolean json;
  private final List<Turn> turns = new ArrayList<>();

  Conversation(KnowledgeBase knowledge, boolean json) {
    this.knowledge = knowledge;
    this.json = json;
  }

  void hold() {
    try (Terminal terminal = TerminalBuilder.builder().dumb(true).build()) {
      boolean bare = terminal.getType().startsWith(Terminal.TYPE_DUMB);
      LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
      PrintWriter out = terminal.writer();
      if (!bare) {
        out.println("Ask about " + knowledge.sources().size() + " documents; Ctrl-D ends.");
      }
      for (String line = read(reader, bare); line != null; line = read(reader, bare)) {
        if (!line.isBlank()) {
          out.println(reply(line));
          out.flush();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the terminal cannot be used: give the question as words", e);
    }
  }

  private String reply(String line) {
    Answer answer = knowledge.ask(new Question(line, turns));
    turns.add(new Turn(line, answer.text()));
    return json ? Json.answer(null, answer) : TerminalAnswer.of(answer) + "\n";
  }

  private static @Nullable String read(LineReader reader, boolean bare) {
    try {
      return reader.readLine(bare ? "" : "> ");
    } catch (EndOfFileException | UserInterruptException e) {
      return null;
    }
  }
}
