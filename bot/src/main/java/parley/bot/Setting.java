package parley.bot;

/** What can be set by an environment variable of this name, or by a line of the settings file. */
enum Setting {
  /** Folders and files of documents, parted as the system parts paths. */
  PARLEY_DOCUMENTS,
  /** Where index and ledger live. */
  PARLEY_DATA,
  /** Addresses of an OpenSearch cluster that index and ledger live on, parted by commas. */
  PARLEY_OPENSEARCH_URL,
  /** What the names of both begin with there, parley unless said otherwise. */
  PARLEY_OPENSEARCH_PREFIX,
  /** Folder of an ONNX embedding model with its tokenizer. */
  PARLEY_EMBEDDING_MODEL,
  /** Folder of an ONNX cross-encoder with its tokenizer. */
  PARLEY_RERANKER,
  /** The language model that writes the answers, such as openai:NAME; without it there is none. */
  PARLEY_MODEL,
  /** Seconds that the model may take for a question in all, 30 unless said otherwise. */
  PARLEY_MODEL_SECONDS,
  /** Tokens that the model may read and write in a day; as many as are needed if unset. */
  PARLEY_MODEL_TOKENS_A_DAY,
  /** Documents of so few tokens go to the model whole, 4000 unless said otherwise; 0 for never. */
  PARLEY_MODEL_WHOLE_SET_TOKENS,
  /** Whether the model looks at its answers a second time, true or false; false if unset. */
  PARLEY_MODEL_SECOND_LOOK,
  /** What OpenAI, or a server that speaks like it, knows us by. */
  OPENAI_API_KEY,
  /** The address of a server that speaks like OpenAI. */
  OPENAI_BASE_URL,
  /** What Anthropic knows us by. */
  ANTHROPIC_API_KEY,
  /** The address of Anthropic's interface, for a proxy. */
  ANTHROPIC_BASE_URL,
  /** What Google knows us by. */
  GEMINI_API_KEY,
  /** The address of Gemini's interface, for a proxy. */
  GEMINI_BASE_URL,
  /** The address of Ollama, this machine's unless said otherwise. */
  OLLAMA_BASE_URL,
  /** The port to listen on, 8080 unless said otherwise. */
  PARLEY_PORT,
  /** The address to listen on, the machine's own unless said otherwise. */
  PARLEY_HOST,
  /** The address under which people reach the page; chats lead to the documents there. */
  PARLEY_PUBLIC_URL,
  /** What the page and the interface ask for before they show anything. */
  PARLEY_ACCESS_TOKEN,
  /** Addresses and ranges of those who are believed whom they speak for, parted by commas. */
  PARLEY_TRUSTED_PROXIES,
  /** Slack's token of the bot, begins with xoxb-; without it Slack is off. */
  SLACK_BOT_TOKEN,
  /** Proves that events over HTTP are Slack's. */
  SLACK_SIGNING_SECRET,
  /** Slack's token of the app, begins with xapp-; events then come over Socket Mode. */
  SLACK_APP_TOKEN,
  /** The address of Slack's Web API. */
  SLACK_API_URL,
  /** The channel where people are sent whom the documents do not help. */
  SLACK_HELP_CHANNEL,
  /** Telegram's token of the bot, from BotFather; without it Telegram is off. */
  TELEGRAM_BOT_TOKEN,
  /** The address of Telegram's Bot API. */
  TELEGRAM_API_URL,
  /** Where Telegram sends updates to; without it the bot asks for them. */
  TELEGRAM_WEBHOOK_URL,
  /** Proves that updates are Telegram's. */
  TELEGRAM_WEBHOOK_SECRET
}
