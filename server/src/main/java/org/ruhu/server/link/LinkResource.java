package org.ruhu.server.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.ruhu.server.door.Body;
import org.ruhu.server.staff.Login;

/** Likely doubles for the clerks who decide on them; never for those who interview. */
@Path("/api/linkage/pairs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class LinkResource {

    private static final String PAIR = "{pair: [A-Za-z0-9_-]{32}}";

    private final Bench bench;
    private final Whole whole;

    LinkResource(Bench bench, Whole whole) {
        this.bench = bench;
        this.whole = whole;
    }

    @GET
    public ObjectNode list(@Context SecurityContext security,
                           @QueryParam("campaign") @DefaultValue("") String campaign,
                           @QueryParam("area") @DefaultValue("") String area,
                           @QueryParam("state") @DefaultValue("") String state,
                           @QueryParam("zone") @DefaultValue("") String zone,
                           @QueryParam("todo") @DefaultValue("false") String todo,
                           @QueryParam("sort") @DefaultValue("uncertain") String sort,
                           @QueryParam("limit") @DefaultValue("50") String limit,
                           @QueryParam("after") @DefaultValue("") String after) {
        return bench.list(Login.of(security),
                new Bench.Asked(campaign, area, state, zone, todo, sort, limit, after));
    }

    @GET
    @Path(PAIR)
    public ObjectNode one(@Context SecurityContext security, @PathParam("pair") String id) {
        return whole.of(bench.opened(Login.of(security), id));
    }

    @PUT
    @Path(PAIR + "/judgements/{number: [1-9][0-9]{0,2}}")
    public Response judge(@Context SecurityContext security, @PathParam("pair") String id,
                          @PathParam("number") int number, Body body) {
        Login login = Login.of(security);
        bench.readable(login, id);
        Links.Taken taken = bench.judged(login, id, number, Saying.read(body));
        return Response.status(taken.fresh() ? 201 : 200).entity(Row.of(Rights.of(login, taken.pair()))).build();
    }
}
