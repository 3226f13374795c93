package org.ruhu.tools.simulation;

import java.util.List;

/**
 * An invented village under a real township.
 *
 * @param code       12 digits
 * @param first      index of its first household
 * @param households how many it has
 * @param team       the two who enumerate it
 */
public record Village(String code, String name, String nameEn, double latitude, double longitude, int first,
                      int households, String team) {

    public String township() {
        return code.substring(0, 9);
    }

    public String county() {
        return code.substring(0, 6);
    }

    /** The two people of its team; nobody interviews alone. */
    public List<String> enumerators() {
        return List.of("E" + team.substring(1) + "A", "E" + team.substring(1) + "B");
    }

    /** The part of it in which a household lives. */
    String group(int serial) {
        return 1 + serial % 4 + "组";
    }

    String address(int serial) {
        return name + group(serial) + serial + "号";
    }

    /** @param serial 1-based number of the household in the village */
    public String unit(int serial) {
        String number = Integer.toString(serial);
        return code + "-" + "0".repeat(Math.max(0, 4 - number.length())) + number;
    }
}
