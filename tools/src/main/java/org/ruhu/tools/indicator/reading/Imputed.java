package org.ruhu.tools.indicator.reading;

/** Which results of a household rest on answers that nobody gave, a bit each. */
public record Imputed(int bits) {

    public static final Imputed NOTHING = new Imputed(0);

    /** Net income by the local rule, per head. */
    public static final int REGISTER = 1;
    /** Disposable income, per head. */
    public static final int DISPOSABLE = 1 << 1;
    /** How many share the budget. */
    public static final int PERSONS = 1 << 2;
    /** Who is on the register, and what became of it. */
    public static final int REGISTERED = 1 << 3;
    /** What the household thinks of the work. */
    public static final int RECOGNITION = 1 << 4;
    private static final int FIRST_PART = 5;
    private static final int FIRST_LACK = FIRST_PART + Part.values().length;

    public static int of(Part part) {
        return 1 << FIRST_PART + part.ordinal();
    }

    public static int of(Deprivation lack) {
        return 1 << FIRST_LACK + lack.ordinal();
    }

    /** Whether any of these rests on such answers. */
    public boolean any(int these) {
        return (bits & these) != 0;
    }
}
