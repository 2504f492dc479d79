package dev.turnout.protocol.property;

import dev.turnout.protocol.conversation.Conversation;
import java.util.function.UnaryOperator;

/**
 * Something that a dialect cannot say, or says in other words: what two conversations are to be
 * equal but for. Each makes equal what differs in nothing else. They are applied in this order.
 */
enum Loss {
    /** Texts of white space only. */
    BLANK_TEXTS(LostTexts::blanks),
    /** System turns within the conversation: the user reminds of them. */
    SYSTEM_TURNS(LostBlocks::systemTurns),
    /** A search that the provider ran: its hits are text. */
    SEARCHES_AS_TEXT(LostBlocks::searchesAsText),
    /** A search that the provider ran: a call and its result. */
    SEARCHES_AS_CALLS(LostBlocks::searchesAsCalls),
    /** A search that the provider ran: a text that begins with what was looked for. */
    SEARCHES_WITH_QUERIES(LostBlocks::searchesWithQueries),
    /** That a tool has been loaded: said in words. */
    TOOL_REFERENCES(LostBlocks::toolReferences),
    /** That a text is a document: its title stands before it. */
    PLAIN_DOCUMENTS(LostBlocks::plainDocuments),
    /** That a document has no title: it has a usual one. */
    UNTITLED_DOCUMENTS(LostBlocks::untitledDocuments),
    /** The title of a document that the provider fetches. */
    TITLES_OF_REMOTE_DOCUMENTS(LostBlocks::titlesOfRemoteDocuments),
    /** Images and documents in results of tools: they stand behind all results, with words. */
    MEDIA_IN_RESULTS(LostResults::mediaBehind),
    /** That a tool gave nothing: said in words. */
    EMPTY_RESULTS(LostResults::emptyInWords),
    /** That a tool failed: said in words. */
    FAILED_RESULTS(LostResults::failedInWords),
    /** Thinking that its provider has not signed. */
    UNSIGNED_THINKING(LostThinking::unsigned),
    /** Who vouches for a thinking. */
    SIGNATURES(LostThinking::signatures),
    /** Thinking of a conversation without tools. */
    THINKING_WITHOUT_TOOLS(LostThinking::withoutTools),
    /** Thinking that another than the provider thought. */
    THINKING(LostThinking::all),
    /** Thinking that only its provider can read. */
    REDACTED_THINKING(LostThinking::redacted),
    /** Where among its texts a turn calls tools: behind them. */
    CALLS_AMONG_TEXTS(LostBlocks::callsLast),
    /** The end of a tool call's id beyond 40 characters: replaced. */
    LONG_IDS(LostBlocks::longIds),
    /** Where one text ends and the next begins. */
    SEAMS_OF_TEXTS(LostTexts::seams),
    /** What is worth caching. */
    CACHE_MARKS(LostTexts::marks),
    /** That a tool which the provider runs must be called: some tool must. */
    CHOICE_OF_SERVER_TOOL(LostFields::choiceOfServerTool),
    /** Tools that the provider runs. */
    SERVER_TOOLS(LostFields::serverTools),
    /** Whether a tool's schema is strict. */
    STRICT_TOOLS(LostFields::strictTools),
    /** A choice where there is no tool to choose. */
    CHOICE_WITHOUT_TOOLS(LostFields::choiceWithoutTools),
    /** Whether a model that may call no tool may call several. */
    PARALLEL_NONE(LostFields::parallelNone),
    /** That the answer has no limit: it has a usual one. */
    UNSAID_LIMIT(LostFields::unsaidLimit),
    /** How random the answer is. */
    RANDOMNESS(LostFields::randomness),
    /** How random the answer of a model is that thinks. */
    RANDOMNESS_BESIDE_THINKING(LostFields::randomnessBesideThinking),
    /** A {@code top_p} beside a temperature. */
    TOP_P_BESIDE_TEMPERATURE(LostFields::topPBesideTemperature),
    /** Texts that end the answer. */
    STOPS(LostFields::stops),
    /** Texts that end the answer, but for the first four. */
    STOPS_BEYOND_FOUR(LostFields::stopsBeyondFour),
    /** For how many tokens a model thinks: an effort stands for them. */
    BUDGET(LostFields::budget),
    /** The effort of a model that is not to think. */
    EFFORT_OF_NONE(LostFields::effortOfNone),
    /** That a model is to think, while nobody says how much. */
    THINKING_WITHOUT_EFFORT(LostFields::thinkingWithoutEffort),
    /** An effort without a word on whether to think: it is to think. */
    EFFORT_ALONE(LostFields::effortAlone),
    /** The highest effort: it is the one below. */
    EFFORT_MAX(LostFields::effortMax),
    /** Who asks: there is a fingerprint at most. */
    USER(LostFields::user),
    /** The session. */
    SESSION(LostFields::session),
    /** Whether usage is wanted in the stream: always, or never. */
    STREAM_USAGE(LostFields::streamUsage);

    private final UnaryOperator<Conversation> erase;

    Loss(UnaryOperator<Conversation> erase) {
        this.erase = erase;
    }

    /** The conversation in a form that is the same whether this was lost or not. */
    Conversation erase(Conversation conversation) {
        return erase.apply(conversation);
    }
}
