package org.ruhu.server.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Query;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;

/** The audit log for those who watch over it. */
@Path("/api/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {

    private static final int MOST = 1_000;

    private final AuditLog log;
    private final Trail trail;

    public AuditResource(AuditLog log, Trail trail) {
        this.log = log;
        this.trail = trail;
    }

    @GET
    public ObjectNode entries(@Context SecurityContext security, @QueryParam("after") @DefaultValue("0") String after,
                              @QueryParam("limit") @DefaultValue("200") String limit) {
        Login.of(security).require(Role.AUDITOR);
        trail.fold();
        List<Entry> entries = log.after(Query.number("after", after, 0, Long.MAX_VALUE / 2),
                (int) Query.number("limit", limit, 1, MOST));
        ObjectNode answer = Json.object();
        var array = answer.putArray("entries");
        entries.forEach(entry -> array.add(entry.json()));
        if (!entries.isEmpty()) {
            answer.put("next", entries.get(entries.size() - 1).number());
        }
        return answer;
    }
}
