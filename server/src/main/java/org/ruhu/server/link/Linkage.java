package org.ruhu.server.link;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.assignment.Units;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Login;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Store;
import org.ruhu.server.submission.Seals;
import org.ruhu.server.submission.Submissions;
import org.ruhu.server.vault.Identifiers;
import org.ruhu.tools.CannotRun;

/** Everything about likely doubles: found behind the change order, kept, shown to clerks, decided by them. */
public final class Linkage implements AutoCloseable {

    public static final List<Kind> KINDS = List.of(Links.KIND, Links.JUDGEMENTS);

    /** What people said about pairs, for the audit trail. */
    public static final Kind JUDGEMENTS = Links.JUDGEMENTS;

    private final Links links;
    private final Finder finder;
    private final Background background;
    private final List<Object> resources;

    /**
     * @param model as {@code ruhu dedupe} writes it; empty for what is known without one
     * @param share of the pairs that the model links by itself which clerks judge too, 0 to 1
     * @throws CannotRun if the model cannot be read
     */
    public Linkage(Store store, Submissions submissions, Units units, Seals seals, Identifiers identifiers,
                   Catalogue catalogue, Campaigns campaigns, Optional<Path> model, double share,
                   AuditLog audit, Clock clock) {
        Rosters rosters = new Rosters(catalogue);
        Register register = new Register(store, units, campaigns, rosters);
        Persons persons = new Persons(store, submissions, seals, campaigns, rosters, register);
        links = new Links(store, clock);
        Likely likely = model.<Likely>map(ModelFile::read)
                .orElseGet(() -> new EqualNumbers(identifiers::fingerprint, persons::find));
        finder = new Finder(store, links, persons, likely, identifiers::fingerprint, share, clock);
        background = new Background(finder::build, finder::follow);
        Bookmarks bookmarks = new Bookmarks(identifiers);
        resources = List.of(
                new LinkResource(Bench.ofPersons(this, bookmarks, audit), new Whole(links, persons, units)),
                new HomeResource(Bench.ofHomes(this, bookmarks, audit), new WholeHome(links, persons, units)),
                new LinkageResource(this, new PersonLines(persons, register, identifiers::fingerprint), campaigns,
                audit,
                        clock));
    }

    /** Begins to read what is there; until that is done lists are not complete and say so. */
    public void start() {
        background.start();
    }

    public List<Object> resources() {
        return resources;
    }

    Links links() {
        return links;
    }

    /** Takes in what was stored until now; how far it is, if that takes longer than anybody should wait. */
    Optional<ObjectNode> behind() {
        return background.caughtUp() ? Optional.empty() : Optional.of(Json.object().put("read", finder.read()));
    }

    /** The pairs of a submission of which the login may know, for who guides and supervises it. */
    public ObjectNode of(Login login, UUID submission) {
        behind();
        Source.Interview source = new Source.Interview(submission);
        ObjectNode told = Json.object();
        told.set("likelyDoubles", rows(login, links.of(source)));
        told.set("likelyHouseholds", rows(login, links.homesOf(source)));
        return told;
    }

    private static ArrayNode rows(Login login, List<Pair> pairs) {
        ArrayNode rows = Json.object().arrayNode();
        pairs.stream().filter(pair -> pair.state() != State.GONE)
                .sorted(Comparator.comparing(Pair::foundAt).thenComparing(Pair::id))
                .map(pair -> Rights.of(login, pair)).filter(Rights::seesEither).map(Row::of).forEach(rows::add);
        return rows;
    }

    @Override
    public void close() {
        background.close();
    }
}
