package org.ruhu.server.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.link.Person.Roster;
import org.ruhu.server.link.Source.Interview;
import org.ruhu.server.link.Source.Listed;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;
import org.ruhu.server.submission.Latest;
import org.ruhu.server.submission.Revision;
import org.ruhu.server.submission.Seals;
import org.ruhu.server.submission.Submissions;

/** Reads persons out of interviews: the rows of the roster that asks for an id number. A void one names nobody. */
final class Persons {

    private final Store store;
    private final Submissions submissions;
    private final Seals seals;
    private final Campaigns campaigns;
    private final Rosters rosters;
    private final Register register;
    private final Reviews reviews;

    Persons(Store store, Submissions submissions, Seals seals, Campaigns campaigns, Rosters rosters,
            Register register) {
        this.store = store;
        this.submissions = submissions;
        this.seals = seals;
        this.campaigns = campaigns;
        this.rosters = rosters;
        this.register = register;
        this.reviews = new Reviews(store);
    }

    /** Everybody whom the latest revision of a submission names, or the frame for a unit. */
    List<Person> of(Source source) {
        return source instanceof Interview interview ? of(submissions.all(interview.submission()))
                : register.of((Listed) source);
    }

    Optional<Person> find(RecordId id) {
        return of(id.source()).stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /**
     * Those of every frame and of every submission there is, one after another; of a submission's revisions the latest
     * is read only, so authors of earlier ones are left out.
     */
    void all(BiConsumer<Source, List<Person>> told) {
        register.all(told);
        try (Cursor cursor = store.range(Submissions.KIND, Range.of("identity"))) {
            Optional<Stored> latest = Optional.empty();
            while (cursor.hasNext()) {
                Stored next = cursor.next();
                latest.filter(known -> !submission(known).equals(submission(next)))
                        .ifPresent(known -> tell(known, told));
                latest = Optional.of(next);
            }
            latest.ifPresent(known -> tell(known, told));
        }
    }

    private void tell(Stored latest, BiConsumer<Source, List<Person>> told) {
        told.accept(new Interview(submission(latest)), of(List.of(Revision.read(latest.body()))));
    }

    private static UUID submission(Stored revision) {
        return UUID.fromString(revision.key().split("/")[1]);
    }

    /** The persons of each submission of a campaign in an area, as its latest revision names them; authors left out. */
    Walk walk(String campaign, String area) {
        return new Walk(new Latest(store.range(Submissions.KIND, Range.of("listed", campaign).startingWith(area)),
                Long.MAX_VALUE));
    }

    /** Submission after submission. */
    final class Walk implements Iterator<List<Person>>, AutoCloseable {

        private final Latest latest;

        private Walk(Latest latest) {
            this.latest = latest;
        }

        @Override
        public boolean hasNext() {
            return latest.hasNext();
        }

        @Override
        public List<Person> next() {
            return of(List.of(Revision.read(latest.next().body())));
        }

        @Override
        public void close() {
            latest.close();
        }
    }

    private List<Person> of(List<Revision> revisions) {
        if (revisions.isEmpty()) {
            return List.of();
        }
        Revision latest = revisions.get(revisions.size() - 1);
        if (reviews.of(latest.area(), latest.id().submission()).isVoid()) {
            return List.of();
        }
        Optional<Roster> roster = rosters.of(latest.form());
        Optional<Campaign> campaign = campaigns.find(latest.campaign());
        if (roster.isEmpty() || campaign.isEmpty()) {
            return List.of();
        }
        Person.Origin origin = new Person.Origin(campaign.get().domain(), latest.campaign(), latest.unit(),
                latest.area(), latest.id().number(), revisions.stream().map(Revision::author).distinct().toList());
        ObjectNode opened = seals.opened(roster.get().form(), latest.id().submission(), latest.answers());
        JsonNode rows = opened.path(roster.get().name());
        List<Person> persons = new ArrayList<>();
        lines(rows).forEach((line, row) -> persons.add(new Person(
                RecordId.member(latest.id().submission(), roster.get().name(), line), origin, roster.get(), row,
                (ObjectNode) rows.get(row), opened)));
        return persons;
    }

    /**
     * Rows by the number each person keeps through corrections. Who has none, or one that is taken, gets a free one.
     */
    static Map<Integer, Integer> lines(JsonNode rows) {
        Map<Integer, Integer> lines = new TreeMap<>();
        List<Integer> unnumbered = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            JsonNode own = rows.get(row).path("line_no");
            boolean numbered = own.canConvertToInt() && own.intValue() >= 1 && own.intValue() <= RecordId.HIGHEST_LINE;
            if (rows.get(row).isObject() && (!numbered || lines.putIfAbsent(own.intValue(), row) != null)) {
                unnumbered.add(row);
            }
        }
        for (int row : unnumbered) {
            IntStream.rangeClosed(row + 1, RecordId.HIGHEST_LINE).filter(line -> !lines.containsKey(line)).findFirst()
                    .ifPresent(line -> lines.put(line, row));
        }
        return lines;
    }
}
