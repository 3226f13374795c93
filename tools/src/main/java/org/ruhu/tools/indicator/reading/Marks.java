package org.ruhu.tools.indicator.reading;

/** Marks by their places, up to 31 of them, in eight bytes: a million households are held at once. */
public record Marks(long bits) {

    static final Marks NONE = new Marks(-1L);

    private static final Mark[] ALL = Mark.values();

    Marks with(int place, Mark mark) {
        return new Marks(bits & ~(3L << 2 * place) | (long) mark.ordinal() << 2 * place);
    }

    /** A place that was never set is unknown. */
    public Mark at(Enum<?> place) {
        return at(bits, place.ordinal());
    }

    public static Mark at(long bits, int place) {
        return ALL[Math.min(2, (int) (bits >>> 2 * place & 3))];
    }
}
