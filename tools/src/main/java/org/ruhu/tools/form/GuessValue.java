package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.Identifier;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;

/** A plausible answer to one question: of its type and range, often at an edge, often what a rule asks about. */
final class GuessValue {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final LocalDate SOME_DAY = LocalDate.of(2020, 12, 31);
    private static final List<String> WORDS = List.of("扎西", "卓玛", "多吉", "格桑村", "a", "no", "12", "Ⅱ-7");

    private final Map<String, Asked> asked;
    private final Hints hints;
    private final Dice dice;
    private LocalDate today = SOME_DAY;

    GuessValue(Map<String, Asked> asked, Hints hints, Dice dice) {
        this.asked = asked;
        this.hints = hints;
        this.dice = dice;
    }

    /** Days and points in time are guessed around this one. */
    void around(LocalDate day) {
        today = day;
    }

    /** @param line number of the row it is asked in, 0 outside rosters */
    JsonNode of(Question question, int line) {
        return switch (question.kind()) {
            case BOOLEAN -> JSON.booleanNode(dice.chance(0.5));
            case NUMBER -> question.widget().filter("line-number"::equals).isPresent() && dice.chance(0.95)
                    ? JSON.numberNode(line) : number(question);
            case TEXT -> JSON.textNode(text(question));
            case CODE -> JSON.textNode(code(question));
            case CODES -> codes(question);
            case DATE -> JSON.textNode(day(question.path()).toString());
            case DATETIME -> JSON.textNode(moment());
            case ROSTER -> JSON.arrayNode();
        };
    }

    private JsonNode schema(Question question) {
        return asked.get(question.path()).schema();
    }

    private JsonNode number(Question question) {
        JsonNode schema = schema(question);
        BigDecimal least = schema.has("minimum") ? schema.path("minimum").decimalValue() : BigDecimal.ZERO;
        BigDecimal most = schema.has("maximum") ? schema.path("maximum").decimalValue()
                : least.max(BigDecimal.ZERO).add(BigDecimal.valueOf(1000));
        BigDecimal value = number(question.path(), least, most);
        BigDecimal fitting = value.max(least).min(most);
        return json(question.integer() ? fitting.setScale(0, RoundingMode.FLOOR).max(least) : fitting);
    }

    private BigDecimal number(String key, BigDecimal least, BigDecimal most) {
        List<BigDecimal> known = hints.numbers(key);
        if (!known.isEmpty() && dice.chance(0.45)) {
            return dice.of(known).add(BigDecimal.valueOf(dice.between(-1, 1)));
        }
        return switch (dice.between(0, 9)) {
            case 0 -> least;
            case 1 -> most;
            case 2, 3 -> BigDecimal.ZERO;
            case 4, 5, 6 -> least.add(BigDecimal.valueOf(dice.between(0, 9)));
            case 7 -> least.add(most.subtract(least).multiply(BigDecimal.valueOf(dice.share())))
                    .setScale(2, RoundingMode.HALF_UP);
            default -> least.add(most.subtract(least).multiply(BigDecimal.valueOf(Math.pow(dice.share(), 4))))
                    .setScale(0, RoundingMode.HALF_UP);
        };
    }

    private static JsonNode json(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= 0 ? JSON.numberNode(plain.longValue()) : JSON.numberNode(plain);
    }

    private String text(Question question) {
        JsonNode schema = schema(question);
        boolean id = question.identifier().filter(Identifier.ID_NUMBER::equals).isPresent()
                || hints.identifier(question.path());
        int least = schema.path("minLength").asInt(0);
        List<String> known = hints.texts(question.path()).stream().filter(text -> text.length() >= least).toList();
        if (id && dice.chance(0.8)) {
            return MadeUpIds.number(dice, today);
        }
        if (!known.isEmpty() && dice.chance(0.4)) {
            return dice.of(known);
        }
        Optional<String> pattern = dice.chance(0.3) ? hints.anyPattern(question.path(), dice) : Optional.empty();
        if (pattern.isPresent() || schema.has("pattern")) {
            return PatternText.matching(pattern.orElseGet(() -> schema.path("pattern").asText()), dice);
        }
        String words = dice.of(WORDS);
        int most = schema.path("maxLength").asInt(40);
        String longer = words.repeat(1 + least / words.length());
        return dice.chance(0.05) ? "x".repeat(Math.min(most, 400))
                : longer.substring(0, longer.offsetByCodePoints(0,
                        Math.min(most, longer.codePointCount(0, longer.length()))));
    }

    private String code(Question question) {
        List<String> known = new ArrayList<>(hints.texts(question.path()));
        known.retainAll(question.codes());
        return !known.isEmpty() && dice.chance(0.5) ? dice.of(known)
                : question.codes().isEmpty() ? "" : dice.of(question.codes());
    }

    private JsonNode codes(Question question) {
        JsonNode schema = schema(question);
        int most = schema.path("maxItems").asInt(Math.max(1, question.codes().size()));
        int wanted = dice.chance(0.6) ? 1 : dice.between(0, Math.min(most, 4));
        int count = Math.min(most, Math.max(wanted, schema.path("minItems").asInt(0)));
        Set<String> chosen = new LinkedHashSet<>();
        for (int i = 0; i < 50 && chosen.size() < count; i++) {
            chosen.add(question.codes().isEmpty() ? free(schema.path("items")) : code(question));
        }
        ArrayNode array = JSON.arrayNode();
        chosen.forEach(array::add);
        return array;
    }

    private String free(JsonNode items) {
        return items.has("pattern") ? PatternText.matching(items.path("pattern").asText(), dice)
                : dice.of(WORDS).repeat(1 + items.path("minLength").asInt(0) / 2);
    }

    LocalDate day(String key) {
        List<LocalDate> known = hints.days(key);
        List<BigDecimal> years = hints.numbers(key);
        LocalDate base = !known.isEmpty() && dice.chance(0.3) ? dice.of(known) : today;
        int back = !years.isEmpty() && dice.chance(0.5) ? dice.of(years).intValue() : dice.between(-1, 3);
        LocalDate day = base.minusYears(Math.max(-100, Math.min(back, 150))).plusDays(dice.between(-1, 1));
        return switch (dice.between(0, 5)) {
            case 0 -> today.minusDays(dice.between(0, 30000));
            case 1 -> day.withDayOfYear(1);
            case 2 -> today.plusDays(dice.between(-400, 400));
            default -> day;
        };
    }

    private String moment() {
        return today.plusDays(dice.between(-1, 1)) + "T" + "%02d:%02d:00+08:00".formatted(dice.between(0, 23),
                dice.between(0, 59));
    }

    /** A value from outside; empty when it is not given. */
    Optional<JsonNode> outside(String name, JsonNode declared) {
        if (dice.chance(declared.has("default") ? 0.5 : 0.15)) {
            return Optional.empty();
        }
        String key = "$" + name;
        return Optional.of(switch (declared.path("type").asText()) {
            case "boolean" -> JSON.booleanNode(dice.chance(0.5));
            case "number" -> json(declared.has("default") && dice.chance(0.6)
                    ? declared.path("default").decimalValue().multiply(BigDecimal.valueOf(dice.between(0, 4)))
                            .divide(BigDecimal.valueOf(2))
                    : number(key, BigDecimal.ZERO, BigDecimal.valueOf(2000)));
            case "date" -> JSON.textNode(day(key).toString());
            case "datetime" -> JSON.textNode(moment());
            default -> JSON.textNode(hints.texts(key).isEmpty() ? dice.of(WORDS) : dice.of(hints.texts(key)));
        });
    }

    /** A neighbour: one more, one less, a day before or after; other kinds as they are. */
    JsonNode beside(JsonNode value, Kind kind) {
        if (kind == Kind.NUMBER) {
            return json(value.decimalValue().add(BigDecimal.valueOf(dice.between(-1, 1))));
        }
        return kind == Kind.DATE
                ? JSON.textNode(LocalDate.parse(value.asText()).plusDays(dice.between(-1, 1)).toString()) : value;
    }

    static int lineOf(String rowPointer) {
        return rowPointer.isEmpty() ? 0 : 1 + Integer.parseInt(rowPointer.substring(rowPointer.lastIndexOf('/') + 1));
    }
}
