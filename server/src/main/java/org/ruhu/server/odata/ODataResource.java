package org.ruhu.server.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Request;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.dataset.Choice;
import org.ruhu.server.dataset.Cut;
import org.ruhu.server.dataset.Datasets;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Basic;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Open;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Store;

/** Datasets for programs that speak OData 4.0: a feed for each form over all its versions, identifiers masked. */
@Path("/api/odata/{form: [a-z][a-z0-9-]{0,63}}")
public final class ODataResource {

    private static final String JSON = "application/json";
    private static final String MINIMAL = JSON + ";odata.metadata=minimal";
    private static final String SET = "{set: [A-Za-z_][A-Za-z0-9_]{0,127}}";

    private final Store store;
    private final Datasets datasets;
    private final Campaigns campaigns;
    private final Choice choice;
    private final Basic basic;
    private final Counting counting;
    private final AuditLog audit;

    /** @param counting belongs to the caller */
    public ODataResource(Store store, Catalogue catalogue, Campaigns campaigns, Attachments attachments, Basic basic,
                         Counting counting, AuditLog audit) {
        this.store = store;
        this.datasets = new Datasets(catalogue);
        this.campaigns = campaigns;
        this.choice = Choice.usual(attachments);
        this.basic = basic;
        this.counting = counting;
        this.audit = audit;
    }

    @GET
    @Open
    @Produces(JSON)
    public Response service(@Context SecurityContext security, @Context HttpHeaders headers, @Context Request request,
                            @Context UriInfo uri, @PathParam("form") String form) {
        reach(basic.login(security, headers, Request.getRemoteAddr(request)));
        return json(feed(form).service(root(uri, form)));
    }

    @GET
    @Path("$metadata")
    @Open
    @Produces("application/xml")
    public String metadata(@Context SecurityContext security, @Context HttpHeaders headers, @Context Request request,
                           @PathParam("form") String form) {
        reach(basic.login(security, headers, Request.getRemoteAddr(request)));
        return feed(form).metadata();
    }

    @GET
    @Path(SET)
    @Open
    @Produces(JSON)
    public Response set(@Context SecurityContext security, @Context HttpHeaders headers, @Context Request request,
                        @Context UriInfo uri, @PathParam("form") String form, @PathParam("set") String name) {
        Login login = basic.login(security, headers, Request.getRemoteAddr(request));
        reach(login);
        Feed feed = feed(form);
        EntitySet set = set(feed, name);
        Ask ask = Ask.read(uri.getQueryParameters(), set, headers.getHeaderString("Prefer"));
        Walk walk = walk(login, feed);
        read(login, form, name);
        Walk.Page page = walk.page(set, ask);
        ObjectNode answer = Json.object().put("@odata.context", context(uri, form, set, ask));
        if (ask.count() && ask.from().isEmpty()) {
            answer.put("@odata.count", counted(walk, uri, form, set, ask));
        }
        var value = answer.putArray("value");
        page.found().forEach(found -> value.add(set.json(found.revision(), found.row(), ask.select(), ask.expand())));
        page.next().ifPresent(next -> answer.put("@odata.nextLink", next(uri, root(uri, form) + name, next)));
        return json(answer);
    }

    @GET
    @Path(SET + "/$count")
    @Open
    @Produces("text/plain")
    public String count(@Context SecurityContext security, @Context HttpHeaders headers, @Context Request request,
                        @Context UriInfo uri, @PathParam("form") String form, @PathParam("set") String name) {
        Login login = basic.login(security, headers, Request.getRemoteAddr(request));
        reach(login);
        Feed feed = feed(form);
        EntitySet set = set(feed, name);
        Walk walk = walk(login, feed);
        read(login, form, name);
        return Long.toString(counted(walk, uri, form, set, Ask.read(uri.getQueryParameters(), set, null)));
    }

    private long counted(Walk walk, UriInfo uri, String form, EntitySet set, Ask ask) {
        return !walk.takesLong() ? walk.count(set, ask)
                : counting.of(List.of(form, set.name(), uri.getQueryParameters().getOrDefault("$filter", List.of()),
                        walk.cuts()), () -> walk.count(set, ask));
    }

    /** One entity by its key, or the rows that lie in it. */
    @GET
    @Path(SET + "({key: [^()/]{1,200}}){way: (/[A-Za-z_][A-Za-z0-9_]{0,127})?}")
    @Open
    @Produces(JSON)
    public Response entity(@Context SecurityContext security, @Context HttpHeaders headers, @Context Request request,
                           @Context UriInfo uri, @PathParam("form") String form, @PathParam("set") String name,
                           @PathParam("key") String key, @PathParam("way") String way) {
        Login login = basic.login(security, headers, Request.getRemoteAddr(request));
        reach(login);
        Feed feed = feed(form);
        EntitySet set = set(feed, name);
        List<String> values = Key.read(key, set);
        Walk walk = walk(login, feed);
        read(login, form, name);
        Walk.Found found = walk.of(set, UUID.fromString(values.get(0))).stream()
                .filter(one -> Walk.named(one, set, values)).findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no such entity in your reach"));
        if (way.isEmpty()) {
            Ask ask = Ask.read(uri.getQueryParameters(), set, null);
            ObjectNode answer = Json.object().put("@odata.context", context(uri, form, set, ask) + "/$entity");
            return json(answer.setAll(set.json(found.revision(), found.row(), ask.select(), ask.expand())));
        }
        EntitySet inner = Optional.ofNullable(set.rosters().get(way.substring(1)))
                .orElseThrow(() -> Unsupported.of("This way from an entity"));
        Ask ask = Ask.read(uri.getQueryParameters(), inner, null);
        ObjectNode answer = Json.object().put("@odata.context", context(uri, form, inner, ask));
        var value = answer.putArray("value");
        inner.rows(found.revision()).stream().filter(row -> set.holds(found.row(), inner, row))
                .filter(row -> ask.filter().map(of -> of.holds(field -> EntitySet.value(row, field))).orElse(true))
                .skip(ask.skip()).limit(ask.top())
                .forEach(row -> value.add(inner.json(found.revision(), row, ask.select(), ask.expand())));
        return json(answer);
    }

    private static Reach reach(Login login) {
        return login.require(Role.STATISTICIAN);
    }

    private Feed feed(String form) {
        return new Feed(datasets.find(form, Optional.empty())
                .orElseThrow(() -> Refusal.notFound("There is no such form")));
    }

    private static EntitySet set(Feed feed, String name) {
        return feed.set(name).orElseThrow(() -> Refusal.notFound("There is no such entity set"));
    }

    private Walk walk(Login login, Feed feed) {
        List<Cut> cuts = Cut.of(campaigns, reach(login), "", "");
        if (cuts.isEmpty()) {
            throw Refusal.foreignArea();
        }
        return new Walk(store, feed.dataset(), cuts, choice);
    }

    /** What was filtered for is not written down: it may hold an answer. */
    private void read(Login login, String form, String set) {
        audit.append(Event.of(login.account(), "dataset-read", form + " " + set).with("format", "odata"));
    }

    private static String root(UriInfo uri, String form) {
        return uri.getBaseUriBuilder().path("api/odata").path(form).build() + "/";
    }

    private static String context(UriInfo uri, String form, EntitySet set, Ask ask) {
        String all = root(uri, form) + "$metadata#" + set.name();
        if (ask.select().isEmpty() && ask.expand().isEmpty()) {
            return all;
        }
        return all + "(" + String.join(",", ask.select().isEmpty() ? List.of("*") : ask.select())
                + ask.expand().entrySet().stream()
                        .map(way -> "," + way.getKey() + "(" + String.join(",", way.getValue()) + ")")
                        .collect(Collectors.joining()) + ")";
    }

    /** The same request behind a place. What {@code $top} and {@code $skip} leave to do stands in the token. */
    private static String next(UriInfo uri, String set, Place place) {
        UriBuilder next = UriBuilder.fromUri(set);
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        List.of("$filter", "$select", "$expand", "$orderby", "$format").forEach(name ->
                query.getOrDefault(name, List.of()).forEach(value ->
                        next.queryParam(name, "{value}").resolveTemplate("value", value)));
        return next.queryParam("$skiptoken", place.token()).build().toString();
    }

    private static Response json(ObjectNode answer) {
        return Response.ok(answer).type(MINIMAL).build();
    }
}
