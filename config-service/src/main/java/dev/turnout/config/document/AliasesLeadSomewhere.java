package dev.turnout.config.document;

/** Each alias leads to a target, not in a circle, and hides nothing that exists. */
final class AliasesLeadSomewhere implements Rule {

    @Override
    public void check(Draft draft, Deployment deployment, Findings findings) {
        var names = new TargetNames(draft);
        var check = new TargetCheck(draft, findings);
        for (var alias : draft.aliases().keySet()) {
            var at = Pointer.to("aliases").then(alias);
            names.providerOf(alias)
                    .ifPresent(
                            provider ->
                                    findings.error(
                                            at,
                                            "the alias %s hides the targets that begin with %s"
                                                    .formatted(
                                                            Words.quoted(alias),
                                                            Words.quoted(provider + "/")),
                                            "Give it a name that does not begin with a provider's."));
            check.look(alias, at);
        }
    }
}
