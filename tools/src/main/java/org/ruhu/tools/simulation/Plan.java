package org.ruhu.tools.simulation;

import java.time.LocalDate;
import org.ruhu.forms.FormId;

/**
 * What to make up.
 *
 * @param area       prefecture, county or township inside 5403
 * @param errors     share of interviews with a mistake in them
 * @param duplicates share of persons in interviews who are in another one too, not counting the first time
 * @param campaign   whose frame the units are on
 */
public record Plan(int households, long seed, String area, double errors, double duplicates, String campaign) {

    public static final String CAMPAIGN = "changdu-2026";

    /** The form the answers are for. */
    public static final FormId FORM = new FormId("household-census", "1.0");

    /** Ages, incomes and memberships are as of this day. */
    static final LocalDate REFERENCE_DAY = LocalDate.of(2020, 12, 31);

    static final int POVERTY_LINE = 4000;

    /** The most for which every made-up id number is still given once. */
    static final int MOST_HOUSEHOLDS = 5_000_000;

    /** With more there would be too few people left to enter twice. */
    static final double MOST_DUPLICATES = 0.25;

    public Plan {
        if (households < 1 || households > MOST_HOUSEHOLDS) {
            throw new IllegalArgumentException("households: 1 to " + MOST_HOUSEHOLDS);
        }
        if (!(errors >= 0 && errors <= 1)) {
            throw new IllegalArgumentException("the rate of errors is from 0 to 1");
        }
        if (!(duplicates >= 0 && duplicates <= MOST_DUPLICATES)) {
            throw new IllegalArgumentException("the rate of duplicates is from 0 to " + MOST_DUPLICATES);
        }
        if (Divisions.townshipsIn(area).isEmpty()) {
            throw new IllegalArgumentException("area: 5403, or a county or township in it, not " + area);
        }
    }

    /** Changdu without errors and duplicates. */
    public static Plan of(int households, long seed, String campaign) {
        return new Plan(households, seed, "5403", 0, 0, campaign);
    }
}
