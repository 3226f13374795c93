package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Section I: what help came, in keeping with the money that came with it, and what people think of it. */
final class Help {

    private static final String[] NEEDS = {"资金周转", "子女上学", "看病方便", "学一门技术", "修路", "稳定的工作", "修缮房屋", "增加牲畜"};

    private final Dice dice;
    private final Register register;
    private final List<Member> members;
    private final ObjectNode answers;

    Help(Dice dice, Register register, List<Member> members, ObjectNode answers) {
        this.dice = dice;
        this.register = register;
        this.members = members;
        this.answers = answers;
    }

    void answer(String helper) {
        boolean moved = !answers.path("reloc_type").asText().equals("0");
        boolean students = members.stream().anyMatch(Member::student);
        ArrayNode batch = answers.putArray("aid_batch");
        add(batch, "1", dice.chance(0.8));
        add(batch, "2", moved);
        add(batch, "3", has("inc_eco"));
        add(batch, "4", students && dice.chance(0.9));
        add(batch, "5", has("inc_dibao") || has("inc_tekun"));
        orNone(batch);
        some("aid_industry", 0.5, "1", "2", "3", "4", "5");
        ArrayNode job = answers.putArray("aid_job");
        add(job, "1", members.stream().anyMatch(member -> member.yes("trained")));
        add(job, "5", has("inc_post"));
        orNone(job);
        some("aid_health", 0.7, "1", "2", "3");
        ArrayNode edu = answers.putArray("aid_edu");
        add(edu, "2", students);
        orNone(edu);
        ArrayNode social = answers.putArray("aid_social");
        add(social, "1", has("inc_dibao"));
        add(social, "2", has("inc_tekun"));
        add(social, "3", has("inc_disab"));
        add(social, "4", has("inc_pension"));
        add(social, "5", has("inc_relief"));
        orNone(social);
        if (register.registered()) {
            answers.put("helper_id", helper).put("helper_visits", dice.between(4, 48));
        }
        opinions();
    }

    private void opinions() {
        answers.put("recog_policy", opinion());
        if (register.registered()) {
            answers.put("recog_measure", opinion());
        }
        answers.put("recog_exit", opinion()).put("recog_cadre", opinion());
        if (dice.chance(0.6)) {
            answers.put("top_need", dice.one(NEEDS));
        }
    }

    private String opinion() {
        return dice.chance(0.96) ? "1" : dice.one("2", "8");
    }

    private boolean has(String income) {
        return answers.path(income).asLong() > 0;
    }

    private void some(String question, double each, String... codes) {
        ArrayNode chosen = answers.putArray(question);
        for (String code : codes) {
            add(chosen, code, dice.chance(each));
        }
        orNone(chosen);
    }

    private static void add(ArrayNode codes, String code, boolean chosen) {
        if (chosen) {
            codes.add(code);
        }
    }

    private static void orNone(ArrayNode codes) {
        if (codes.isEmpty()) {
            codes.add("0");
        }
    }
}
