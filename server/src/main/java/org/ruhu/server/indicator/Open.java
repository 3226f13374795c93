package org.ruhu.server.indicator;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.figure.Catalogue;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.figure.Interval;

/**
 * A figure as somebody sees it who has no right to the answers behind it: nothing where too few households stand
 * behind it or another could be worked out by it, else rounded so that no single household shows: counts and what
 * shares count to the nearest 5, money to 10 yuan.
 */
final class Open {

    /** Shares of which the parts are no households. */
    private static final Pattern OF_MONEY = Pattern
            .compile("income\\.share\\..*|.*\\.lorenz-.*|mpi\\.contribution\\..*");
    private static final int STEP = 5;
    private static final double YUAN = 10;
    private static final double INDEX = 0.01;
    private static final double OTHER = 0.1;

    private Open() {}

    static Figure of(Figure figure, boolean held) {
        return held ? withheld(figure) : rounded(figure);
    }

    private static Figure withheld(Figure figure) {
        return new Figure(figure.indicator(), figure.place(), OptionalDouble.empty(), Figure.SUPPRESSED,
                new Base(0, 0, 0, 0), Optional.empty(), figure.forms());
    }

    private static Figure rounded(Figure figure) {
        Base base = figure.base();
        boolean share = Catalogue.indicator(figure.indicator()).unit().equals("share");
        double step = OF_MONEY.matcher(figure.indicator()).matches() ? INDEX
                : step(Catalogue.indicator(figure.indicator()).unit(), base.households());
        OptionalDouble value = figure.value().isPresent()
                ? OptionalDouble.of(near(figure.value().getAsDouble(), step, share)) : OptionalDouble.empty();
        Optional<Interval> interval = figure.interval().map(of -> new Interval(near(of.lower(), step, share),
                near(of.upper(), step, share), of.level(), of.method()));
        return new Figure(figure.indicator(), figure.place(), value, figure.note(),
                new Base(count(base.households()), count(base.persons()), count(Math.round(base.weighted())),
                        count(base.missing()), count(base.imputed())), interval, figure.forms());
    }

    private static double step(String unit, long households) {
        return switch (unit) {
            case "share" -> STEP / (double) Math.max(STEP, households);
            case "persons" -> STEP;
            case "yuan" -> YUAN;
            case "index" -> INDEX;
            default -> OTHER;
        };
    }

    private static double near(double value, double step, boolean share) {
        double near = Math.round(value / step) * step;
        return share ? Math.min(1, near) : near;
    }

    private static long count(long households) {
        return Math.round(households / (double) STEP) * STEP;
    }
}
