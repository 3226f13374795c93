package org.ruhu.tools.link.likeness;

/** How far apart two numbers or two places are. */
public final class Numbers {

    private static final double EARTH_RADIUS_KM = 6371;

    private Numbers() {}

    public static double difference(double a, double b) {
        return Math.abs(a - b);
    }

    /** The difference as a share of the larger number, as Splink's percentage difference; two equal numbers have 0. */
    public static double share(double a, double b) {
        return a == b ? 0 : Math.abs(a - b) / Math.max(a, b);
    }

    /**
     * The way along a great circle (haversine) on a sphere of 6371 km, as in Splink; latitudes and longitudes in
     * degrees.
     */
    public static double kilometres(double aLatitude, double aLongitude, double bLatitude, double bLongitude) {
        double north = Math.sin(Math.toRadians(bLatitude - aLatitude) / 2);
        double east = Math.sin(Math.toRadians(bLongitude - aLongitude) / 2);
        double half = north * north
                + Math.cos(Math.toRadians(aLatitude)) * Math.cos(Math.toRadians(bLatitude)) * east * east;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, half)));
    }
}
