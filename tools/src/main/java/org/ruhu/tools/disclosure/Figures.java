package org.ruhu.tools.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ruhu.tools.page.Words;

/**
 * The figures of one published table, with what each is about.
 *
 * @param population who is counted
 * @param measure    how
 * @param rounded    whether figures are not exact, so that differences of them tell little
 */
record Figures(String table, String population, String measure, boolean rounded, int threshold, List<Figure> all) {

    Figures {
        all = List.copyOf(all);
    }

    /**
     * @param about      conditions by column
     * @param value      empty when it is withheld
     * @param households behind it; not published
     */
    record Figure(Map<String, Condition> about, Optional<Double> value, int households) {

        Figure {
            about = Map.copyOf(about);
        }

        /** For people. */
        Words said() {
            List<Words> said = new ArrayList<>();
            new TreeMap<>(about).forEach((column, condition) -> said.add(new Words(
                    column + " " + condition.words().zh(), column + " " + condition.words().en())));
            return said.isEmpty() ? new Words("全体", "everybody")
                    : new Words(String.join("，", said.stream().map(Words::zh).toList()),
                            String.join(", ", said.stream().map(Words::en).toList()));
        }

        /** What it is about, in the order of the columns; always the same, as chance is drawn by it. */
        String words() {
            Map<String, Condition> sorted = new TreeMap<>(about);
            StringBuilder words = new StringBuilder();
            sorted.forEach((column, condition) ->
                    words.append(words.isEmpty() ? "" : ", ").append(column).append(' ').append(condition.json()));
            return words.isEmpty() ? "everybody" : words.toString();
        }
    }

    static Figures of(Cells cells, boolean[] withheld, double[] published, String population,
                      Map<String, Set<String>> where) {
        List<Figure> all = new ArrayList<>();
        for (int cell = 0; cell < withheld.length; cell++) {
            Map<String, Condition> about = new TreeMap<>();
            where.forEach((column, codes) -> about.put(column, new Condition.OneOf(codes, false)));
            for (int i = 0; i < cells.words().size(); i++) {
                String word = cells.word(cell, i);
                Planned by = cells.plan().by().get(i);
                if (!cells.cube().total(i, cells.cube().at(cell)[i])) {
                    about.put(by.from(), Condition.of(by.recoding(), word));
                }
            }
            all.add(new Figure(about, withheld[cell] ? Optional.empty() : Optional.of(published[cell]),
                    cells.households()[cell]));
        }
        return new Figures(cells.plan().name(), population, cells.plan().measure(), cells.plan().base().isPresent(),
                cells.plan().threshold(), all);
    }

    ObjectNode json() {
        ObjectNode json = new ObjectMapper().createObjectNode().put("table", table).put("population", population)
                .put("measure", measure).put("rounded", rounded).put("threshold", threshold);
        for (Figure figure : all) {
            ObjectNode one = json.withArray("/figures").addObject();
            ObjectNode about = one.putObject("about");
            new TreeMap<>(figure.about()).forEach((column, condition) -> about.set(column, condition.json()));
            figure.value().ifPresentOrElse(value -> one.put("value", value), () -> one.putNull("value"));
            one.put("households", figure.households());
        }
        return json;
    }

    static Figures of(JsonNode json) {
        List<Figure> all = new ArrayList<>();
        for (JsonNode one : json.path("figures")) {
            Map<String, Condition> about = new TreeMap<>();
            one.path("about").properties().forEach(field -> about.put(field.getKey(), Condition.of(field.getValue())));
            all.add(new Figure(about, one.path("value").isNumber() ? Optional.of(one.path("value").doubleValue())
                    : Optional.empty(), one.path("households").intValue()));
        }
        return new Figures(json.path("table").asText(), json.path("population").asText(),
                json.path("measure").asText(), json.path("rounded").booleanValue(), json.path("threshold").intValue(),
                all);
    }
}
