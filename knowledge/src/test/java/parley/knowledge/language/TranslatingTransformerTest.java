package parley.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.rag.query.Query;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.knowledge.index.LucenePassageIndex;

class TranslatingTransformerTest {

  @TempDir private Path folder;

  private LucenePassageIndex index;

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void anEnglishQuestionStaysAsItIs() {
    assertThat(texts(transformer("en", Set.of()), Language.ENGLISH, "Who leads the talks?"))
        .containsExactly("Who leads the talks?");
  }

  @Test
  void aQuestionIsTranslated() {
    assertThat(texts(transformer("en", Set.of()), Language.FRENCH, "Qui dirige la délégation ?"))
        .containsExactly("who lead delegation?");
  }

  @Test
  void aQuestionOfWhichTooLittleIsUnderstoodIsNotSearched() {
    assertThat(
            texts(transformer(null, Set.of()), Language.FRENCH, "Qui a cuisiné la ratatouille ?"))
        .isEmpty();
  }

  @Test
  void aQuestionInTheDocumentsLanguageIsAskedInItToo() {
    assertThat(texts(transformer("fr", Set.of()), Language.FRENCH, "Qui dirige la délégation ?"))
        .containsExactly("who lead delegation?", "Qui dirige la délégation ?");
    assertThat(texts(transformer("fr", Set.of()), Language.GERMAN, "Wer leitet die Delegation?"))
        .containsExactly("who lead delegation?");
  }

  @Test
  void aQuestionInALanguageOfTheModelIsAskedInItToo() {
    assertThat(
            texts(
                transformer("en", EnumSet.of(Language.GERMAN)),
                Language.GERMAN,
                "Wer backt Apfelkuchen?"))
        .containsExactly("Wer backt Apfelkuchen?");
  }

  @Test
  void theConversationIsTranslatedToo() {
    List<ChatMessage> memory =
        List.of(
            UserMessage.from("Хто очолює делегацію?"),
            AiMessage.from("Ось що кажуть документи (мовою оригіналу):\nIda Berg leads it. [1]"),
            UserMessage.from("Where does she live?"),
            AiMessage.from("In Oslo. [1]"));

    Query query = transformed(transformer("en", Set.of()), Language.UKRAINIAN, "А чому?", memory);

    assertThat(query.text()).isEqualTo("and why?");
    assertThat(query.metadata().chatMemory())
        .containsExactly(
            UserMessage.from("who lead delegation?"),
            AiMessage.from("Ida Berg leads it. [1]"),
            UserMessage.from("Where does she live?"),
            AiMessage.from("In Oslo. [1]"));
  }

  private TranslatingTransformer transformer(String language, Set<Language> ofModel) {
    index = index == null ? IndexOf.texts(folder, language, "Ida Berg leads the team.") : index;
    return new TranslatingTransformer(
        new LanguageIdentifier(index), index, new SearchableLanguages(index, () -> ofModel));
  }

  private static List<String> texts(
      TranslatingTransformer transformer, Language language, String text) {
    return transformer.transform(query(language, text, List.of())).stream()
        .map(Query::text)
        .toList();
  }

  private static Query transformed(
      TranslatingTransformer transformer,
      Language language,
      String text,
      List<ChatMessage> memory) {
    return transformer.transform(query(language, text, memory)).iterator().next();
  }

  private static Query query(Language language, String text, List<ChatMessage> memory) {
    return TranslatingTransformer.noting(
        language, Query.from(text, Metadata.from(UserMessage.from(text), "test", memory)));
  }
}
