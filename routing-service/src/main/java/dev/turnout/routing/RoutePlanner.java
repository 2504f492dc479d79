package dev.turnout.routing;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.routing.PlanRequest;
import dev.turnout.contracts.routing.RoutePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans one request: asks the rules in order, and takes the first choice that the key may have. */
final class RoutePlanner {

    private final Question question;
    private final String key;
    private final Permission permission;

    /** Routes that rules chose and the key may not use, with the reasons they were chosen for. */
    private final Map<String, String> forbidden = new LinkedHashMap<>();

    private RoutePlanner(Question question, String key, Permission permission) {
        this.question = question;
        this.key = key;
        this.permission = permission;
    }

    /**
     * Problems: {@code INVALID_REQUEST} where {@code model} is no name, {@code POLICY_BLOCKED}
     * where nothing configured serves the request, {@code FORBIDDEN} where the key may use none of
     * what does.
     */
    static RoutePlan plan(RoutingTable table, PlanRequest request) {
        String model = request.traits().model();
        if (model.isBlank() || !ModelName.plausible(model)) {
            throw Problem.of(
                            ProblemCode.INVALID_REQUEST,
                            "model: "
                                    + Wording.quoted(model)
                                    + " is no model name; send provider/model, an alias or the name"
                                    + " of any model, up to 256 characters")
                    .asException();
        }
        var principal = request.context().principal();
        return new RoutePlanner(
                        Question.of(request.traits(), table),
                        principal.key(),
                        Permission.of(principal.rights(), table.names()))
                .plan();
    }

    private RoutePlan plan() {
        for (Rule rule : Precedence.RULES) {
            Optional<RoutePlan> plan = rule.choose(question).flatMap(this::planOf);
            if (plan.isPresent()) {
                return plan.get();
            }
        }
        throw forbidden.isEmpty()
                ? unserved()
                : refused("the routes " + Wording.list(forbidden.keySet()));
    }

    private Optional<RoutePlan> planOf(Choice choice) {
        List<Target> targets =
                choice.targets().stream()
                        .map(target -> question.table().names().concrete(target, model()))
                        .filter(target -> permission.allows(choice.route(), target))
                        .toList();
        if (!targets.isEmpty()) {
            return Optional.of(
                    new RoutePlan(
                            choice.route(),
                            targets,
                            sentence(choice.reason()),
                            question.table().revision()));
        }
        if (choice.binding()) {
            throw refused(Wording.quoted(question.traits().model()));
        }
        forbidden.putIfAbsent(choice.route(), choice.reason());
        return Optional.empty();
    }

    private String model() {
        return question.model().model();
    }

    private String sentence(String reason) {
        List<String> parts = new ArrayList<>(List.of(reason));
        question.uselessTag().ifPresent(parts::add);
        forbidden.forEach(
                (route, why) ->
                        parts.add(why + " (route " + route + ", which the key may not use)"));
        return String.join("; ", parts);
    }

    private ProblemException refused(String what) {
        return Problem.of(
                        ProblemCode.FORBIDDEN,
                        "the key "
                                + key
                                + " may not use "
                                + what
                                + "; it may use "
                                + permission.words()
                                + ". Ask for one of these, or ask your administrator for more")
                .asException();
    }

    private ProblemException unserved() {
        return Problem.of(
                        ProblemCode.POLICY_BLOCKED,
                        "no route serves this request; add a default route to the configuration, or"
                                + " name a model as provider/model")
                .asException();
    }
}
