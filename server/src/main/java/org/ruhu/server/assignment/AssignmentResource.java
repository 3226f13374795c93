package org.ruhu.server.assignment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Query;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;

/** What an enumerator's team is to visit: everything at first, later only what changed. */
@Path("/api/assignments")
@Produces(MediaType.APPLICATION_JSON)
public final class AssignmentResource {

    private static final int MOST_UNITS = 5_000;

    private final Assignments assignments;

    public AssignmentResource(Assignments assignments) {
        this.assignments = assignments;
    }

    /** @param since {@code next} of the answer before; without it, everything */
    @GET
    public ObjectNode list(@Context SecurityContext security, @QueryParam("since") @DefaultValue("0") String since,
                           @QueryParam("limit") @DefaultValue("2000") String limit) {
        Login login = Login.of(security);
        login.require(Role.ENUMERATOR);
        Assignments.Delta delta = assignments.delta(login, Query.number("since", since, 0, Long.MAX_VALUE / 2),
                (int) Query.number("limit", limit, 1, MOST_UNITS));
        ObjectNode answer = Json.object();
        var units = answer.putArray("units");
        delta.units().forEach(unit -> units.add(assignments.told(unit)));
        answer.put("next", delta.next()).put("more", delta.more());
        answer.put("basis", assignments.basis(login));
        var gone = answer.putArray("gone");
        delta.gone().forEach(gone::add);
        return answer;
    }
}
