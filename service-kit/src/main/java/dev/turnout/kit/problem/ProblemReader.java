package dev.turnout.kit.problem;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns another service's refusal back into the problem that it was. What stands between two
 * services (a mesh, a load balancer) refuses in words of its own.
 */
@Provider
public class ProblemReader implements ResponseExceptionMapper<ProblemException> {

    private static final Logger LOG = Logger.getLogger(ProblemReader.class);

    @Override
    public ProblemException toThrowable(Response response) {
        var problem = read(response);
        if (problem != null) {
            return problem.asException();
        }
        int status = response.getStatus();
        LOG.errorf("another service answered %d with something else than a problem", status);
        return switch (status) {
            case 502, 503, 504 ->
                    Problem.of(
                                    ProblemCode.UNAVAILABLE,
                                    "a service of the gateway is away; try again in a moment",
                                    1)
                            .asException();
            default ->
                    Problem.of(
                                    ProblemCode.INTERNAL,
                                    "a service of the gateway failed; its log says why")
                            .asException();
        };
    }

    /** The problem in the body, or null where it is none: JSON of another shape has no code. */
    @SuppressWarnings("ConstantValue") // JSON may lack what the record promises
    private static @Nullable Problem read(Response response) {
        try {
            var problem = response.readEntity(Problem.class);
            return problem.code() == null || problem.message() == null ? null : problem;
        } catch (RuntimeException noProblem) {
            return null;
        }
    }
}
