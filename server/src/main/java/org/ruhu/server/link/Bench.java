package org.ruhu.server.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.door.Query;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.link.Bookmarks.Bookmark;
import org.ruhu.server.staff.Login;

/**
 * Where clerks judge pairs of one kind: of persons, or of households. What they may know and do is the same of both.
 */
final class Bench {

    private static final int MOST_ROWS = 500;

    /** How a list is asked for, as it stands in the query. */
    record Asked(String campaign, String area, String state, String zone, String todo, String sort, String limit,
            String after) {

        Listing.Filter filter() {
            return new Listing.Filter(campaign, Query.area("area", area), state(state), zone(zone),
                    Query.flag("todo", todo));
        }

        private static Optional<State> state(String word) {
            return word.isEmpty() ? Optional.empty() : Optional.of(State.of(word).orElseThrow(() ->
                    Query.refused("state", "give one of "
                            + Arrays.stream(State.values()).map(State::word).collect(Collectors.joining(", ")))));
        }

        private static Optional<Zone> zone(String word) {
            return word.isEmpty() ? Optional.empty()
                    : Optional.of(Zone.of(word).orElseThrow(() -> Query.refused("zone", "give automatic or clerical")));
        }
    }

    private final Linkage linkage;
    private final boolean homes;
    private final Supplier<Collection<Pair>> pairs;
    private final Bookmarks bookmarks;
    private final AuditLog audit;

    private Bench(Linkage linkage, boolean homes, Supplier<Collection<Pair>> pairs, Bookmarks bookmarks,
                  AuditLog audit) {
        this.linkage = linkage;
        this.homes = homes;
        this.pairs = pairs;
        this.bookmarks = bookmarks;
        this.audit = audit;
    }

    static Bench ofPersons(Linkage linkage, Bookmarks bookmarks, AuditLog audit) {
        return new Bench(linkage, false, linkage.links()::all, bookmarks, audit);
    }

    static Bench ofHomes(Linkage linkage, Bookmarks bookmarks, AuditLog audit) {
        return new Bench(linkage, true, linkage.links()::homes, bookmarks, audit);
    }

    ObjectNode list(Login login, Asked asked) {
        Rights.clerk(login);
        Listing.Filter filter = asked.filter();
        Listing.Order order = Listing.Order.of(asked.sort());
        Bookmark bookmark = bookmarks.of(login.account(), (homes ? "homes " : "") + filter + " " + order);
        Optional<Listing.Position> position = bookmark.read(asked.after()).map(Listing.Position::read);
        int most = (int) Query.number("limit", asked.limit(), 1, MOST_ROWS);
        Optional<ObjectNode> behind = linkage.behind();
        ObjectNode page = new Listing(pairs.get(), login, filter).page(order, position, most, bookmark);
        behind.ifPresent(read -> page.set("building", read));
        return page;
    }

    /** A pair that is read whole, which the audit log tells. */
    Rights opened(Login login, String id) {
        Rights rights = readable(login, id);
        audit.append(Event.of(login.account(), "link-pair-read", id)
                .with("left", rights.pair().left().record().text())
                .with("right", rights.pair().right().record().text()));
        return rights;
    }

    /** Of a pair that the login was let read. */
    Links.Taken judged(Login login, String id, int number, Saying saying) {
        return linkage.links().take(login, id, number, saying.kind(), saying.said());
    }

    Rights readable(Login login, String id) {
        Rights.clerk(login);
        linkage.behind();
        Rights rights = Rights.of(login, linkage.links().find(id)
                .filter(pair -> pair.common().isPresent() == homes)
                .orElseThrow(() -> Refusal.notFound("There is no such pair")));
        if (!rights.seesBoth()) {
            audit.append(Event.of(login.account(), "refused-foreign-area", id));
            throw Refusal.foreignArea();
        }
        return rights;
    }
}
