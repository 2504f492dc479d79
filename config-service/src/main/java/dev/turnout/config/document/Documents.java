package dev.turnout.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.contracts.config.ConfigError;
import java.util.List;

/** Reads configuration documents. */
public final class Documents {

    /** In the order in which a person would check; none relies on another. */
    private static final List<Rule> RULES =
            List.of(
                    new NamesDifferByMoreThanCase(),
                    new ProvidersAreComplete(),
                    new QuirksAreHonoured(),
                    new UrlsLeadWhereTheyMay(),
                    new KeysAreReferences(),
                    new HeadersAreNoSecrets(),
                    new AliasesLeadSomewhere(),
                    new RoutesLeadSomewhere(),
                    new SearchAnswersSearches(),
                    new SearchEnginesAreKnown(),
                    new EmbeddingsAreComparable(),
                    new NumbersAreSane(),
                    new LimitsAreSane());

    private Documents() {}

    /**
     * Reads a document whole. Whatever the text, the answer is a result and never an exception, and
     * holds no secret of the text but the keys that a valid document itself gives.
     *
     * @param text JSON with comments and trailing commas, or YAML; at most {@link
     *     DocumentText#MAX_LENGTH} characters
     */
    public static DocumentResult read(String text, Deployment deployment) {
        return switch (DocumentText.parse(text)) {
            case DocumentText.Unreadable(ConfigError error) ->
                    new DocumentResult.Invalid(List.of(error));
            case DocumentText.Tree(JsonNode root) -> understand(root, deployment);
        };
    }

    /** The JSON Schema of documents, for editors. */
    public static String schema() {
        return DocumentSchema.text();
    }

    private static DocumentResult understand(JsonNode root, Deployment deployment) {
        var findings = new Findings(DocumentSchema.check(root));
        var draft = Draft.of(root);
        for (var rule : RULES) {
            rule.check(draft, deployment, findings);
        }
        return findings.errors().isEmpty()
                ? new DocumentResult.Valid(draft.toConfig(), findings.warnings())
                : new DocumentResult.Invalid(findings.errors());
    }
}
