package org.ruhu.tools.page;

import java.util.Locale;

/** Numbers as the page writes them, in both languages alike. */
public final class Numbers {

    private static final String NONE = "–";

    private Numbers() {}

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number of things that is itself worked out: large ones without what follows the comma. */
    public static String about(double number) {
        return number >= 1e15 ? String.format(Locale.ROOT, "%.2g", number)
                : String.format(Locale.ROOT, number < 10 ? "%,.1f" : "%,.0f", number);
    }

    /** With as many digits as tell it from 0 and from 100 %. */
    public static String percent(double share) {
        if (Double.isNaN(share)) {
            return NONE;
        }
        double distance = Math.min(Math.abs(share), Math.abs(1 - share));
        int digits = distance == 0 || distance >= 0.05 ? 1 : distance >= 0.005 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f\u2009%%", 100 * share);
    }

    /** Chances from 1 down to very small ones. */
    public static String chance(double chance) {
        return chance >= 0.001 ? decimal(chance, 4) : String.format(Locale.ROOT, "%.1e", chance);
    }

    public static String bits(double weight) {
        String text = decimal(weight, 1);
        return text.equals("-0.0") || text.equals("0.0") ? "0.0" : weight > 0 ? "+" + text
                : "\u2212" + text.substring(1);
    }

    public static String decimal(double number, int digits) {
        return Double.isNaN(number) ? NONE : String.format(Locale.ROOT, "%." + digits + "f", number);
    }
}
