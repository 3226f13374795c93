package org.ruhu.server.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Identifier;
import org.ruhu.forms.Question;
import org.ruhu.server.assignment.Units;
import org.ruhu.server.door.Json;
import org.ruhu.server.link.Person.Roster;
import org.ruhu.server.vault.Mask;

/** Both records of a pair side by side, why they were found alike, and what was said about them. */
final class Whole {

    private static final List<String> PERSON = List.of("name_zh", "name_bo", "name_alias", "sex", "birth_date",
            "id_type", "id_no", "rel", "ethnic", "marital", "edu", "school_name", "hukou_here", "months_home", "change",
            "change_date");
    private static final List<String> HOUSEHOLD =
            List.of("head_name", "phone", "register_no", "natural_village", "n_hukou", "start_time");
    private static final List<String> LANGUAGES = List.of("zh", "en");

    private final Links links;
    private final Persons persons;
    private final Units units;

    Whole(Links links, Persons persons, Units units) {
        this.links = links;
        this.persons = persons;
        this.units = units;
    }

    ObjectNode of(Rights rights) {
        Pair pair = rights.pair();
        Optional<Person> left = persons.find(pair.left().record());
        Optional<Person> right = persons.find(pair.right().record());
        Explanation why = links.why(pair);
        ObjectNode json = Row.of(rights);
        named((ObjectNode) json.get("left"), rights, pair.left(), left);
        named((ObjectNode) json.get("right"), rights, pair.right(), right);
        json.set("fields", fields(rights, left, right, why));
        json.set("ids", Numbers.compared(left, right));
        json.set("waterfall", waterfall(why));
        ObjectNode households = json.putObject("households");
        households.set("left", household(rights, pair.left(), left));
        households.set("right", household(rights, pair.right(), right));
        json.set("ask", Ask.about(left, right));
        mine(rights).ifPresent(own -> json.set("mine", own));
        json.set("history", History.of(rights));
        return json;
    }

    private void named(ObjectNode shown, Rights rights, Side side, Optional<Person> person) {
        person.ifPresent(known ->
                shown.put("name", rights.seesName(side) ? known.name() : Side.maskedName(known.name())));
        units.find(side.campaign(), side.unit()).ifPresent(unit -> shown.put("address", unit.address()));
    }

    static Optional<ObjectNode> mine(Rights rights) {
        return rights.pair().round().stream().filter(said -> said.account().equals(rights.login().account()))
                .findFirst().map(History::told);
    }

    static ObjectNode waterfall(Explanation why) {
        ObjectNode json = Json.object().put("prior", why.prior());
        var steps = json.putArray("steps");
        why.steps().forEach(step -> steps.addObject().put("comparison", step.comparison()).put("level", step.level())
                .put("weight", step.weight()).put("frequency", step.frequency()));
        return json.put("weight", why.weight()).put("probability", why.probability());
    }

    private static ArrayNode fields(Rights rights, Optional<Person> left, Optional<Person> right, Explanation why) {
        ArrayNode fields = Json.object().arrayNode();
        Optional<Roster> roster = left.or(() -> right).map(Person::roster);
        if (roster.isPresent()) {
            PERSON.forEach(name -> field(fields, rights, roster.get().path(name),
                    left.map(person -> person.answers().path(name)), right.map(person -> person.answers().path(name)),
                    roster.get().form(), why));
            HOUSEHOLD.forEach(name -> field(fields, rights, "/" + name,
                    left.map(person -> person.about().path(name)), right.map(person -> person.about().path(name)),
                    roster.get().form(), why));
        }
        return fields;
    }

    /** One that neither says is left out. */
    static void field(ArrayNode fields, Rights rights, String path, Optional<JsonNode> left,
                              Optional<JsonNode> right, FormVersion form, Explanation why) {
        Optional<Question> question = form.question(path);
        String one = text(left);
        String two = text(right);
        if (question.isEmpty() || one.isEmpty() && two.isEmpty()) {
            return;
        }
        String name = question.get().name();
        ObjectNode field = fields.addObject().put("field", name);
        field.set("label", texts(language -> form.label(path, language)));
        shown(field, "left", question.get(), one, rights.seesName(rights.pair().left()), form);
        shown(field, "right", question.get(), two, rights.seesName(rights.pair().right()), form);
        field.put("alike", one.isEmpty() || two.isEmpty() ? "missing" : one.equals(two) ? "same" : "differs");
        why.steps().stream().filter(step -> step.fields().contains(name)).findFirst().ifPresent(step ->
                field.put("level", step.level()).put("weight", step.weight() + step.frequency()));
    }

    private static void shown(ObjectNode field, String side, Question question, String value, boolean names,
                              FormVersion form) {
        if (value.isEmpty()) {
            return;
        }
        boolean hidden = question.identifier().isPresent()
                && (question.identifier().get() != Identifier.NAME || !names);
        field.put(side, hidden ? Mask.shown(question.identifier().get(), value) : value);
        if (!question.codes().isEmpty()) {
            field.set(side + "Text", texts(language -> form.optionLabel(question.path(), value, language)));
        }
    }

    private ArrayNode household(Rights rights, Side side, Optional<Person> person) {
        ArrayNode members = Json.object().arrayNode();
        person.ifPresent(known -> persons.of(known.source()).forEach(member -> {
            ObjectNode row = members.addObject().put("line", member.id().line())
                    .put("name", rights.seesName(side) ? member.name() : Side.maskedName(member.name()))
                    .put("sex", member.text("sex")).put("born", member.born()).put("rel", member.text("rel"));
            row.set("relText", texts(language -> member.roster().form()
                    .optionLabel(member.roster().path("rel"), member.text("rel"), language)));
            row.put("this", member.id().equals(known.id()));
            besides(rights.pair(), member.id()).ifPresent(pair -> row.put("pair", pair.id()));
        }));
        return members;
    }

    /** The pair that this member makes with a member of the other household. */
    private Optional<Pair> besides(Pair pair, RecordId member) {
        RecordId here = pair.left().record();
        RecordId there = pair.right().record();
        return links.of(member.source()).stream()
                .filter(other -> other.state() != State.GONE && !other.id().equals(pair.id()))
                .filter(other -> other.left().record().equals(member) || other.right().record().equals(member))
                .filter(other -> joins(other, here, there) || joins(other, there, here)).findFirst();
    }

    private static boolean joins(Pair pair, RecordId left, RecordId right) {
        return pair.left().record().source().equals(left.source())
                && pair.right().record().source().equals(right.source());
    }

    private static String text(Optional<JsonNode> value) {
        return value.map(node -> node.isValueNode() && !node.isNull() ? node.asText("") : "").orElse("");
    }

    interface InLanguage {
        String of(String language);
    }

    static ObjectNode texts(InLanguage text) {
        ObjectNode texts = Json.object();
        LANGUAGES.forEach(language -> texts.put(language, text.of(language)));
        return texts;
    }
}
