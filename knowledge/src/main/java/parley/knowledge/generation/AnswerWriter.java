package parley.knowledge.generation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import parley.knowledge.Answer;
import parley.knowledge.AnswerListener;
import parley.knowledge.Outcome;
import parley.knowledge.Statement;
import parley.knowledge.grounding.GroundingCheck;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.observation.Stage;
import parley.knowledge.observation.Stages;
import parley.knowledge.retrieval.Likeness;

/** Has the model write an answer from its grounds, checks it, and puts it together. Thread-safe. */
final class AnswerWriter {

  private final PassageIndex index;
  private final GroundingCheck check;
  private final Likeness likeness;
  private final TranslationCheck translations;
  private final boolean secondLook;
  private final Stages stages;

  /**
   * @param secondLook whether the model is to look at its statements again
   */
  AnswerWriter(Library library, boolean secondLook) {
    this.secondLook = secondLook;
    stages = library.stages();
    index = library.index();
    check = new GroundingCheck(library.words());
    likeness = new Likeness(library.words());
    translations = new TranslationCheck(library.words()::isCommon);
  }

  /**
   * The answer, as far as it stands.
   *
   * @param language of the asker, which the answer is put into
   * @return empty if none of it does
   * @throws ModelFault if the model does not write
   */
  Optional<Answer> write(
      String question,
      AskerLanguage language,
      Grounds grounds,
      ModelSession session,
      AnswerListener listener) {
    StatementCheck checking = new StatementCheck(check, passages(grounds), question, stages);
    boolean held = secondLook || language.isTranslated();
    Consumer<Draft> teller = held ? draft -> {} : draft -> tellLast(draft, listener);
    Draft written =
        session
            .write(
                grounds.messages(), () -> new CheckedReading(checking, new Draft(likeness), teller))
            .draft();
    Draft draft = secondLook ? lookedAtAgain(written, session) : written;
    if (draft.lines().isEmpty()) {
      return Optional.empty();
    }
    if (language.isTranslated()) {
      return Optional.of(translated(question, draft, language.own(), session, listener));
    }
    if (held) {
      draft.statements().forEach(one -> listener.statement(one, draft.citations(one)));
    }
    return Optional.of(
        answer(question, draft, draft.statements(), draft.asOf(), AskerLanguage.WRITTEN));
  }

  private Draft lookedAtAgain(Draft written, ModelSession session) {
    return stages.through(Stage.CHECK, () -> new SecondLook(session, stages).at(written));
  }

  private List<CitedPassage> passages(Grounds grounds) {
    return grounds.passages().stream().map(passage -> CitedPassage.of(passage, index)).toList();
  }

  private static void tellLast(Draft draft, AnswerListener listener) {
    List<Statement> statements = draft.statements();
    Statement last = statements.get(statements.size() - 1);
    listener.statement(last, draft.citations(last));
  }

  private Answer translated(
      String question,
      Draft draft,
      String language,
      ModelSession session,
      AnswerListener listener) {
    List<String> lines = new ArrayList<>(draft.statements().stream().map(Statement::text).toList());
    lines.add(draft.asOf());
    List<String> given = lines.stream().filter(line -> !line.isEmpty()).toList();
    List<String> put = new Translation(session, translations).of(given, language);
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < draft.statements().size(); i++) {
      Statement statement = new Statement(put.get(i), draft.statements().get(i).citations());
      statements.add(statement);
      listener.statement(statement, draft.citations(statement));
    }
    String asOf = put.size() > statements.size() ? put.get(statements.size()) : "";
    boolean kept = put.equals(given);
    return answer(question, draft, statements, asOf, kept ? AskerLanguage.WRITTEN : language);
  }

  private static Answer answer(
      String question, Draft draft, List<Statement> statements, String asOf, String language) {
    return new Answer(
            question,
            Outcome.ANSWERED,
            Statement.joined(statements),
            statements,
            draft.citations(),
            List.of(),
            language,
            Duration.ZERO)
        .with(asOf);
  }
}
