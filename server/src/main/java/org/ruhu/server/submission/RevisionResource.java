package org.ruhu.server.submission;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.UUID;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;
import org.ruhu.server.submission.Intake.Confronted;

/** Where a tablet's answers come in. */
@Path("/api/submissions/{submission: " + RevisionId.UUID_PATTERN + "}/revisions/{number: [1-9][0-9]{0,5}}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class RevisionResource {

    private final Intake intake;
    private final Submissions submissions;
    private final Quarantine quarantine;

    public RevisionResource(Intake intake, Submissions submissions, Quarantine quarantine) {
        this.intake = intake;
        this.submissions = submissions;
        this.quarantine = quarantine;
    }

    @PUT
    public Response put(@PathParam("submission") UUID submission, @PathParam("number") int number,
                        @Context SecurityContext security, Body body) {
        Login login = Login.of(security);
        login.require(Role.ENUMERATOR);
        RevisionId id = new RevisionId(submission, number);
        try {
            Confronted sent = intake.confront(login, id, Sent.read(body.only(Sent.MEMBERS)));
            Receipt receipt = submissions.append(sent.revision());
            Acknowledgement answer = Acknowledgement.of(receipt, sent.digest(), submissions);
            return Response.status(answer.status()).entity(answer.receipt()).build();
        } catch (Refusal refusal) {
            throw quarantine.keep(login, Optional.of(id), body, refusal);
        }
    }
}
