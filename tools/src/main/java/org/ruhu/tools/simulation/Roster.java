package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.simulation.Names.Name;

/** Fills the rows of the member roster, each answer in keeping with the ones before. */
final class Roster {

    private final Dice dice;
    private final Register register;
    private final Identities identities;
    private final String household;
    private final String county;
    private final int index;

    /** @param index of the household, which with the line makes up who somebody is */
    Roster(Dice dice, Register register, Identities identities, String household, String county, int index) {
        this.dice = dice;
        this.register = register;
        this.identities = identities;
        this.household = household;
        this.county = county;
        this.index = index;
    }

    List<Member> members(Alike alike) {
        boolean han = dice.chance(0.03) && !alike.is(Case.SERIAL_SIBLINGS);
        boolean naxi = county.equals("540328") && dice.chance(0.05);
        String surname = Names.surname(dice);
        String before = List.of("", surname, Names.house(dice)).get(dice.weighted(945, 15, 40));
        List<Member> members = new ArrayList<>();
        for (Kin one : alike.kin()) {
            Name name = han ? Names.han(dice, surname, one.male()) : name(one, before, alike, members);
            members.add(member(one, name, birth(one, alike, members), members.size() + 1, alike.kin().size(),
                    han ? "01" : naxi ? "27" : "04"));
        }
        return members;
    }

    /** Siblings with serial names are called like the eldest of them. */
    private Name name(Kin kin, String before, Alike alike, List<Member> elder) {
        int eldest = alike.pair().there();
        boolean serial = alike.is(Case.SERIAL_SIBLINGS) && elder.size() > eldest
                && kin.relation().equals(elder.get(eldest).kin().relation());
        return serial ? Names.beginningLike(elder.get(eldest).name(), dice, kin.male())
                : Names.tibetan(dice, before, kin.male());
    }

    private LocalDate birth(Kin kin, Alike alike, List<Member> before) {
        int year = Plan.REFERENCE_DAY.getYear() - kin.age();
        if (before.size() == alike.pair().there()) {
            return identities.bornOnKnownDay(dice, year);
        }
        if (before.size() != alike.pair().here() || alike.is(Case.SERIAL_SIBLINGS)) {
            return identities.born(dice, year);
        }
        LocalDate other = LocalDate.parse(before.get(alike.pair().there()).text("birth_date"));
        return alike.is(Case.TWINS) ? other : identities.near(other.withDayOfMonth(dice.between(2, 28)));
    }

    private Member member(Kin kin, Name name, LocalDate birth, int line, int size, String ethnic) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("hh_id", household).put("line_no", line).put("name_zh", name.han());
        name.tibetan().filter(tibetan -> dice.chance(0.6)).ifPresent(tibetan -> row.put("name_bo", tibetan));
        if (dice.chance(0.1) && !name.otherwise(dice).han().equals(name.han())) {
            row.put("name_alias", otherThan(name));
        }
        Member member = new Member(index + "-" + line, kin, name, row);
        Health health = Health.of(dice, kin.age());
        papers(row, kin, birth, health);
        row.put("sex", kin.male() ? "1" : "2").put("birth_date", birth.toString());
        row.put("birth_est", birth.getDayOfYear() == 1).put("age", kin.age()).put("ethnic", ethnic);
        row.put("rel", kin.relation());
        living(row, kin);
        schooling(row, kin.age());
        health.answer(row);
        row.put("labour", labour(member, health));
        row.put("med_ins", insurance(kin.age(), row.get("in_register").booleanValue()));
        if (kin.age() >= 16) {
            working(row, member, size);
        }
        change(row, kin, birth);
        return member;
    }

    private String otherThan(Name name) {
        while (true) {
            String other = name.otherwise(dice).han();
            if (!other.equals(name.han())) {
                return other;
            }
        }
    }

    /** A disability card has the id number, then kind and grade. */
    private void papers(ObjectNode row, Kin kin, LocalDate birth, Health health) {
        if (kin.age() == 0 && dice.chance(0.4)) {
            row.put("id_type", "9").put("no_id_reason", "1");
            return;
        }
        boolean card = health.disabled() && dice.chance(0.3);
        String number = identities.number(birth, kin.male()).orElse("");
        if (number.isEmpty()) {
            row.put("id_type", "9").put("no_id_reason", "2");
            return;
        }
        row.put("id_type", card ? "3" : kin.age() < 16 ? "2" : "1");
        row.put("id_no", card ? number + health.category() + health.grade() : number);
    }

    private String insurance(int age, boolean registered) {
        if (age == 0 && dice.chance(0.3)) {
            return "4";
        }
        return registered || dice.chance(0.97) ? dice.chance(0.995) || age < 16 ? "1" : "2" : "5";
    }

    private void living(ObjectNode row, Kin kin) {
        boolean head = kin.relation().equals("01");
        boolean hukou = head || dice.chance(0.97);
        row.put("in_register", register.registered() && (head || hukou && kin.age() > 0 && dice.chance(0.99)));
        row.put("hukou_here", hukou);
        row.put("months_home", head || dice.chance(0.9) ? dice.between(8, 12) : dice.between(0, 7));
        if (kin.age() >= 15) {
            row.put("marital", kin.marital());
        }
    }

    private void schooling(ObjectNode row, int age) {
        String school = age >= 3 && age <= 30 ? Schooling.at(dice, age) : "00";
        row.put("edu", Schooling.education(dice, age, school));
        if (age < 3 || age > 30) {
            return;
        }
        row.put("school", school);
        if (!school.equals("00")) {
            row.put("school_name", Schooling.name(dice, school));
        } else if (age >= 6 && age <= 15) {
            row.put("no_school_reason", age >= 14 ? "2" : age == 6 ? "5" : "1");
        }
    }

    private String labour(Member member, Health health) {
        int age = member.age();
        if (age < 16) {
            return "5";
        }
        if (health.severelyDisabled()) {
            return "4";
        }
        if (age > 64) {
            return age > 74 || dice.chance(0.4) ? "4" : "3";
        }
        if (health.ill() && dice.chance(0.6) || health.disabled()) {
            return "3";
        }
        return dice.chance(0.08) ? "2" : "1";
    }

    private void working(ObjectNode row, Member member, int size) {
        int age = member.age();
        row.put("pension_ins", age >= 60 ? "3" : dice.chance(0.96) ? "1" : dice.one("2", "4"));
        boolean works = member.ableToWork() && !member.student() && dice.chance(register.poor() ? 0.15 : 0.5);
        String place = works ? List.of("1", "2", "3", "4", "5").get(dice.weighted(34, 34, 16, 12, 4)) : "0";
        row.put("work_area", place);
        if (works) {
            int months = dice.between(2, 10);
            boolean away = place.compareTo("3") >= 0;
            int home = row.get("months_home").intValue();
            if (away && months + home > 12) {
                row.put("months_home", 12 - months);
            }
            int month = dice.between(16, size < 3 || register.poor() ? 22 : away ? 42 : 36) * 100;
            row.put("work_months", months).put("wage_m", months * month);
        }
        row.put("trained", works && dice.chance(0.4));
        boolean post = member.ableToWork() && !member.student() && dice.chance(0.18);
        row.put("post_type", post ? dice.one("1", "1", "2", "3", "4") : "0");
    }

    private void change(ObjectNode row, Kin kin, LocalDate birth) {
        boolean bride = kin.relation().equals("04") && kin.age() < 30 && dice.chance(0.1);
        boolean dead = kin.age() > 55 && !kin.relation().equals("01") && row.path("work_area").asText().equals("0")
                && dice.chance(0.01);
        row.put("change", kin.age() == 0 ? "1" : bride ? "2" : dead ? "4" : "0");
        if (kin.age() == 0) {
            row.put("change_date", birth.toString());
        } else if (bride || dead) {
            row.put("change_date", LocalDate.of(2020, dice.between(1, 12), dice.between(1, 28)).toString());
        }
    }
}
