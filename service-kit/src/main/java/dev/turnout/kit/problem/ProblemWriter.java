package dev.turnout.kit.problem;

import dev.turnout.contracts.ProblemException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a problem of an internal resource as its status with the problem as JSON. */
@Provider
public class ProblemWriter implements ExceptionMapper<ProblemException> {

    @Override
    public Response toResponse(ProblemException exception) {
        return Response.status(exception.problem().code().status())
                .type(MediaType.APPLICATION_JSON)
                .entity(exception.problem())
                .build();
    }
}
