package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Section A: who went where and when, and what came of it. */
final class Visit {

    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 4);
    private static final int HOUSEHOLDS_A_DAY = 7;
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+08:00'");

    private final Dice dice;
    private final Village village;
    private final Fate fate;
    private final LocalDateTime start;
    private final LocalDateTime end;

    Visit(Dice dice, Village village, int serial, Fate fate) {
        this.dice = dice;
        this.village = village;
        this.fate = fate;
        int order = serial - 1;
        start = FIRST_DAY.plusDays(order / HOUSEHOLDS_A_DAY)
                .atTime(9 + order % HOUSEHOLDS_A_DAY * 3 / 2, dice.below(20), dice.below(60));
        end = start.plusSeconds(fate.interviewed() ? dice.between(24 * 60, 75 * 60) : dice.between(11 * 60, 20 * 60));
    }

    String started() {
        return start.format(WRITTEN);
    }

    String ended() {
        return end.format(WRITTEN);
    }

    /** What is known of a place even when nobody is at home. */
    void answer(Dice place, ObjectNode answers, ObjectNode missing) {
        if (fate.result().equals("05")) {
            List.of("gps_lat", "gps_lon", "gps_acc_m").forEach(field -> missing.put("/" + field, "dont-know"));
        } else {
            Calculations.put(answers, "gps_lat", near(place, village.latitude()));
            Calculations.put(answers, "gps_lon", near(place, village.longitude()));
            answers.put("gps_acc_m", dice.between(3, 30));
        }
        answers.put("visit_no", 1 + dice.weighted(85, 12, 3));
        answers.put("start_time", started()).put("end_time", ended());
        answers.put("enum1_id", village.enumerators().get(0)).put("enum2_id", village.enumerators().get(1));
        String language = dice.one("3", "3", "3", "3", "3", "3", "1", "2");
        answers.put("interview_lang", language);
        if (!language.equals("1")) {
            answers.put("interpreter", dice.chance(0.2));
        }
        answers.put("cadre_present", false);
    }

    private static BigDecimal near(Dice place, double degrees) {
        return BigDecimal.valueOf(degrees + place.between(-2000, 2000) / 100_000.0).setScale(5, RoundingMode.HALF_UP);
    }
}
