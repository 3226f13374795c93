package org.ruhu.server.door;

/** Reads query parameters: what is not as expected is refused by name. */
public final class Query {

    private Query() {}

    public static long number(String name, String value, long least, long most) {
        if (value.matches("[0-9]{1,18}") && Long.parseLong(value) >= least && Long.parseLong(value) <= most) {
            return Long.parseLong(value);
        }
        throw refused(name, "give a number from %d to %d".formatted(least, most));
    }

    public static boolean flag(String name, String value) {
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        throw refused(name, "give true or false");
    }

    /** An area: the first digits of a code, or nothing. */
    public static String area(String name, String value) {
        if (value.matches("([1-9][0-9]{1,11})?")) {
            return value;
        }
        throw refused(name, "give the first 2 to 12 digits of an area code");
    }

    public static Refusal refused(String name, String expected) {
        return new Refusal(Refusal.Kind.UNREADABLE_REQUEST, "Query parameter %s: %s".formatted(name, expected));
    }
}
