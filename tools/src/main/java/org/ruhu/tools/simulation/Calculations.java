package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * The form's calculated answers, worked out here because asking the engine for a hundred thousand households would
 * take longer than making them up. A test holds the two together.
 */
final class Calculations {

    private Calculations() {}

    /** A sum with a part that nobody told is not known either. */
    static void incomes(ObjectNode answers) {
        add(answers, "inc_wage", "inc_wage_local", "inc_wage_out", "inc_post");
        add(answers, "inc_biz", "inc_crop", "inc_stock", "inc_gather", "inc_nonfarm");
        add(answers, "exp_biz", "exp_crop", "exp_stock", "exp_nonfarm", "exp_depr", "exp_tax");
        add(answers, "inc_prop", "inc_land", "inc_div", "inc_int");
        add(answers, "inc_trans", "inc_dibao", "inc_tekun", "inc_pension", "inc_disab", "inc_eco", "inc_agri",
                "inc_edu", "inc_relief", "inc_family", "inc_other_tr");
        add(answers, "net_income", "inc_wage", "inc_biz", "inc_prop", "inc_trans", "exp_biz", "exp_trans");
        if (!answers.has("net_income")) {
            answers.remove("pc_net");
            return;
        }
        BigDecimal net = sum(answers, "inc_wage", "inc_biz", "inc_prop", "inc_trans")
                .subtract(sum(answers, "exp_biz", "exp_trans"));
        put(answers, "net_income", net);
        put(answers, "pc_net", net.divide(answers.path("n_share").decimalValue(), 2, RoundingMode.HALF_UP));
    }

    private static void add(ObjectNode answers, String total, String... parts) {
        if (Arrays.stream(parts).allMatch(answers::has)) {
            put(answers, total, sum(answers, parts));
        } else {
            answers.remove(total);
        }
    }

    static void ages(ObjectNode answers) {
        for (JsonNode row : answers.path("members")) {
            if (row.has("birth_date")) {
                int born = Integer.parseInt(row.path("birth_date").asText().substring(0, 4));
                ((ObjectNode) row).put("age", Plan.REFERENCE_DAY.getYear() - born);
            }
        }
    }

    /** The question {@code main_source}: 1 wages, 2 own business, 3 property, 4 transfers. */
    static String largestSource(ObjectNode answers) {
        BigDecimal[] sources = {
            sum(answers, "inc_wage"), sum(answers, "inc_biz").subtract(sum(answers, "exp_biz")),
            sum(answers, "inc_prop"), sum(answers, "inc_trans"),
        };
        int largest = 0;
        for (int i = 1; i < sources.length; i++) {
            largest = sources[i].compareTo(sources[largest]) > 0 ? i : largest;
        }
        return Integer.toString(largest + 1);
    }

    static BigDecimal sum(ObjectNode answers, String... questions) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String question : questions) {
            JsonNode value = answers.path(question);
            sum = sum.add(value.decimalValue());
        }
        return sum;
    }

    /** As a device writes numbers: whole ones as such, others without trailing zeros. */
    static void put(ObjectNode answers, String question, BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.scale() <= 0) {
            answers.put(question, plain.longValueExact());
        } else {
            answers.put(question, plain);
        }
    }
}
