package dev.turnout.config.document;

/** A key is named by where it is; on a laptop it may stand in the document itself. */
final class KeysAreReferences implements Rule {

    private static final String REMEDY =
            "Write \"env:NAME\" for an environment variable or \"file:/path\" for a file.";

    @Override
    public void check(Draft draft, Deployment deployment, Findings findings) {
        draft.providers()
                .forEach(
                        (name, provider) -> {
                            var key = provider.key();
                            if (key != null) {
                                var at = Pointer.to("providers").then(name).then("key");
                                check(KeyReference.read(key), at, deployment, findings);
                            }
                        });
    }

    private static void check(
            KeyReference key, Pointer at, Deployment deployment, Findings findings) {
        switch (key) {
            case KeyReference.Right() -> {}
            case KeyReference.NoVariable() ->
                    findings.error(
                            at,
                            "behind \"env:\" stands no name of an environment variable",
                            REMEDY);
            case KeyReference.NoAbsolutePath() ->
                    findings.error(at, "behind \"file:\" stands no absolute path", REMEDY);
            case KeyReference.ShellStyle(String variable) ->
                    findings.error(
                            at,
                            "an environment variable is not written with a dollar sign here",
                            KeyReference.ENVIRONMENT + variable,
                            REMEDY);
            case KeyReference.BrokenLiteral() ->
                    findings.error(
                            at,
                            "this is neither a reference nor a key: it holds blanks, line breaks or"
                                    + " letters that no key has",
                            REMEDY);
            case KeyReference.Literal() -> literal(at, deployment, findings);
        }
    }

    private static void literal(Pointer at, Deployment deployment, Findings findings) {
        switch (deployment) {
            case LAPTOP ->
                    findings.warning(
                            at,
                            "the key stands in the document itself, where every reader sees it",
                            null,
                            REMEDY);
            case CLUSTER ->
                    findings.error(at, "in a cluster a key must not stand in the document", REMEDY);
        }
    }
}
