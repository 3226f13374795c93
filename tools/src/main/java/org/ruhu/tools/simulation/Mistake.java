package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** The mistakes people make when they fill in a form, each made before the form calculates anything. */
enum Mistake {

    ID_DIGIT((answers, dice) -> onMember(answers, dice, Mistake::hasPlainId, "id_no", row ->
            TextNode.valueOf(Mistyped.digit(row.path("id_no").asText(), dice)))),

    ID_NEIGHBOURS_SWAPPED((answers, dice) -> onMember(answers, dice, Mistake::hasPlainId, "id_no", row ->
            TextNode.valueOf(Mistyped.neighbours(row.path("id_no").asText(), dice)))),

    ID_OF_15_DIGITS((answers, dice) -> onMember(answers, dice, Mistake::bornBefore2000, "id_no", row ->
            TextNode.valueOf(Mistyped.of15Digits(row.path("id_no").asText())))),

    BIRTH_DAY_AND_MONTH_SWAPPED((answers, dice) -> onMember(answers, dice, Mistake::swappable, "birth_date", row -> {
        String[] date = row.path("birth_date").asText().split("-");
        return TextNode.valueOf(date[0] + "-" + date[2] + "-" + date[1]);
    })),

    BIRTH_GUESSED((answers, dice) -> onMember(answers, dice, row -> between(row, 33, 57), "birth_date", row -> {
        int year = Integer.parseInt(row.path("birth_date").asText().substring(0, 4));
        return TextNode.valueOf(year + dice.one(List.of(-2, -1, 1, 2)) + "-01-01");
    })),

    SEX_MISTAKEN((answers, dice) -> onMember(answers, dice, row -> row.has("id_no"), "sex", row ->
            TextNode.valueOf(row.path("sex").asText().equals("1") ? "2" : "1"))),

    NAME_MISSPELLED((answers, dice) -> onMember(answers, dice, row -> true, "name_zh", row ->
            TextNode.valueOf(row.path("name_zh").asText().substring(0, 1) + dice.one("么", "朵", "登", "吾", "曲")))),

    HUKOU_TOTAL_WRONG((answers, dice) -> more(answers, "n_hukou", dice)),

    RESIDENTS_TOTAL_WRONG((answers, dice) -> more(answers, "n_resident", dice)),

    MEMBER_FORGOTTEN((answers, dice) -> {
        ArrayNode members = (ArrayNode) answers.path("members");
        if (members.size() < 3) {
            return Optional.empty();
        }
        int last = members.size() - 1;
        return Optional.of(new Slip("/members/" + last, members.remove(last), MissingNode.getInstance()));
    }),

    INCOME_TIMES_TEN((answers, dice) ->
            timesTen(answers, dice, List.of("inc_crop", "inc_stock", "inc_gather", "inc_eco"))),

    COST_TIMES_TEN((answers, dice) -> timesTen(answers, dice, List.of("exp_crop", "exp_stock"))),

    LEFT_POVERTY_BEFORE_ENTERING((answers, dice) -> {
        int entry = answers.path("entry_year").asInt();
        return answers.has("exit_year") && entry > 2014
                ? Optional.of(set(answers, "exit_year", number(entry - 1))) : Optional.empty();
    }),

    REIMBURSED_MORE_THAN_SPENT((answers, dice) -> answers.has("med_reimb")
            ? Optional.of(set(answers, "med_reimb", number(answers.path("med_total").asInt() + dice.between(1, 500))))
            : Optional.empty()),

    SAME_ENUMERATOR_TWICE((answers, dice) -> Optional.of(set(answers, "enum2_id", answers.path("enum1_id"))));

    private final BiFunction<ObjectNode, Dice, Optional<Slip>> make;

    Mistake(BiFunction<ObjectNode, Dice, Optional<Slip>> make) {
        this.make = make;
    }

    /** Empty if this household gives no occasion for it. */
    Optional<Slip> make(ObjectNode answers, Dice dice) {
        return make.apply(answers, dice);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Slip> onMember(ObjectNode answers, Dice dice, Predicate<ObjectNode> who, String question,
                                           Function<ObjectNode, JsonNode> wrong) {
        List<Integer> able = new ArrayList<>();
        for (int i = 0; i < answers.path("members").size(); i++) {
            if (who.test((ObjectNode) answers.path("members").get(i))) {
                able.add(i);
            }
        }
        if (able.isEmpty()) {
            return Optional.empty();
        }
        int line = dice.one(able);
        ObjectNode row = (ObjectNode) answers.path("members").get(line);
        Slip slip = set(row, question, wrong.apply(row));
        return Optional.of(new Slip("/members/" + line + slip.pointer(), slip.was(), slip.is()));
    }

    private static Slip set(ObjectNode answers, String question, JsonNode wrong) {
        JsonNode was = answers.path(question);
        answers.set(question, wrong);
        return new Slip("/" + question, was, wrong);
    }

    private static Optional<Slip> more(ObjectNode answers, String question, Dice dice) {
        int right = answers.path(question).asInt();
        return Optional.of(set(answers, question, number(right > 1 && dice.chance(0.5) ? right - 1 : right + 1)));
    }

    private static Optional<Slip> timesTen(ObjectNode answers, Dice dice, List<String> questions) {
        List<String> able = questions.stream()
                .filter(question -> answers.path(question).asLong() > 0 && answers.path(question).asLong() < 20_000)
                .toList();
        if (able.isEmpty()) {
            return Optional.empty();
        }
        String question = dice.one(able);
        return Optional.of(set(answers, question, number(answers.path(question).asInt() * 10)));
    }

    private static JsonNode number(int value) {
        return JsonNodeFactory.instance.numberNode(value);
    }

    private static boolean hasPlainId(ObjectNode row) {
        return row.path("id_no").asText().length() == 18;
    }

    private static boolean bornBefore2000(ObjectNode row) {
        return hasPlainId(row) && row.path("birth_date").asText().startsWith("19");
    }

    private static boolean swappable(ObjectNode row) {
        String[] date = row.path("birth_date").asText().split("-");
        return row.has("id_no") && date.length == 3 && !date[1].equals(date[2]) && Integer.parseInt(date[2]) <= 12;
    }

    private static boolean between(ObjectNode row, int youngest, int oldest) {
        int age = row.path("age").asInt();
        return row.has("id_no") && age >= youngest && age <= oldest;
    }
}
