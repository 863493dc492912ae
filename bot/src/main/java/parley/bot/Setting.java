package parley.bot;

/** What can be set by an environment variable of this name, or by a line of the settings file. */
enum Setting {
  PARLEY_DOCUMENTS(
      "folders and files of documents, parted by `:` (`;` on Windows), in the file also a list",
      "the briefing on the Paris talks",
      "/srv/talks:/srv/press"),
  PARLEY_DATA("folder of index and ledger", "`.parley` in the home folder", "/var/lib/parley"),
  PARLEY_OPENSEARCH_URL(
      "addresses of an OpenSearch cluster's nodes that index and ledger live on, parted by commas",
      "they live in the data folder",
      "https://parley:password@search-1:9200,https://search-2:9200"),
  PARLEY_OPENSEARCH_PREFIX(
      "what the names of all that is kept on the cluster begin with: lower case letters, digits and"
          + " hyphens; two deployments on one cluster need two",
      "parley",
      "parley-press"),
  PARLEY_EMBEDDING_MODEL(
      "folder with `model.onnx` and `tokenizer.json` of an embedding model",
      "the embedded e5-small-v2, English",
      "/srv/models/multilingual-e5-small"),
  PARLEY_RERANKER(
      "folder with `model.onnx` and `tokenizer.json` of a cross-encoder",
      "the models in the jar",
      "/srv/models/bge-reranker-base"),
  PARLEY_MODEL(
      "the language model that writes the answers, as provider:name; providers are openai,"
          + " anthropic, gemini and ollama",
      "none: answers are of the sources' own sentences",
      "anthropic:claude-sonnet-4-5"),
  PARLEY_MODEL_SECONDS("seconds that the model may take for a question in all", "30", "45"),
  PARLEY_MODEL_TOKENS_A_DAY(
      "tokens that the model may read and write in a day; beyond them answers are of the sources'"
          + " own sentences",
      "as many as are needed",
      "2000000"),
  PARLEY_MODEL_PRICE(
      "what a million tokens that the model reads, and a million that it writes, cost: `report` then"
          + " tells the sum",
      "`report` tells the tokens alone",
      "3/15 USD"),
  PARLEY_MODEL_WHOLE_SET_TOKENS(
      "documents of so few tokens go to the model whole; 0 for never", "4000", "0"),
  PARLEY_MODEL_SECOND_LOOK(
      "whether the model looks at its answers a second time, true or false", "false", "true"),
  OPENAI_API_KEY("the key for OpenAI, or for a server that speaks like it", "none", "sk-…", true),
  OPENAI_BASE_URL(
      "the address of a server that speaks like OpenAI", "OpenAI's", "http://vllm:8000/v1"),
  ANTHROPIC_API_KEY("the key for Anthropic", "none", "sk-ant-…", true),
  ANTHROPIC_BASE_URL(
      "the address of Anthropic's interface, for a proxy",
      "Anthropic's",
      "https://proxy.example.org"),
  GEMINI_API_KEY("the key for Google's Gemini", "none", "AIza…", true),
  GEMINI_BASE_URL(
      "the address of Gemini's interface, for a proxy", "Google's", "https://proxy.example.org"),
  OLLAMA_BASE_URL("the address of Ollama", "`http://localhost:11434`", "http://ollama:11434"),
  PARLEY_LOG(
      "how events are logged: plain, or json, a line each with the question's id", "plain", "json"),
  OTEL_EXPORTER_OTLP_ENDPOINT(
      "the address of an OpenTelemetry collector that traces are sent to over HTTP; its other"
          + " variables of the environment, such as OTEL_TRACES_SAMPLER, hold as well",
      "there are no traces",
      "http://collector:4318"),
  PARLEY_PORT("the port to listen on", "8080", "80"),
  PARLEY_HOST("the address to listen on", "127.0.0.1: this machine alone", "0.0.0.0"),
  PARLEY_PUBLIC_URL(
      "the address under which people reach the page; chats lead to the documents there",
      "chats lead to no page",
      "https://parley.example.org"),
  PARLEY_ACCESS_TOKEN(
      "what the page and the interface ask for before they show anything, 16 characters or more",
      "nothing is asked for",
      "q7rT…",
      true),
  PARLEY_TRUSTED_PROXIES(
      "addresses and ranges of those who are believed whom they speak for, parted by commas",
      "none",
      "10.0.0.0/8"),
  SLACK_BOT_TOKEN("Slack's token of the bot, begins with `xoxb-`", "Slack is off", "xoxb-…", true),
  SLACK_SIGNING_SECRET(
      "proves that events over HTTP are Slack's", "events come over a socket", "8f74…", true),
  SLACK_APP_TOKEN(
      "Slack's token of the app, begins with `xapp-`; events then come over a socket that the bot"
          + " opens",
      "events come over HTTP",
      "xapp-…",
      true),
  SLACK_API_URL(
      "the address of Slack's Web API", "`https://slack.com/api/`", "https://proxy.example.org"),
  SLACK_HELP_CHANNEL(
      "the channel where people are sent whom the documents do not help",
      "nowhere",
      "#ask-the-desk"),
  SLACK_DIGEST_CHANNEL(
      "the id of the channel that gets a digest of what people asked, every Monday at 9:00 UTC;"
          + " invite the bot there",
      "there is no digest",
      "C0123ABCD"),
  TELEGRAM_BOT_TOKEN(
      "Telegram's token of the bot, from BotFather", "Telegram is off", "110201543:AAHd…", true),
  TELEGRAM_API_URL(
      "the address of Telegram's Bot API", "`https://api.telegram.org`", "http://bot-api:8081"),
  TELEGRAM_WEBHOOK_URL(
      "where Telegram sends updates to",
      "the bot asks Telegram for them",
      "https://parley.example.org/telegram/webhook"),
  TELEGRAM_WEBHOOK_SECRET("proves that updates are Telegram's", "none", "r4nd0m…", true);

  private final String meaning;
  private final String unset;
  private final String example;
  private final boolean secret;

  Setting(String meaning, String unset, String example) {
    this(meaning, unset, example, false);
  }

  Setting(String meaning, String unset, String example, boolean secret) {
    this.meaning = meaning;
    this.unset = unset;
    this.example = example;
    this.secret = secret;
  }

  String meaning() {
    return meaning;
  }

  /** What holds where it is not set. */
  String unset() {
    return unset;
  }

  String example() {
    return example;
  }

  /** Whether nobody else may read it; it may come from a file that NAME_FILE names. */
  boolean isSecret() {
    return secret;
  }

  /** The variable that names a file with its value. */
  String fileVariable() {
    return name() + "_FILE";
  }
}
