package org.ruhu.tools.indicator.compute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.figure.Level;
import org.ruhu.tools.indicator.figure.Place;

/** The units that were to be visited, and which of them have a record. */
public final class Frame {

    private record Unit(String area, boolean[] seen) {}

    private final Map<String, Unit> units = new HashMap<>();

    public void add(String unit, String area) {
        units.put(unit, new Unit(area, new boolean[1]));
    }

    /** A unit off the frame is nothing to it. */
    public void seen(String unit) {
        Optional.ofNullable(units.get(unit)).ifPresent(found -> found.seen()[0] = true);
    }

    /** @param year of which the records are */
    void figures(Cut cut, int year, Consumer<Figure> to) {
        for (Level level : Level.values()) {
            if (level == Level.ALL || cut.levels().contains(level)) {
                Map<String, long[]> counts = new TreeMap<>();
                units.values().stream().filter(unit -> unit.area().length() >= level.digits()).forEach(unit -> {
                    long[] count = counts.computeIfAbsent(unit.area().substring(0, level.digits()),
                            area -> new long[2]);
                    count[0] += unit.seen()[0] ? 1 : 0;
                    count[1]++;
                });
                counts.forEach((area, count) -> new Sheet(new Place(area, year, "", ""), Optional.empty(),
                        List.of(), to).put("coverage.listed",
                                Measured.ratio(count[0], count[1], Lack.NO_BASE), new Base(count[1], 0, count[1], 0)));
            }
        }
    }
}
