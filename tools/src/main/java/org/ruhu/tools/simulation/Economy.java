package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;

/** Section H: what the household lives on, in keeping with its members, land and animals. */
final class Economy {

    private static final int SUBSISTENCE_PERCENT = 52;

    private final Dice dice;
    private final Register register;
    private final List<Member> members;
    private final ObjectNode answers;

    Economy(Dice dice, Register register, List<Member> members, ObjectNode answers) {
        this.dice = dice;
        this.register = register;
        this.members = members;
        this.answers = answers;
    }

    void answer() {
        answers.put("inc_year", Plan.REFERENCE_DAY.getYear());
        wages();
        business();
        answers.put("inc_land", dice.chance(0.12) ? hundreds(2, 20) : 0);
        answers.put("inc_div", dice.chance(0.5) ? hundreds(3, 25) : 0);
        answers.put("inc_int", dice.chance(0.04) ? hundreds(1, 10) : 0).put("inc_prop", 0);
        transfers();
        answers.put("net_income", 0).put("pc_net", 0);
        bringWithinReason();
        answers.put("main_source", Calculations.largestSource(answers));
        debts();
    }

    private void wages() {
        answers.put("inc_wage_local", sum(member -> member.is("work_area", "1") || member.is("work_area", "2")));
        answers.put("inc_wage_out", sum(member -> !member.is("work_area", "1") && !member.is("work_area", "2")));
        long posts = members.stream()
                .filter(member -> member.answers().has("post_type") && !member.is("post_type", "0")).count();
        answers.put("inc_post", posts * dice.one(List.of(3500, 3500, 4000, 6000))).put("inc_wage", 0);
    }

    private long sum(Predicate<Member> who) {
        return members.stream().filter(who).mapToLong(member -> member.yuan("wage_m")).sum();
    }

    private void business() {
        long hands = members.stream().filter(Member::ableToWork).count();
        long crop = answers.path("land_arable").decimalValue().longValue() * dice.between(250, 600);
        long stock = answers.path("cattle_n").asLong() * dice.between(250, 700)
                + answers.path("sheep_n").asLong() * dice.between(60, 200)
                + answers.path("pig_poultry_n").asLong() * dice.between(20, 90);
        long gather = dice.chance(0.45) ? hands * dice.between(10, 45) * 100 : 0;
        long other = hands > 0 && dice.chance(0.08) ? hundreds(40, 250) : 0;
        answers.put("inc_crop", crop).put("inc_stock", stock).put("inc_gather", gather).put("inc_nonfarm", other);
        answers.put("inc_biz", 0).put("inc_kind", (crop + stock) * dice.between(15, 45) / 100);
        answers.put("exp_crop", crop * dice.between(15, 40) / 100).put("exp_stock", stock * dice.between(8, 30) / 100);
        answers.put("exp_nonfarm", other * dice.between(20, 45) / 100);
        boolean trade = crop + stock + gather + other > 0;
        answers.put("exp_depr", trade ? dice.between(1, 12) * 50 : 0).put("exp_tax", 0).put("exp_biz", 0);
    }

    private void transfers() {
        long size = members.stream().filter(Member::alive).count();
        long pensions = members.stream().filter(member -> member.is("pension_ins", "3") && member.alive()).count();
        long disabled = members.stream().filter(m -> m.is("disab_grade", "1") || m.is("disab_grade", "2")).count();
        long students = members.stream().filter(Member::student).count();
        answers.put("inc_dibao", register.category().equals("2") ? size * dice.between(8, 22) * 100 : 0);
        answers.put("inc_tekun", register.category().equals("3") ? dice.between(60, 90) * 100 : 0);
        answers.put("inc_pension", pensions * 2160).put("inc_disab", disabled * 1200);
        answers.put("inc_eco", dice.chance(0.7) ? hundreds(5, 60) : 0);
        answers.put("inc_agri", dice.chance(0.9) ? hundreds(2, 18) : 0)
                .put("inc_edu", students * dice.between(3, 12) * 100);
        answers.put("inc_relief", dice.chance(0.05) ? hundreds(5, 30) : 0);
        answers.put("inc_family", size < 3 && dice.chance(0.4) ? hundreds(10, 40) : 0).put("inc_other_tr", 0);
        answers.put("inc_trans", 0).put("exp_trans", dice.chance(0.1) ? hundreds(1, 8) : 0);
    }

    /** Those said to have left poverty have at least the line, the poor at least half of it; nobody eight times. */
    private void bringWithinReason() {
        long sharing = answers.path("n_share").asLong();
        long least = register.poor() ? Plan.POVERTY_LINE * SUBSISTENCE_PERCENT / 100 : Plan.POVERTY_LINE + 150;
        Calculations.incomes(answers);
        long lacking = least * sharing - answers.path("net_income").asLong();
        if (lacking > 0) {
            long more = (lacking + dice.between(0, 1500) * sharing) / 100 * 100 + 100;
            answers.put("inc_gather", answers.path("inc_gather").asLong() + more);
            answers.put("exp_depr", Math.max(50, answers.path("exp_depr").asLong()));
            answers.put("inc_gather", answers.path("inc_gather").asLong() + 100);
        }
        Calculations.incomes(answers);
    }

    private void debts() {
        boolean owes = dice.chance(0.3);
        answers.put("debt_total", owes ? hundreds(50, 500) : 0);
        if (owes) {
            ArrayNode use = answers.putArray("debt_use");
            use.add(dice.one("1", "1", "2", "3", "4", "5"));
        }
        answers.put("microcredit", owes && dice.chance(0.5) ? hundreds(50, 300) : 0);
    }

    private long hundreds(int low, int high) {
        return dice.between(low, high) * 100L;
    }
}
