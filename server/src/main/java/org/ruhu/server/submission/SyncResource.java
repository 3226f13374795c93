package org.ruhu.server.submission;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import org.ruhu.server.door.Carries;
import org.ruhu.server.door.Load;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;

/**
 * Where many revisions come in at once, a line each. The answer is held back until the last line has come: many
 * clients do not listen while they speak, and would wait for a server that waits for them.
 */
@Path("/api/sync")
public final class SyncResource {

    static final String NDJSON = "application/x-ndjson";

    private final Sync sync;

    public SyncResource(Sync sync) {
        this.sync = sync;
    }

    @POST
    @Carries(Load.STREAM)
    @Consumes(NDJSON)
    @Produces(NDJSON)
    public StreamingOutput sync(@Context SecurityContext security, InputStream lines) throws IOException {
        Login login = Login.of(security);
        login.require(Role.ENUMERATOR);
        Spool results = new Spool();
        try {
            sync.take(login, lines, results);
            return results::drainTo;
        } catch (IOException | RuntimeException e) {
            results.close();
            throw e;
        }
    }
}
