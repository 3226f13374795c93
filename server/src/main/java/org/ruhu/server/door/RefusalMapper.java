package org.ruhu.server.door;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.glassfish.jersey.message.internal.HeaderValueException;

/**
 * Turns whatever stopped a request into a problem document: a {@link Refusal} as it is, what Jersey refuses as the
 * refusal of that status, and everything else as 500 with an id that finds the stack in the log.
 */
public final class RefusalMapper implements ExceptionMapper<Throwable> {

    public static final String PROBLEM = "application/problem+json";
    private static final Logger LOG = Logger.getLogger(RefusalMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Refusal refusal = refusal(thrown);
        Response.ResponseBuilder answer = Response.status(refusal.status()).type(PROBLEM)
                .entity(Json.bytes(refusal.problem()));
        if (thrown instanceof WebApplicationException web
                && web.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
            answer.header(HttpHeaders.ALLOW, web.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        if (refusal.members().containsKey(Refusal.RETRY_AFTER)) {
            answer.header(HttpHeaders.RETRY_AFTER, refusal.members().get(Refusal.RETRY_AFTER));
        }
        if (refusal.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"ruhu\"");
        }
        return answer.build();
    }

    private static Refusal refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof TimeoutException) {
                return new Refusal(Refusal.Kind.TOO_SLOW, "Send the request again");
            }
            if (cause instanceof EofException || cause instanceof HttpException) {
                return new Refusal(Refusal.Kind.UNREADABLE_REQUEST,
                        "The request broke off or is damaged; send it again");
            }
            if (cause instanceof HeaderValueException header
                    && header.getContext() == HeaderValueException.Context.INBOUND) {
                return new Refusal(Refusal.Kind.UNREADABLE_REQUEST, "A header of the request is not readable");
            }
        }
        return thrown instanceof WebApplicationException web ? ofStatus(web.getResponse().getStatus()) : broken(thrown);
    }

    static Refusal ofStatus(int status) {
        return switch (status) {
            case 401 -> new Refusal(Refusal.Kind.NOT_SIGNED_IN, "Sign in at POST /api/session");
            case 403 -> Refusal.notAllowed("Ask an administrator for the right to do this");
            case 404 -> Refusal.notFound("Look at /openapi.json for the addresses there are");
            case 405 -> new Refusal(Refusal.Kind.METHOD_NOT_ALLOWED, "Use one of the methods named in Allow");
            case 406 -> new Refusal(Refusal.Kind.NOT_ACCEPTABLE,
                    "Leave out Accept or ask for the type in /openapi.json");
            case 408 -> new Refusal(Refusal.Kind.TOO_SLOW, "Send the request again");
            case 413 -> new Refusal(Refusal.Kind.TOO_LARGE, "Send less at a time");
            case 415 -> new Refusal(Refusal.Kind.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type as /openapi.json says");
            case 503 -> new Refusal(Refusal.Kind.BUSY, "Send the request again later").retryAfter(5);
            default -> status != 500
                    ? new Refusal(Refusal.Kind.UNREADABLE_REQUEST, "Compare the request with /openapi.json")
                    : new Refusal(Refusal.Kind.BROKEN, "Try again; tell the operator if it lasts");
        };
    }

    static Refusal broken(Throwable thrown) {
        String id = UUID.randomUUID().toString();
        LOG.severe(() -> "failure " + id + Stack.of(thrown));
        return new Refusal(Refusal.Kind.BROKEN,
                "Nothing was changed that was not acknowledged; try again, and tell the "
                + "operator the id if it lasts").with("id", id);
    }
}
