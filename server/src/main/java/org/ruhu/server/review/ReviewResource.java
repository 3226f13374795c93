package org.ruhu.server.review;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ruhu.server.door.Body;
import org.ruhu.server.review.Reviewing.Outcome;
import org.ruhu.server.staff.Login;
import org.ruhu.server.submission.RevisionId;

/** Where instructors and county offices decide about a submission. */
@Path("/api/submissions/{submission: " + RevisionId.UUID_PATTERN + "}/steps")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ReviewResource {

    private final Reviewing reviewing;

    public ReviewResource(Reviewing reviewing) {
        this.reviewing = reviewing;
    }

    @POST
    public Response step(@Context SecurityContext security, @PathParam("submission") UUID submission, Body body) {
        Login login = Login.of(security);
        Subject subject = reviewing.subject(login, submission);
        body.only("number", "revision", "step", "reason", "fields", "evidence");
        Reviews.Wish wish = reviewing.wish(login, subject, step(body, Step.values()), body);
        Outcome outcome = reviewing.take(login, List.of(wish)).get(0);
        if (outcome instanceof Outcome.Refused refused) {
            throw refused.refusal();
        }
        Outcome.Done done = (Outcome.Done) outcome;
        return Response.status(done.fresh() ? 201 : 200).entity(done.subject().json(login)).build();
    }

    static Step step(Body body, Step... known) {
        Optional<Step> step = Step.of(body.text("step")).filter(List.of(known)::contains);
        return step.orElseThrow(() -> body.refusedAt("step",
                "send one of " + String.join(", ", Stream.of(known).map(Step::word).toList())));
    }
}
