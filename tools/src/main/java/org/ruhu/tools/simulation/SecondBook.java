package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ruhu.tools.simulation.Names.Name;

/** Enters people once more, with the slips and the other spellings of another book. */
final class SecondBook {

    private static final List<String> FROM_16_ON = List.of("pension_ins", "work_area", "work_months", "wage_m",
            "trained", "post_type");

    private final Case which;
    private final Dice dice;
    private final Identities identities;

    /** @param identities numbers of the household where they are entered */
    SecondBook(Case which, Dice dice, Identities identities) {
        this.which = which;
        this.dice = dice;
        this.identities = identities;
    }

    /** @param line from 1 */
    Member entered(Member person, UUID household, int line, String relation) {
        ObjectNode row = person.answers().deepCopy();
        Name name = which == Case.CHILD_UNDER_HAN_NAME ? Names.han(dice, Names.surname(dice), person.kin().male())
                : Spelling.again(person.name(), dice);
        row.remove("name_alias");
        row.put("hh_id", household.toString()).put("line_no", line).put("name_zh", name.han()).put("rel", relation);
        if (name.words().isEmpty() || dice.chance(0.4)) {
            row.remove("name_bo");
        }
        papers(row, person);
        birth(row);
        if (dice.chance(0.01)) {
            row.put("sex", row.path("sex").asText().equals("1") ? "2" : "1");
        }
        Kin kin = new Kin(relation, person.kin().male(), person.age(), person.kin().marital());
        return new Member(person.who(), kin, name, row);
    }

    private void papers(ObjectNode row, Member person) {
        String number = person.text("id_no");
        if (number.isEmpty()) {
            return;
        }
        switch (which) {
            case MISTYPED_ID -> row.put("id_no", dice.chance(0.5) ? Mistyped.digit(number, dice)
                    : Mistyped.neighbours(number, dice));
            case ID_OF_15_DIGITS -> row.put("id_no", Mistyped.of15Digits(number));
            case TWO_IDS_ONE_PERSON -> corrected(row, person);
            case DISABILITY_CARD -> otherCard(row, number);
            case DEFAULT_BIRTHDAY -> withoutNumber(row);
            default -> perhaps(row, number);
        }
    }

    private void perhaps(ObjectNode row, String number) {
        boolean plain = number.length() == 18;
        switch (dice.weighted(86, 9, plain ? 3 : 0, plain ? 2 : 0)) {
            case 0 -> { }
            case 1 -> withoutNumber(row);
            case 2 -> row.put("id_no", Mistyped.otherCharacters(number, dice));
            default -> row.put("id_no", Mistyped.digit(number, dice));
        }
    }

    private static void withoutNumber(ObjectNode row) {
        row.remove("id_no");
        row.put("id_type", "9").put("no_id_reason", "3");
    }

    /** Registered anew with the right birth date: a few days, or a year or two, from the old one. */
    private void corrected(ObjectNode row, Member person) {
        LocalDate old = LocalDate.parse(person.text("birth_date"));
        LocalDate wished = old.getYear() > 2015 ? old : old.plusYears(dice.one(List.of(-2, -1, 0, 0, 1)));
        LocalDate birth = identities.near(wished.getDayOfYear() == 1 ? wished.plusDays(dice.between(30, 300)) : wished);
        identities.number(birth, person.kin().male()).ifPresent(number -> {
            row.put("id_no", number).put("id_type", "1").put("birth_est", false);
            born(row, birth);
        });
    }

    /** The disability card has the id number and two digits more. */
    private static void otherCard(ObjectNode row, String number) {
        if (number.length() == 20) {
            row.put("id_type", "1").put("id_no", number.substring(0, 18));
        } else {
            row.put("id_type", "3").put("id_no", number + row.path("disab_cat").asText()
                    + row.path("disab_grade").asText());
        }
    }

    private void birth(ObjectNode row) {
        LocalDate birth = LocalDate.parse(row.path("birth_date").asText());
        if (which == Case.DEFAULT_BIRTHDAY) {
            born(row.put("birth_est", true), LocalDate.of(birth.getYear() + dice.one(
                    List.of(0, 0, 0, -1, 1)), 1, 1));
        } else if (which != Case.TWO_IDS_ONE_PERSON) {
            perhaps(row, birth);
        }
    }

    private void perhaps(ObjectNode row, LocalDate birth) {
        switch (dice.weighted(91, 2, 2, 3, 2)) {
            case 0 -> { }
            case 1 -> {
                row.remove(List.of("birth_date", "birth_est", "age"));
                askedAt(-1, row);
            }
            case 2 -> born(row, birth.getDayOfMonth() <= 12
                    ? LocalDate.of(birth.getYear(), birth.getDayOfMonth(), birth.getMonthValue()) : birth);
            case 3 -> born(row, dice.chance(0.5) ? birth.minusDays(dice.one(List.of(1, 2, 10)))
                    : birth.minusYears(dice.one(List.of(1, 2, 10))));
            default -> born(row.put("birth_est", true), LocalDate.of(birth.getYear(), 1, 1));
        }
    }

    private static void born(ObjectNode row, LocalDate birth) {
        int age = Plan.REFERENCE_DAY.getYear() - birth.getYear();
        row.put("birth_date", birth.toString()).put("age", age);
        askedAt(age, row);
    }

    /** A device drops what it does not ask people of that age. */
    private static void askedAt(int age, ObjectNode row) {
        if (age < 16) {
            row.remove(FROM_16_ON);
        }
        if (age < 15) {
            row.remove("marital");
        }
        if (age < 3 || age > 30) {
            row.remove(List.of("school", "school_name"));
        }
        if (age < 6 || age > 15) {
            row.remove("no_school_reason");
        }
    }
}
