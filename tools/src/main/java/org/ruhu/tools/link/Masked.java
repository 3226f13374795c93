package org.ruhu.tools.link;

/** What may be shown of an identifier in a list. */
public final class Masked {

    private Masked() {}

    /** First six and last two digits; the birth date never. */
    public static String number(String id) {
        return id.substring(0, 6) + "**********" + id.substring(id.length() - 2);
    }

    /** The first character. */
    public static String name(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }
}
