package org.ruhu.server.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ruhu.forms.UnitKind;
import org.ruhu.server.assignment.Unit;
import org.ruhu.server.assignment.Units;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Json;
import org.ruhu.server.link.Person.Roster;
import org.ruhu.server.link.Source.Listed;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;

/**
 * Reads persons out of frames, as the register had them before anybody was asked: who lives in a household, or its head
 * where no more is listed. A unit that goes back to an interview names nobody: whom it names the interview has named.
 */
final class Register {

    private static final String IN_ORDER = "listed";
    private static final String HEAD = "01";
    private static final int LONGEST_NAME = 100;

    private final Store store;
    private final Units units;
    private final Campaigns campaigns;
    private final Rosters rosters;

    Register(Store store, Units units, Campaigns campaigns, Rosters rosters) {
        this.store = store;
        this.units = units;
        this.campaigns = campaigns;
        this.rosters = rosters;
    }

    /** The key of a document of {@link Units#KIND} says which unit it is of: {@code area/campaign/unit}. */
    static Listed listed(String key) {
        String[] parts = key.split("/");
        return new Listed(parts[1], parts[2]);
    }

    List<Person> of(Listed source) {
        return units.find(source.campaign(), source.unit()).map(this::of).orElse(List.of());
    }

    /** Those of every unit there is, one after another. */
    void all(BiConsumer<Source, List<Person>> told) {
        try (Cursor cursor = store.range(Units.KIND, Range.of(IN_ORDER))) {
            cursor.forEachRemaining(stored -> told.accept(listed(stored.key()), of(units.read(stored))));
        }
    }

    /** The persons of each unit of a campaign in an area. */
    Walk walk(String campaign, String area) {
        return new Walk(store.range(Units.KIND, Range.of(IN_ORDER, campaign).startingWith(area)));
    }

    /** Unit after unit. */
    final class Walk implements Iterator<List<Person>>, AutoCloseable {

        private final Cursor cursor;

        private Walk(Cursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public boolean hasNext() {
            return cursor.hasNext();
        }

        @Override
        public List<Person> next() {
            return of(units.read(cursor.next()));
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    private List<Person> of(Unit unit) {
        Optional<Campaign> campaign = campaigns.find(unit.campaign());
        Optional<Roster> roster = rosters.of(unit.form()).or(rosters::any);
        boolean household = rosters.form(unit.form()).filter(form -> form.unit() == UnitKind.HOUSEHOLD).isPresent();
        if (campaign.isEmpty() || roster.isEmpty() || !household || unit.original().isPresent()) {
            return List.of();
        }
        Person.Origin origin = new Person.Origin(campaign.get().domain(), unit.campaign(), unit.unit(), unit.area(), 0,
                List.of());
        Listed source = new Listed(unit.campaign(), unit.unit());
        List<Person> persons = new ArrayList<>();
        for (JsonNode member : unit.members()) {
            persons.add(new Person(RecordId.listed(source, member.get("line_no").intValue()), origin, roster.get(),
                    persons.size(), (ObjectNode) member, unit.prefill()));
        }
        if (persons.isEmpty()) {
            head(unit.prefill()).ifPresent(head ->
                    persons.add(new Person(RecordId.listed(source, 0), origin, roster.get(), 0, head, unit.prefill())));
        }
        return persons;
    }

    private static Optional<ObjectNode> head(ObjectNode prefill) {
        ObjectNode head = Json.object();
        name(prefill, "head_name").ifPresent(name -> head.put("name_zh", name));
        name(prefill, "head_name_bo").ifPresent(name -> head.put("name_bo", name));
        return head.isEmpty() ? Optional.empty() : Optional.of(head.put("rel", HEAD));
    }

    private static Optional<String> name(ObjectNode prefill, String key) {
        return Optional.ofNullable(prefill.path(key).textValue())
                .filter(name -> !name.isBlank() && name.length() <= LONGEST_NAME);
    }
}
