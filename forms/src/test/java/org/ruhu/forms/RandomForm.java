package org.ruhu.forms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.ruhu.forms.RandomGround.Known;
import org.ruhu.forms.RandomGround.Level;
import org.ruhu.forms.RandomGround.Sort;

/**
 * A form whose skips, duties, calculations, options, counts, texts and checks are random expressions over questions of
 * every kind, in rosters up to three deep.
 */
final class RandomForm {

    static final List<String> CODES = List.of("1", "2", "3", "其");
    static final String LIST = "CL_PLACES";
    private static final int DEEPEST = 3;
    private static final int LONGEST = 3800;
    private static final Map<Sort, String> LETTER = Map.of(Sort.NUMBER, "n", Sort.TRUTH, "b", Sort.TEXT, "t",
            Sort.DAY, "d", Sort.MOMENT, "m", Sort.CODES, "c", Sort.CODE, "k");

    private final Random random;
    private final RandomGround ground = new RandomGround();
    private final ObjectNode schema = ground.form.schema;
    private final List<Runnable> later = new ArrayList<>();
    private final ObjectNode zh = JsonNodeFactory.instance.objectNode();
    private final ObjectNode en = JsonNodeFactory.instance.objectNode();

    private RandomForm(Random random, int number) {
        this.random = random;
        schema.put("$id", "urn:ruhu:form:random-" + number + ":1.0");
    }

    /** Questions for expressions to name, and nothing said about them. */
    record Bare(ObjectNode schema, RandomGround ground) {

        /** The same with these checks of the whole interview, and a text s0, s1, ... for each of these patterns. */
        FormVersion with(List<String> rules, List<String> patterns) {
            ObjectNode form = schema.deepCopy();
            patterns.forEach(pattern -> form.withObject("/properties").putObject("s" + patterns.indexOf(pattern))
                    .put("type", "string").put("maxLength", 900).put("pattern", pattern));
            ArrayNode checks = form.putArray("x-checks");
            rules.forEach(rule -> checks.addObject().put("code",
            "K" + checks.size()).put("rule", rule).putArray("refers"));
            return FormVersion.of(form, Map.of(), Map.of());
        }
    }

    static Bare bare(Random random, String name) {
        RandomForm form = new RandomForm(random, 0);
        form.context();
        form.plan(form.ground.form, 2);
        form.plain(form.ground.form);
        form.schema.put("$id", "urn:ruhu:form:" + name + ":1.0");
        return new Bare(form.schema, form.ground);
    }

    private void plain(Level level) {
        for (Sort sort : Sort.values()) {
            add(level, name(level, sort, "1"), sort, plain(sort), false);
            add(level, name(level, sort, "2"), sort, plain(sort), false);
        }
        for (Level roster : level.planned) {
            level.questions.set(roster.name, roster.schema);
            level.rosters.add(roster);
            plain(roster);
        }
    }

    static FormVersion of(Random random, int number) {
        RandomForm form = new RandomForm(random, number);
        form.context();
        form.plan(form.ground.form, 1);
        form.asked(form.ground.form);
        form.calculated();
        form.later.forEach(Runnable::run);
        form.checks();
        return FormVersion.of(form.schema, Map.of("zh", form.zh, "en", form.en), Map.of(LIST, places()));
    }

    /** Places in places, and whatever else there may be in a column. */
    static ObjectNode places() {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("name", LIST);
        ArrayNode codes = list.putArray("codes");
        ArrayNode up = list.putObject("columns").putArray("up");
        ArrayNode kind = list.withObject("/columns").putArray("kind");
        for (int i = 0; i < 60; i++) {
            codes.add("p" + i);
            up.add(List.of("a", "b", "ab", "1", "扎西").get(i % 5));
            kind.add(i % 7 == 0 ? "" : "12.50");
        }
        list.putObject("labels").putObject("zh").put("p1", "一").put("p2", "二");
        return list;
    }

    private void context() {
        ObjectNode context = schema.putObject("x-context");
        for (Sort sort : Sort.values()) {
            if (sort != Sort.CODE) {
                outside(context, sort, "outside_" + LETTER.get(sort));
            }
        }
    }

    private void outside(ObjectNode context, Sort sort, String name) {
        ObjectNode declared = context.putObject(name).put("type", switch (sort) {
            case NUMBER -> "number";
            case TRUTH -> "boolean";
            case TEXT, CODE -> "text";
            case DAY -> "date";
            case MOMENT -> "datetime";
            case CODES -> "codes";
        });
        if (random.nextBoolean()) {
            declared.set("default", RandomAnswers.usual(random, sort));
        }
        ground.context.add(new Known(name, sort, List.of()));
    }

    /** Rosters are planned first, because a name of the form is hidden by a row's wherever that stands. */
    private void plan(Level level, int depth) {
        int count = level.isForm() ? 1 + random.nextInt(2) : random.nextInt(depth == 2 ? 3 : 2);
        for (int i = 0; i < count && depth <= DEEPEST; i++) {
            String name = (level.isForm() ? "r" : level.name) + (char) ('a' + i);
            boolean shares = level.rows().stream().noneMatch(around -> around.shares) && random.nextInt(4) == 0;
            Level roster = new Level(Optional.of(level), name, 1 + random.nextInt(7 - depth), shares);
            level.planned.add(roster);
            plan(roster, depth + 1);
        }
    }

    private void asked(Level level) {
        for (Sort sort : Sort.values()) {
            ask(level, sort, name(level, sort, "1"));
            if (level.isForm() || random.nextInt(3) == 0) {
                ask(level, sort, name(level, sort, "2"));
            }
        }
        if (level.isForm() || level.shares) {
            ask(level, random.nextBoolean() ? Sort.NUMBER : Sort.TEXT, RandomGround.SHARED);
        }
        level.planned.forEach(this::roster);
        for (Sort sort : List.of(Sort.NUMBER, Sort.TRUTH, Sort.TEXT)) {
            ask(level, sort, name(level, sort, "9"));
        }
        choices(level);
    }

    private static String name(Level level, Sort sort, String number) {
        return (level.isForm() ? "" : level.name + "_") + LETTER.get(sort) + number;
    }

    private void roster(Level roster) {
        Level owner = roster.around.orElseThrow();
        ObjectNode hint = hint(roster.schema);
        if (random.nextInt(3) == 0) {
            hint.put("relevant", expression(Sort.TRUTH, owner));
        }
        hint.put("required", random.nextBoolean()).putArray("nonresponse").add("refused");
        owner.questions.set(roster.name, roster.schema);
        owner.rosters.add(roster);
        ground.rosters.add(roster);
        asked(roster);
        if (random.nextInt(3) == 0) {
            later.add(() -> hint.put("rows", random.nextBoolean() ? expression(Sort.NUMBER, owner)
                    : new RandomExpression(random, ground, owner, false).of(Sort.NUMBER, 0)));
        }
    }

    private void ask(Level level, Sort sort, String name) {
        ObjectNode question = plain(sort);
        ObjectNode hint = hint(question);
        if (random.nextInt(4) == 0) {
            hint.put("relevant", expression(Sort.TRUTH, level));
        }
        int duty = random.nextInt(4);
        if (duty == 0) {
            hint.put("required", expression(Sort.TRUTH, level));
        } else if (duty == 1) {
            hint.put("required", false);
        }
        if (random.nextBoolean()) {
            hint.putArray("nonresponse").add("dont-know");
        }
        add(level, name, sort, question, false);
    }

    /** Questions whose options depend on answers. */
    private void choices(Level level) {
        if (random.nextBoolean()) {
            ObjectNode question = JsonNodeFactory.instance.objectNode().put("type", "string");
            boolean several = random.nextInt(3) == 0;
            ObjectNode place = several ? several(question) : question;
            hint(place).put("codelist", LIST).put("required", false);
            if (random.nextInt(3) == 0) {
                question.putArray("enum").add("p1").add("p5").add("p11").add("elsewhere");
            }
            add(level, level.name + "_f", Sort.CODE, place, several);
            later.add(() -> hint(place).put("filter", filter(level)));
        }
        if (random.nextBoolean()) {
            Sort sort = List.of(Sort.NUMBER, Sort.TEXT, Sort.CODES).get(random.nextInt(3));
            ObjectNode text = JsonNodeFactory.instance.objectNode().put("type", "string").put("maxLength", 20);
            ObjectNode question = switch (sort) {
                case NUMBER -> JsonNodeFactory.instance.objectNode().put("type", "integer");
                case TEXT -> text;
                default -> several(text);
            };
            hint(question).put("required", random.nextBoolean());
            add(level, name(level, sort, "h"), sort, question, false);
            later.add(() -> choose(level, question));
        }
    }

    private String filter(Level level) {
        RandomExpression writer = new RandomExpression(random, ground, level, true);
        String rest = writer.of(Sort.TRUTH, random.nextInt(3));
        return switch (random.nextInt(3)) {
            case 0 -> rest;
            case 1 -> "choice.up == " + writer.of(Sort.TEXT, 1) + " and " + rest;
            default -> writer.of(Sort.TEXT, 0) + " == choice.code or choice.up == " + writer.of(Sort.TEXT, 0);
        };
    }

    private void choose(Level level, ObjectNode question) {
        List<Level> rosters = new ArrayList<>(ground.form.rosters);
        level.rows().forEach(around -> rosters.addAll(around.rosters));
        Level roster = rosters.get(random.nextInt(rosters.size()));
        ObjectNode choose = hint(question).putObject("choose").put("roster", roster.path);
        List<Known> values = roster.known.stream()
                .filter(known -> known.sort() != Sort.MOMENT && known.sort() != Sort.CODES).toList();
        choose.put("value", random.nextInt(3) == 0 ? "line" : values.get(random.nextInt(values.size())).name());
        List<Known> labels = roster.known.stream().filter(known -> known.sort() != Sort.MOMENT).toList();
        ArrayNode label = choose.putArray("label");
        for (int i = random.nextInt(3); i >= 0; i--) {
            label.add(labels.get(random.nextInt(labels.size())).name());
        }
        if (random.nextBoolean()) {
            choose.put("where", expression(Sort.TRUTH, roster));
        }
    }

    private void calculated() {
        List<Sort> sorts = List.of(Sort.NUMBER, Sort.TRUTH, Sort.NUMBER, Sort.TRUTH, Sort.TEXT, Sort.DAY, Sort.CODES);
        List<Level> levels = ground.levels();
        for (int i = 0; i < 30; i++) {
            Level level = random.nextInt(3) == 0 ? ground.form : levels.get(random.nextInt(levels.size()));
            Sort sort = sorts.get(i % sorts.size());
            ObjectNode question = plain(sort);
            hint(question).put("calculate", expression(sort, level));
            if (random.nextInt(5) == 0) {
                hint(question).put("relevant", expression(Sort.TRUTH, level));
            }
            add(level, name(level, sort, "x" + i), sort, question, false);
        }
    }

    private void checks() {
        ArrayNode checks = schema.putArray("x-checks");
        List<Level> levels = ground.levels();
        for (int i = 0; i < 14; i++) {
            Level level = levels.get(random.nextInt(levels.size()));
            ObjectNode check = checks.addObject().put("code", "K" + i).put("severity", i % 3 == 0 ? "soft" : "hard");
            String rule = expression(Sort.TRUTH, level);
            check.put("rule", i % 5 == 0 ? "unanswered() < " + random.nextInt(40) + " or " + rule : rule);
            ArrayNode refers = check.putArray("refers").add("/n1");
            for (Level other : ground.rosters) {
                refers.add(other.path).add(other.inside(other.known.get(0).name()));
            }
            if (!level.isForm()) {
                check.put("each", level.path);
            }
        }
    }

    /** @param unnamed whether no expression may name it */
    private void add(Level level, String name, Sort sort, ObjectNode question, boolean unnamed) {
        level.questions.set(name, question);
        List<String> codes = new ArrayList<>();
        question.path("enum").forEach(code -> codes.add(code.asText()));
        if (!unnamed) {
            level.known.add(new Known(name, sort, codes.isEmpty() ? List.of("p1", "p2") : codes));
        }
        later.add(() -> texts(level, name));
    }

    private void texts(Level level, String name) {
        if (random.nextInt(3) > 0) {
            return;
        }
        RandomExpression writer = new RandomExpression(random, ground, level, false);
        ObjectNode texts = zh.withObject("/questions").putObject(level.inside(name));
        texts.put("label", "{{" + writer.quoted() + "}}、{{ " + writer.quoted() + " }}、{{" + writer.quoted() + "}}");
        if (random.nextBoolean()) {
            texts.put("hint", "$1 {" + writer.quoted() + "} {{" + writer.quoted() + "}}");
        }
        texts.putObject("options").put("1", "甲").put("true", "真");
        if (random.nextInt(3) == 0) {
            en.withObject("/questions").putObject(level.inside(name)).put("label", "{{" + writer.quoted() + "}}?")
                    .putObject("options").put("2", "two");
        }
    }

    private String expression(Sort sort, Level level) {
        RandomExpression writer = new RandomExpression(random, ground, level, false);
        String written = writer.of(sort, 1 + random.nextInt(4));
        return written.length() <= LONGEST ? written : writer.of(sort, 1);
    }

    private static ObjectNode hint(ObjectNode question) {
        return question.withObject("/x-question");
    }

    private static ObjectNode several(ObjectNode one) {
        ObjectNode several = JsonNodeFactory.instance.objectNode().put("type", "array").put("uniqueItems", true);
        several.set("items", one);
        return several;
    }

    private ObjectNode plain(Sort sort) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        switch (sort) {
            case NUMBER -> number(schema);
            case TRUTH -> schema.put("type", "boolean");
            case TEXT -> text(schema.put("type", "string").put("maxLength", 20));
            case DAY -> schema.put("type", "string").put("format", "date");
            case MOMENT -> schema.put("type", "string").put("pattern", Outline.DATETIME);
            case CODES -> schema.setAll(several(code()).put("minItems", random.nextInt(2)).put("maxItems", 3));
            case CODE -> schema.setAll(code());
        }
        return schema;
    }

    private void number(ObjectNode schema) {
        schema.put("type", random.nextInt(3) == 0 ? "integer" : "number");
        if (random.nextBoolean()) {
            double most = List.of(1000000.0, 16.0, 0.3).get(random.nextInt(3));
            schema.put("minimum", -1000000).put("maximum", most);
        }
    }

    private void text(ObjectNode schema) {
        if (random.nextInt(3) == 0) {
            schema.put("pattern", List.of("^[a-z]*$", "扎", "^\\d{1,4}(\\.\\d+)?$", "^.?$").get(random.nextInt(4)));
        } else {
            schema.put("minLength", random.nextInt(2));
        }
    }

    private static ObjectNode code() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
        CODES.forEach(schema.putArray("enum")::add);
        return schema;
    }
}
