package org.ruhu.server.progress;

/**
 * A unit's place in the counting: its village in a campaign, and its number there.
 *
 * @param number digits and value of the number behind the area, in one: -7 and -0007 are two units
 */
record Place(String campaign, String village, int number) {

    static final int AREA_DIGITS = 12;
    private static final int MOST = 1_000_000;

    static Place of(String campaign, String unit) {
        String digits = unit.substring(AREA_DIGITS + 1);
        return new Place(campaign, unit.substring(0, AREA_DIGITS), digits.length() * MOST + Integer.parseInt(digits));
    }

    String unit() {
        return village + "-" + Integer.toString(MOST + number % MOST).substring(7 - number / MOST);
    }
}
