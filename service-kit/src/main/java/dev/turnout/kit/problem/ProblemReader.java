package dev.turnout.kit.problem;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jboss.logging.Logger;

/** Turns another service's refusal back into the problem that it was. */
@Provider
public class ProblemReader implements ResponseExceptionMapper<ProblemException> {

    private static final Logger LOG = Logger.getLogger(ProblemReader.class);

    @Override
    public ProblemException toThrowable(Response response) {
        try {
            return response.readEntity(Problem.class).asException();
        } catch (RuntimeException noProblem) {
            LOG.errorf(
                    "another service answered %d with something else than a problem",
                    response.getStatus());
            return Problem.of(
                            ProblemCode.INTERNAL,
                            "a service of the gateway failed; its log says why")
                    .asException();
        }
    }
}
