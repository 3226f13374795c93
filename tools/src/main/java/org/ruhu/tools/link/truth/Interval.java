package org.ruhu.tools.link.truth;

/** Where a share lies with 95 % confidence; {@code NaN} both where there is nothing to take a share of. */
public record Interval(double low, double high) {

    private static final double Z = 1.959963984540054;

    /**
     * Wilson's interval (Wilson 1927), which holds near 0 and 1 and for few cases too. It takes the cases for
     * independent. The pairs of one cluster are not: one mistaken link of two large clusters makes many wrong pairs at
     * once. So it is too narrow where clusters are large.
     */
    public static Interval wilson(long hits, long cases) {
        if (cases == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        double share = (double) hits / cases;
        double spread = Z * Math.sqrt(share * (1 - share) / cases + Z * Z / (4.0 * cases * cases));
        double centre = share + Z * Z / (2.0 * cases);
        double scale = 1 + Z * Z / cases;
        double low = hits == 0 ? 0 : (centre - spread) / scale;
        double high = hits == cases ? 1 : (centre + spread) / scale;
        return new Interval(low, high);
    }
}
