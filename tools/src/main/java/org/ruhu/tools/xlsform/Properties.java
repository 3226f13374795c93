package org.ruhu.tools.xlsform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Questions and rosters as properties of {@code form.json}. */
final class Properties {

    static final String MOMENT = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$";
    private static final String TIME = "^\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})?$";
    private static final String POSITION = "^[0-9. -]{3,80}$";
    private static final String FILE = "^[0-9a-f]{64}$";
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_CALCULATED = 4000;
    /** Rows a repeat may have when nothing says how many, by how many repeats lie within one another. */
    private static final int[] ROWS = {200, 60, 20};

    private final Rules rules;
    private final Remarks remarks;
    private final Map<String, Choices.Options> used = new LinkedHashMap<>();
    private final Set<String> filtered = new TreeSet<>();

    Properties(Rules rules, Remarks remarks) {
        this.rules = rules;
        this.remarks = remarks;
    }

    /** Lists that questions use, by their name in our form. */
    Map<String, Choices.Options> used() {
        return used;
    }

    /** Those of them whose columns a filter looks at. */
    boolean filtered(String codelist) {
        return filtered.contains(codelist);
    }

    ObjectNode of(Node node) {
        return node.what == What.REPEAT ? roster(node) : question(node);
    }

    private ObjectNode roster(Node repeat) {
        ObjectNode property = object().put("type", "array");
        Optional<Term> rows = rules.rows(repeat);
        property.put("maxItems", most(repeat, rows));
        ObjectNode items = property.putObject("items").put("type", "object").put("additionalProperties", false);
        ObjectNode properties = items.putObject("properties");
        repeat.flat().forEach(node -> properties.set(node.name(), of(node)));
        if (repeat.flat().isEmpty()) {
            remarks.refuse(repeat.line.place(), "there is no question in this repeat");
        }
        ObjectNode asked = property.putObject("x-question");
        rules.relevant(repeat).ifPresent(code -> asked.put("relevant", code));
        asked.put("required", false);
        rows.ifPresent(count -> asked.put("rows", count.code()));
        notOnBranches(repeat, "constraint", "required");
        return property;
    }

    private void notOnBranches(Node repeat, String... columns) {
        for (String column : columns) {
            repeat.line.cell(column).filter(cell -> !cell.text().matches("(?i)no|false(\\(\\))?"))
                    .ifPresent(cell -> remarks.warn(cell.place(), "a repeat has no " + column + ": left out"));
        }
    }

    private int most(Node repeat, Optional<Term> rows) {
        int deepest = repeat.all().stream().filter(node -> node.what == What.REPEAT)
                .mapToInt(node -> node.rosters().size()).max().orElse(1);
        int usual = ROWS[Math.min(Math.max(deepest, 1), ROWS.length) - 1];
        Optional<Integer> fixed = rows.flatMap(Term::constant).map(text -> new BigDecimal(text).intValue());
        if (fixed.isPresent() && fixed.get() >= 1 && fixed.get() <= usual) {
            return fixed.get();
        }
        remarks.warn(repeat.line.place(), "the repeat '" + repeat + "' holds " + usual + " rows at most");
        return usual;
    }

    private ObjectNode question(Node node) {
        Optional<Term> calculation = rules.calculation(node);
        ObjectNode asked = object();
        rules.relevant(node).ifPresent(code -> asked.put("relevant", code));
        ObjectNode property = calculation.isPresent() && (node.what == What.CALCULATE || node.what == What.HIDDEN)
                ? calculated(calculation.get()) : shape(node, asked);
        if (calculation.isPresent()) {
            asked.put("calculate", calculation.get().code());
            asked.remove("filter");
            asked.remove("required");
        } else if (mayBeRequired(node)) {
            rules.required(node).ifPresentOrElse(code -> {
                if (!code.equals("true")) {
                    asked.put("required", code);
                }
            }, () -> asked.put("required", false));
        } else {
            asked.put("required", false);
        }
        details(node, asked, calculation.isPresent());
        property.set("x-question", asked);
        return property;
    }

    private static boolean mayBeRequired(Node node) {
        return switch (node.what) {
            case NOTE, START, END, TODAY, METADATA, HIDDEN, CALCULATE, AUDIO, VIDEO, FILE -> false;
            default -> true;
        };
    }

    private static ObjectNode calculated(Term term) {
        ObjectNode property = object();
        switch (term.kind()) {
            case NUMBER -> property.put("type", "number");
            case BOOLEAN -> property.put("type", "boolean");
            case DATE -> property.put("type", "string").put("format", "date");
            default -> property.put("type", "string").put("maxLength", LONGEST_CALCULATED);
        }
        return property;
    }

    private ObjectNode shape(Node node, ObjectNode asked) {
        ObjectNode property = object();
        switch (node.what) {
            case INTEGER -> property.put("type", "integer");
            case DECIMAL -> property.put("type", "number");
            case RANGE -> range(node, property);
            case DATE -> property.put("type", "string").put("format", "date");
            case TODAY -> widget(asked, "today", property.put("type", "string").put("format", "date"));
            case START -> widget(asked, "start-time", property.put("type", "string").put("pattern", MOMENT));
            case END -> widget(asked, "end-time", property.put("type", "string").put("pattern", MOMENT));
            case DATETIME -> property.put("type", "string").put("pattern", MOMENT);
            case TIME -> pattern(node, property, TIME, "the time is typed in as 08:30");
            case GEOPOINT -> pattern(node, property, POSITION,
                    "the position is typed in as 'latitude longitude altitude accuracy'");
            case GEOTRACE, GEOSHAPE -> {
                text(property, LONGEST_CALCULATED);
                remarks.warn(node.line.at("type"), "lines and areas are typed in as text");
            }
            case ONE -> one(node, property, asked);
            case MANY, RANK -> several(node, property, asked);
            case ACKNOWLEDGE -> property.put("type", "string").putArray("enum").add("OK");
            case IMAGE -> photo(node, property, asked);
            case AUDIO, VIDEO, FILE -> {
                widget(asked, "hidden", property.put("type", "string").put("pattern", FILE));
                remarks.warn(node.line.at("type"), "the tablet records no sound, film or file: '" + node
                        + "' is kept, but never asked");
            }
            case METADATA -> {
                widget(asked, "hidden", text(property, LONGEST_TEXT));
                remarks.warn(node.line.at("type"), "the platform keeps who interviews and with what by itself: '" + node
                        + "' stays empty");
            }
            case HIDDEN, CALCULATE -> widget(asked, "hidden", text(property, LONGEST_TEXT));
            case BARCODE -> {
                text(property, LONGEST_TEXT);
                remarks.warn(node.line.at("type"), "bar codes are typed in");
            }
            case NOTE -> {
                text(property, LONGEST_TEXT);
                asked.put("readonly", true).put("widget", "text");
            }
            default -> text(property, LONGEST_TEXT);
        }
        return property;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode text(ObjectNode property, int longest) {
        return property.put("type", "string").put("minLength", 1).put("maxLength", longest);
    }

    private static void widget(ObjectNode asked, String widget, ObjectNode property) {
        asked.put("widget", widget);
    }

    private void pattern(Node node, ObjectNode property, String pattern, String how) {
        property.put("type", "string").put("maxLength", 100).put("pattern", pattern);
        remarks.warn(node.line.at("type"), how);
    }

    private static void range(Node node, ObjectNode property) {
        BigDecimal from = Ranges.number(node.line, "start", "1");
        BigDecimal to = Ranges.number(node.line, "end", "10");
        property.put("type", Ranges.whole(node.line) ? "integer" : "number").put("minimum", from.min(to))
                .put("maximum", from.max(to));
    }

    private void one(Node node, ObjectNode property, ObjectNode asked) {
        if (node.type.list().startsWith("${")) {
            text(property, LONGEST_TEXT);
            choose(node, asked);
            return;
        }
        property.put("type", "string");
        list(node, asked);
    }

    private void several(Node node, ObjectNode property, ObjectNode asked) {
        property.put("type", "array").put("uniqueItems", true).put("minItems", 1);
        if (node.type.list().startsWith("${")) {
            property.put("maxItems", 100).putObject("items").put("type", "string").put("maxLength", LONGEST_TEXT);
            choose(node, asked);
            return;
        }
        property.putObject("items").put("type", "string");
        Optional<Choices.Options> list = list(node, asked);
        if (node.what == What.RANK) {
            remarks.warn(node.line.at("type"), "the options are chosen one after the other, the first first: "
                    + "the order of choosing is kept, but not shown");
            list.ifPresent(options -> {
                if (options.codes().size() <= 100) {
                    property.put("minItems", options.codes().size()).put("maxItems", options.codes().size());
                }
            });
        }
    }

    private Optional<Choices.Options> list(Node node, ObjectNode asked) {
        Optional<Choices.Options> list = rules.list(node);
        list.ifPresent(options -> {
            asked.put("codelist", options.codelist());
            used.put(options.codelist(), options);
            rules.filter(node, options).ifPresent(code -> {
                asked.put("filter", code);
                filtered.add(options.codelist());
            });
        });
        return list;
    }

    private void choose(Node node, ObjectNode asked) {
        rules.chosenFrom(node).ifPresent(from -> {
            ObjectNode choose = asked.putObject("choose").put("roster", from.roster().orElseThrow().path())
                    .put("value", from.name());
            choose.putArray("label").add(from.name());
            rules.where(node, from).ifPresent(code -> choose.put("where", code));
        });
    }

    private void photo(Node node, ObjectNode property, ObjectNode asked) {
        if (node.line.text("appearance").matches("(?i).*\\b(signature|draw)\\b.*")) {
            widget(asked, "signature", property.put("type", "string").put("pattern", FILE));
            return;
        }
        asked.put("widget", "photos");
        property.put("type", "array").put("maxItems", 1).put("uniqueItems", true).putObject("items")
                .put("type", "string").put("pattern", FILE);
    }

    private void details(Node node, ObjectNode asked, boolean calculated) {
        if (node.line.yes("read_only") && !calculated) {
            asked.put("readonly", true);
        } else if (!node.line.text("read_only").matches("(?i)|no|yes|true|false|true\\(\\)|false\\(\\)|0|1")) {
            remarks.warn(node.line.at("read_only"), "read_only is yes or no: an expression is left out");
        }
        boolean holds = calculated || node.what == What.NOTE;
        node.line.cell("default").filter(cell -> !holds).ifPresent(cell ->
                remarks.warn(cell.place(),
                        "'" + node + "' is not filled in with '" + cell.text() + "': it starts empty"));
        if (node.line.text("parameters").contains("randomize")) {
            remarks.warn(node.line.at("parameters"), "options stand in the order of the list");
        }
        if (node.what == What.RANGE && !Ranges.number(node.line, "step", "1").equals(BigDecimal.ONE)) {
            remarks.warn(node.line.at("parameters"), "steps are not kept: any value between start and end is taken");
        }
    }
}
