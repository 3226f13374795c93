package org.ruhu.server.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Query;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;

/** What came of judging: links, clusters, figures, labels to learn from; and the persons to be compared elsewhere. */
@Path("/api/linkage")
@Produces(MediaType.APPLICATION_JSON)
public final class LinkageResource {

    private static final int MOST_ROWS = 500;
    private static final int LONGEST_PURPOSE = 500;
    private static final String HOME_LABELS =
            "left,right,same,left_unit,right_unit,linked,left_members,right_members";

    private final Linkage linkage;
    private final PersonLines persons;
    private final Campaigns campaigns;
    private final AuditLog audit;
    private final Clock clock;

    LinkageResource(Linkage linkage, PersonLines persons, Campaigns campaigns, AuditLog audit, Clock clock) {
        this.linkage = linkage;
        this.persons = persons;
        this.campaigns = campaigns;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every pair a record was ever in, with what was said about it. */
    @GET
    @Path("links")
    public ObjectNode links(@Context SecurityContext security, @QueryParam("record") @DefaultValue("") String text) {
        Login login = clerk(security);
        RecordId record = RecordId.read(text)
                .orElseThrow(() -> Query.refused("record", "give " + RecordId.EXPECTED));
        Optional<ObjectNode> behind = linkage.behind();
        audit.append(Event.of(login.account(), "link-record-read", record.text()));
        ObjectNode answer = Json.object().put("record", record.text());
        var rows = answer.putArray("links");
        Stream.concat(linkage.links().all().stream(), linkage.links().homes().stream())
                .filter(pair -> pair.left().record().equals(record) || pair.right().record().equals(record))
                .sorted(Comparator.comparing(Pair::foundAt).thenComparing(Pair::id))
                .map(pair -> Rights.of(login, pair)).filter(rights -> rights.sees(side(rights.pair(), record)))
                .forEach(rights -> rows.add(withHistory(rights)));
        return with(answer, behind);
    }

    private static Side side(Pair pair, RecordId record) {
        return pair.left().record().equals(record) ? pair.left() : pair.right();
    }

    private static ObjectNode withHistory(Rights rights) {
        ObjectNode row = Row.of(rights);
        if (rights.seesBoth()) {
            row.set("history", History.of(rights));
        }
        return row;
    }

    @GET
    @Path("clusters")
    public ObjectNode clusters(@Context SecurityContext security,
                               @QueryParam("campaign") @DefaultValue("") String campaign,
                               @QueryParam("area") @DefaultValue("") String area,
                               @QueryParam("limit") @DefaultValue("50") String limit,
                               @QueryParam("after") @DefaultValue("") String after) {
        Login login = clerk(security);
        int most = (int) Query.number("limit", limit, 1, MOST_ROWS);
        if (!after.isEmpty() && RecordId.read(after).isEmpty()) {
            throw Query.refused("after", "give next as the page before told it");
        }
        Optional<ObjectNode> behind = linkage.behind();
        return with(new Clusters(pairs(linkage.links().all(), login, campaign, area)).page(after, most), behind);
    }

    @GET
    @Path("figures")
    public ObjectNode figures(@Context SecurityContext security,
                              @QueryParam("campaign") @DefaultValue("") String campaign,
                              @QueryParam("area") @DefaultValue("") String area) {
        Login login = clerk(security);
        Optional<ObjectNode> behind = linkage.behind();
        return with(new Figures(pairs(linkage.links().all(), login, campaign, area), clock.instant()).json(), behind);
    }

    /**
     * What clerks decided, of records that are still as they were then, and for how many pairs each decision stands:
     * all links of a lot for those of it that were decided.
     */
    @GET
    @Path("labels.csv")
    @Produces("text/csv")
    public Response labels(@Context SecurityContext security,
                           @QueryParam("campaign") @DefaultValue("") String campaign,
                           @QueryParam("area") @DefaultValue("") String area) {
        Login login = clerk(security);
        linkage.behind();
        String csv = new Labels(pairs(linkage.links().all(), login, campaign, area)).csv();
        audit.append(Event.of(login.account(), "link-labels-read", campaign.isEmpty() ? "-" : campaign));
        return file("labels.csv", out -> out.write(csv.getBytes(StandardCharsets.UTF_8)));
    }

    /** What clerks decided of households, named as records are. */
    @GET
    @Path("household-labels.csv")
    @Produces("text/csv")
    public Response homeLabels(@Context SecurityContext security,
                               @QueryParam("campaign") @DefaultValue("") String campaign,
                               @QueryParam("area") @DefaultValue("") String area) {
        Login login = clerk(security);
        linkage.behind();
        StringBuilder csv = new StringBuilder(HOME_LABELS).append('\n');
        pairs(linkage.links().homes(), login, campaign, area).stream()
                .filter(pair -> pair.state().decided() && !pair.changed())
                .sorted(Comparator.comparing(pair -> Pair.key(pair.left().record(), pair.right().record())))
                .forEach(pair -> csv.append(homeLabel(pair)).append('\n'));
        audit.append(Event.of(login.account(), "link-labels-read", campaign.isEmpty() ? "-" : campaign)
                .with("of", "households"));
        return file("household-labels.csv", out -> out.write(csv.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String homeLabel(Pair pair) {
        Common common = pair.common().orElseThrow();
        return String.join(",", pair.left().record().text(), pair.right().record().text(),
                pair.state() == State.SAME ? "1" : "0", pair.left().unit(), pair.right().unit(),
                common.linked() + "," + common.left() + "," + common.right());
    }

    /** Persons of one campaign, to be compared by {@code ruhu dedupe}: names, but no number that leads to anybody. */
    @GET
    @Path("persons.ndjson")
    @Produces("application/x-ndjson")
    public Response persons(@Context SecurityContext security,
                            @QueryParam("campaign") @DefaultValue("") String campaign,
                            @QueryParam("area") @DefaultValue("") String area,
                            @QueryParam("records") @DefaultValue("all") String records,
                            @QueryParam("purpose") @DefaultValue("") String purpose) {
        Login login = Login.of(security);
        Reach reach = login.require(Role.STATISTICIAN);
        if (purpose.isBlank() || purpose.length() > LONGEST_PURPOSE) {
            throw Query.refused("purpose", "say in at most 500 characters what the persons are compared for");
        }
        PersonLines.Records wanted = PersonLines.Records.of(records);
        String known = campaigns.find(campaign).orElseThrow(() -> Query.refused("campaign", "name one campaign")).id();
        List<String> areas = reach.areas(known, Query.area("area", area));
        if (areas.isEmpty()) {
            audit.append(Event.of(login.account(), "refused-foreign-area", known).with("area", area));
            throw Refusal.foreignArea();
        }
        audit.append(Event.of(login.account(), "link-persons-read", known).with("area", area)
                .with("records", records).with("purpose", purpose.strip()));
        return file("persons.ndjson", out -> persons.write(wanted, known, areas, out));
    }

    private static Login clerk(SecurityContext security) {
        Login login = Login.of(security);
        Rights.clerk(login);
        return login;
    }

    /** Pairs of which the login may know both sides. */
    private static List<Pair> pairs(Collection<Pair> all, Login login, String campaign, String area) {
        Listing.Filter filter = new Listing.Filter(campaign, Query.area("area", area), Optional.empty(),
                Optional.empty(), false);
        return new Listing(all, login, filter).known().filter(Rights::seesBoth).map(Rights::pair)
                .toList();
    }

    private static ObjectNode with(ObjectNode answer, Optional<ObjectNode> behind) {
        behind.ifPresent(read -> answer.set("building", read));
        return answer;
    }

    private static Response file(String name, StreamingOutput bytes) {
        return Response.ok(bytes).header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store").build();
    }
}
