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
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Query;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.link.Bookmarks.Bookmark;
import org.ruhu.server.staff.Login;

/** Likely doubles for the clerks who decide on them; never for those who interview. */
@Path("/api/linkage/pairs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class LinkResource {

    private static final int MOST_ROWS = 500;
    private static final String PAIR = "{pair: [A-Za-z0-9_-]{32}}";

    private final Linkage linkage;
    private final Links links;
    private final Whole whole;
    private final Bookmarks bookmarks;
    private final AuditLog audit;

    LinkResource(Linkage linkage, Whole whole, Bookmarks bookmarks, AuditLog audit) {
        this.linkage = linkage;
        this.links = linkage.links();
        this.whole = whole;
        this.bookmarks = bookmarks;
        this.audit = audit;
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
        Login login = Login.of(security);
        Rights.clerk(login);
        Listing.Filter filter = new Listing.Filter(campaign, Query.area("area", area), state(state), zone(zone),
                Query.flag("todo", todo));
        Listing.Order order = Listing.Order.of(sort);
        Bookmark bookmark = bookmarks.of(login.account(), filter + " " + order);
        Optional<Listing.Position> position = bookmark.read(after).map(Listing.Position::read);
        int most = (int) Query.number("limit", limit, 1, MOST_ROWS);
        Optional<ObjectNode> behind = linkage.behind();
        ObjectNode page = new Listing(links.all(), login, filter).page(order, position, most, bookmark);
        behind.ifPresent(read -> page.set("building", read));
        return page;
    }

    @GET
    @Path(PAIR)
    public ObjectNode one(@Context SecurityContext security, @PathParam("pair") String id) {
        Login login = Login.of(security);
        Rights rights = readable(login, id);
        audit.append(Event.of(login.account(), "link-pair-read", id)
                .with("left", rights.pair().left().record().text())
                .with("right", rights.pair().right().record().text()));
        return whole.of(rights);
    }

    @PUT
    @Path(PAIR + "/judgements/{number: [1-9][0-9]{0,2}}")
    public Response judge(@Context SecurityContext security, @PathParam("pair") String id,
                          @PathParam("number") int number, Body body) {
        Login login = Login.of(security);
        readable(login, id);
        Saying saying = Saying.read(body);
        Links.Taken taken = links.take(login, id, number, saying.kind(), saying.said());
        return Response.status(taken.fresh() ? 201 : 200).entity(Row.of(Rights.of(login, taken.pair()))).build();
    }

    private Rights readable(Login login, String id) {
        Rights.clerk(login);
        linkage.behind();
        Rights rights = Rights.of(login, links.find(id).orElseThrow(() -> Refusal.notFound("There is no such pair")));
        if (!rights.seesBoth()) {
            audit.append(Event.of(login.account(), "refused-foreign-area", id));
            throw Refusal.foreignArea();
        }
        return rights;
    }

    private static Optional<State> state(String word) {
        return word.isEmpty() ? Optional.empty() : Optional.of(State.of(word).orElseThrow(() -> Query.refused("state",
                "give one of " + Arrays.stream(State.values()).map(State::word).collect(Collectors.joining(", ")))));
    }

    private static Optional<Zone> zone(String word) {
        return word.isEmpty() ? Optional.empty()
                : Optional.of(Zone.of(word).orElseThrow(() -> Query.refused("zone", "give automatic or clerical")));
    }
}
