package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Interview;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;

/**
 * Makes up plausible interviews for any form: answers of the right type and range, often at an edge, often what the
 * form's own rules ask about, often in agreement with each other; only what is relevant, in rosters of none to as many
 * rows as there may be, in contexts that vary too. The same seed makes the same interviews.
 */
public final class Guess {

    /** Rows of all rosters of an interview together; rosters in rosters would otherwise explode. */
    private static final int MOST_ROWS = 60;

    private final FormVersion form;
    private final Dice dice;
    private final Hints hints;
    private final Probes probes;
    private final GuessValue values;
    private final Program program;
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final Map<String, List<Question>> rows = new HashMap<>();
    private final List<Question> choosing;

    public Guess(FormVersion form, long seed) {
        this.form = form;
        this.dice = new Dice(seed);
        this.program = new Program(form);
        Asked.in(form.schema()).forEach(question -> asked.put(question.path(), question));
        this.hints = new Hints(form, program);
        this.probes = new Probes(form, program, asked);
        this.values = new GuessValue(asked, hints, dice);
        this.choosing = form.questions().stream().filter(question -> question.choose().isPresent()
                || asked.get(question.path()).hints().has("filter")).toList();
        rows.put("", form.questions().stream().filter(question -> question.roster().isEmpty()).toList());
        for (Question question : form.questions()) {
            if (question.kind() == Kind.ROSTER) {
                rows.put(question.path(), form.questions().stream()
                        .filter(inner -> inner.roster().filter(question.path()::equals).isPresent()).toList());
            }
        }
    }

    /** How an interview went, as shares. */
    private record Mood(double answered, double reasons, double agreeing) {}

    /** Another interview, as a device would send it. */
    public Sample next() {
        Mood mood = dice.chance(0.75) ? new Mood(0.98, 0.01, dice.of(List.of(0.2, 0.7, 0.95)))
                : new Mood(dice.share(), 0.2, 0.5);
        Map<String, JsonNode> context = new HashMap<>();
        boolean standard = dice.chance(0.4);
        program.context().properties().stream()
                .filter(declared -> !standard || !declared.getValue().has("default"))
                .forEach(declared -> values.outside(declared.getKey(), declared.getValue())
                        .ifPresent(value -> context.put(declared.getKey(), value)));
        values.around(today(context));
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        Map<String, String> missing = new HashMap<>();
        fill(answers, "", "", mood, missing, new int[] {MOST_ROWS});
        Sample raw = new Sample(answers, missing, context);
        follow(raw, context, standard);
        Sample settled = settled(new Sample(answers, missing, context), mood.agreeing());
        if (context.isEmpty() || dice.chance(0.5)) {
            return settled;
        }
        follow(settled, context, standard);
        return new Sample(settled.answers(), settled.missing(), context).cleaned(form);
    }

    /**
     * Another interview like this one, with other answers to some questions.
     *
     * @param keys paths of the questions and {@code $names} of values from outside that may change
     */
    Sample like(Sample sample, List<String> keys) {
        ObjectNode answers = sample.answers().deepCopy();
        Map<String, JsonNode> context = new HashMap<>(sample.context());
        Map<String, String> missing = new HashMap<>(sample.missing());
        values.around(today(context));
        Sample changed = new Sample(answers, missing, context);
        int changes = dice.between(1, Math.min(6, keys.size()));
        for (int i = 0; i < changes; i++) {
            String key = dice.of(keys);
            if (key.startsWith("$")) {
                context.remove(key.substring(1));
                values.outside(key.substring(1), program.context().path(key.substring(1)))
                        .ifPresent(value -> context.put(key.substring(1), value));
            } else {
                form.question(key).ifPresent(question -> change(changed, question, missing));
            }
        }
        return settled(new Sample(answers, missing, context), dice.of(List.of(0.0, 0.1, 0.5)));
    }

    private void change(Sample sample, Question question, Map<String, String> missing) {
        List<String> owners = sample.rows(question.roster().orElse(""));
        if (owners.isEmpty() || question.calculated()) {
            return;
        }
        String row = dice.of(owners);
        if (sample.answers().at(row) instanceof ObjectNode owner) {
            missing.remove(row + "/" + question.name());
            if (question.kind() == Kind.ROSTER) {
                roster(owner, question, row, new Mood(1, 0, 0), missing, new int[] {MOST_ROWS});
            } else if (dice.chance(0.1)) {
                owner.remove(question.name());
            } else {
                owner.set(question.name(), values.of(question, GuessValue.lineOf(row)));
            }
        }
    }

    private static LocalDate today(Map<String, JsonNode> context) {
        for (JsonNode value : context.values()) {
            if (value.asText().matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(value.asText());
            }
        }
        return LocalDate.of(2020, 12, 31);
    }

    private void fill(ObjectNode into, String roster, String pointer, Mood mood, Map<String, String> missing,
            int[] left) {
        for (Question question : rows.get(roster)) {
            if (question.kind() == Kind.ROSTER) {
                roster(into, question, pointer, mood, missing, left);
            } else if (!question.calculated()) {
                if (!question.nonresponse().isEmpty() && dice.chance(mood.reasons())) {
                    missing.put(pointer + "/" + question.name(), dice.of(question.nonresponse()));
                } else if (dice.chance(mood.answered())) {
                    into.set(question.name(), values.of(question, GuessValue.lineOf(pointer)));
                }
            }
        }
    }

    private void roster(ObjectNode into, Question question, String pointer, Mood mood, Map<String, String> missing,
            int[] left) {
        int most = asked.get(question.path()).schema().path("maxItems").asInt(1);
        int wanted = switch (dice.between(0, 19)) {
            case 0, 1 -> 0;
            case 2 -> most;
            default -> dice.between(1, 4);
        };
        int count = Math.min(Math.min(wanted, most), left[0]);
        ArrayNode array = into.putArray(question.name());
        for (int i = 0; i < count; i++) {
            left[0]--;
            fill(array.addObject(), question.path(), pointer + "/" + question.name() + "/" + i, mood, missing, left);
        }
    }

    /** Some values from outside are about what was answered. */
    private void follow(Sample sample, Map<String, JsonNode> context, boolean standard) {
        program.context().properties().stream().filter(declared -> !standard || !declared.getValue().has("default"))
                .forEach(declared -> {
            Set<String> beside = hints.comparedWith("$" + declared.getKey());
            List<Question> alike = beside.stream().flatMap(path -> form.question(path).stream())
                    .filter(question -> question.roster().isEmpty() && alike(question.kind(), declared.getValue()))
                    .toList();
            if (!alike.isEmpty() && dice.chance(0.5)) {
                Question question = dice.of(alike);
                JsonNode value = sample.answers().path(question.name());
                if (!value.isMissingNode()) {
                    context.put(declared.getKey(), values.beside(value, question.kind()));
                }
            }
        });
    }

    private static boolean alike(Kind kind, JsonNode declared) {
        return switch (declared.path("type").asText()) {
            case "number" -> kind == Kind.NUMBER;
            case "boolean" -> kind == Kind.BOOLEAN;
            case "date" -> kind == Kind.DATE;
            default -> kind == Kind.TEXT || kind == Kind.CODE;
        };
    }

    /** With some answers in agreement, choices among what is offered, and nothing that is not asked. */
    private Sample settled(Sample raw, double agreeing) {
        if (agreeing > 0) {
            probes.agree(raw, agreeing, dice, values);
        }
        offered(raw);
        return raw.cleaned(form);
    }

    private void offered(Sample sample) {
        for (Question question : choosing) {
            Interview interview = sample.in(form);
            for (String row : sample.rows(question.roster().orElse(""))) {
                List<String> offer = interview.offered(row + "/" + question.name());
                if (!offer.isEmpty() && dice.chance(0.9) && sample.answers().at(row) instanceof ObjectNode owner
                        && owner.has(question.name())) {
                    String one = dice.of(offer);
                    if (question.kind() == Kind.CODES) {
                        owner.putArray(question.name()).add(one);
                    } else if (question.kind() == Kind.NUMBER) {
                        owner.set(question.name(), JsonNodeFactory.instance.numberNode(new BigDecimal(one)));
                    } else {
                        owner.put(question.name(), one);
                    }
                }
            }
        }
    }
}
