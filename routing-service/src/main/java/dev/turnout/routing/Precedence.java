package dev.turnout.routing;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.config.Route;
import dev.turnout.contracts.routing.RequestClass;
import dev.turnout.contracts.routing.Traits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which rule decides: the first of the list that has an answer. To add one, write it below, put it
 * in the list, and put its row into the table of docs/routing.md, which a test compares.
 */
final class Precedence {

    static final List<Rule> RULES =
            List.of(
                    new Rule("embedding", Precedence::embedding),
                    new Rule("count", Precedence::count),
                    new Rule("web search", Precedence::webSearch),
                    new Rule("sub-agent tag", Precedence::subagentTag),
                    new Rule("explicit", Precedence::explicit),
                    new Rule("agent", Precedence::agent),
                    new Rule("compaction", Precedence::compaction),
                    new Rule("background", Precedence::background),
                    new Rule("image", Precedence::image),
                    new Rule("long context", Precedence::longContext),
                    new Rule("think", Precedence::think),
                    new Rule("default", Precedence::byDefault));

    private static final String DEFAULT = "default";
    private static final String EMBEDDINGS = "embeddings";

    /** Tokens over which a prompt is long, unless the route says otherwise. */
    private static final long LONG_CONTEXT = 180_000;

    private Precedence() {}

    /**
     * Vectors of one model mean nothing to another, so no route for conversations stands in: there
     * is a model named, or the route for embeddings, or a refusal.
     */
    private static Optional<Choice> embedding(Question question) {
        if (!question.is(RequestClass.EMBEDDING)) {
            return Optional.empty();
        }
        return Optional.of(
                explicit(question)
                        .or(() -> question.only(EMBEDDINGS, "the client asks for embeddings"))
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                        ProblemCode.POLICY_BLOCKED,
                                                        "no route is configured for embeddings; name"
                                                                + " a model as provider/model, or add"
                                                                + " a route named embeddings to the"
                                                                + " configuration")
                                                .asException()));
    }

    /** Counted is for the model that answers the conversation: the one named, or the default. */
    private static Optional<Choice> count(Question question) {
        return question.is(RequestClass.COUNT)
                ? explicit(question)
                        .or(() -> question.route(DEFAULT, "tokens are counted for the default"))
                : Optional.empty();
    }

    private static Optional<Choice> webSearch(Question question) {
        return question.is(RequestClass.WEB_SEARCH)
                ? question.route("webSearch", "the client asks for a web search")
                : Optional.empty();
    }

    private static Optional<Choice> subagentTag(Question question) {
        return question.tag() instanceof ModelName.Exact named
                ? Optional.of(Choice.byTag(named))
                : Optional.empty();
    }

    private static Optional<Choice> explicit(Question question) {
        return switch (question.model()) {
            case ModelName.Exact named -> Optional.of(Choice.byClient(named));
            case ModelName.Open _ -> Optional.empty();
            case ModelName.Unserved unserved ->
                    throw Problem.of(
                                    ProblemCode.POLICY_BLOCKED,
                                    unserved.why() + "; " + unserved.remedy())
                            .asException();
        };
    }

    private static Optional<Choice> agent(Question question) {
        String type = question.traits().agentType();
        return type == null
                ? Optional.empty()
                : Optional.ofNullable(question.table().agents().get(type));
    }

    /**
     * A compaction holds the whole conversation: it goes where the conversation fits, which for one
     * that has outgrown the default is the route for long ones.
     */
    private static Optional<Choice> compaction(Question question) {
        return question.is(RequestClass.COMPACTION)
                ? longContext(question)
                        .or(() -> question.route(DEFAULT, "a compaction goes to the default"))
                : Optional.empty();
    }

    private static Optional<Choice> background(Question question) {
        return question.is(RequestClass.BACKGROUND)
                ? question.route("background", "it is a background request")
                : Optional.empty();
    }

    private static Optional<Choice> image(Question question) {
        return question.traits().image()
                ? question.route("image", "the last user message holds an image")
                : Optional.empty();
    }

    private static Optional<Choice> longContext(Question question) {
        return question.route("longContext", route -> tooLong(question.traits(), route));
    }

    private static Optional<String> tooLong(Traits traits, Route route) {
        Long configured = route.above();
        long above = configured == null ? LONG_CONTEXT : configured;
        long tokens = traits.estimatedTokens();
        String words = "the prompt is about %,d tokens, over %,d";
        return tokens > above
                ? Optional.of(String.format(Locale.ROOT, words, tokens, above))
                : Optional.empty();
    }

    private static Optional<Choice> think(Question question) {
        return question.route("think", route -> Thinking.wish(question.traits(), route.effort()));
    }

    private static Optional<Choice> byDefault(Question question) {
        return question.route(DEFAULT, "no other rule applies");
    }
}
