package org.ruhu.server.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ruhu.server.assignment.Units;
import org.ruhu.server.door.Json;

/** Two households side by side, their members lined up, why they may be one, and what was said about it. */
final class WholeHome {

    private static final List<String> FIELDS =
            List.of("head_name", "phone", "register_no", "natural_village", "hh_attr",
            "n_hukou", "reloc_type", "start_time");

    private final Links links;
    private final Persons persons;
    private final Units units;

    WholeHome(Links links, Persons persons, Units units) {
        this.links = links;
        this.persons = persons;
        this.units = units;
    }

    ObjectNode of(Rights rights) {
        Pair pair = rights.pair();
        List<Person> left = persons.of(pair.left().record().source());
        List<Person> right = persons.of(pair.right().record().source());
        Explanation why = links.why(pair);
        ObjectNode json = Row.of(rights);
        named((ObjectNode) json.get("left"), rights, pair.left(), left);
        named((ObjectNode) json.get("right"), rights, pair.right(), right);
        json.set("fields", fields(rights, left, right, why));
        json.set("waterfall", Whole.waterfall(why));
        json.set("members", lined(rights, left, right));
        json.set("ask", AskHome.about(pair, left, right));
        Whole.mine(rights).ifPresent(own -> json.set("mine", own));
        json.set("history", History.of(rights));
        return json;
    }

    private void named(ObjectNode shown, Rights rights, Side side, List<Person> members) {
        if (!members.isEmpty() && rights.seesName(side)) {
            shown.put("name", HomeFinder.head(members).name());
        }
        units.find(side.campaign(), side.unit()).ifPresent(unit -> shown.put("address", unit.address()));
    }

    private static ArrayNode fields(Rights rights, List<Person> left, List<Person> right, Explanation why) {
        ArrayNode fields = Json.object().arrayNode();
        Optional<Person> one = left.stream().findFirst();
        Optional<Person> two = right.stream().findFirst();
        one.or(() -> two).map(Person::roster).ifPresent(roster -> FIELDS.forEach(name -> Whole.field(fields, rights,
                "/" + name, answer(one, name), answer(two, name), roster.form(), why)));
        return fields;
    }

    private static Optional<JsonNode> answer(Optional<Person> member, String name) {
        return member.map(person -> person.about().path(name));
    }

    /** Those believed to be one person in one row, the others of either household in rows of their own. */
    private ArrayNode lined(Rights rights, List<Person> left, List<Person> right) {
        ArrayNode rows = Json.object().arrayNode();
        Set<RecordId> taken = new HashSet<>();
        for (Person member : left) {
            Optional<Pair> pair = alike(member, right, taken);
            Optional<Person> other = pair.flatMap(of -> right.stream().filter(one -> joins(of, one)).findFirst());
            ObjectNode row = rows.addObject();
            row.set("left", shown(rights, rights.pair().left(), member));
            other.ifPresent(one -> {
                taken.add(one.id());
                row.set("right", shown(rights, rights.pair().right(), one));
            });
            pair.ifPresent(of -> row.put("pair", of.id()).put("state", of.state().word()).put("linked", of.linked()));
        }
        right.stream().filter(member -> !taken.contains(member.id())).forEach(member ->
                rows.addObject().set("right", shown(rights, rights.pair().right(), member)));
        return rows;
    }

    /** The likeliest pair of a member with somebody of the other household who stands in no row yet. */
    private Optional<Pair> alike(Person member, List<Person> others, Set<RecordId> taken) {
        List<Pair> found = new ArrayList<>(links.of(member.source()));
        return found.stream().filter(pair -> pair.state() != State.GONE && joins(pair, member))
                .filter(pair -> others.stream().anyMatch(one -> !taken.contains(one.id()) && joins(pair, one)))
                .max(Comparator.comparing(Pair::linked).thenComparingDouble(pair -> pair.score().weight())
                        .thenComparing(Pair::id));
    }

    private static boolean joins(Pair pair, Person member) {
        return pair.left().record().equals(member.id()) || pair.right().record().equals(member.id());
    }

    private static ObjectNode shown(Rights rights, Side side, Person member) {
        ObjectNode row = Json.object().put("line", member.id().line())
                .put("name", rights.seesName(side) ? member.name() : Side.maskedName(member.name()))
                .put("sex", member.text("sex")).put("born", member.born()).put("rel", member.text("rel"));
        row.set("relText", Whole.texts(language -> member.roster().form()
                .optionLabel(member.roster().path("rel"), member.text("rel"), language)));
        return row;
    }
}
