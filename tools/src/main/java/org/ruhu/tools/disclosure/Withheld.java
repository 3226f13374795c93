package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses which other cells to withhold with those at risk, by boxes as GHMITER does (Repsilber 1999; Hundepool et al.
 * 2012, 4.4.3): each cell at risk becomes a corner of a box of withheld cells between which amounts can be moved
 * without any published number noticing. The cheapest box that leaves enough room is taken. Then every cell at risk is
 * judged by what an outsider can work out; where that is too much, further boxes are withheld.
 */
final class Withheld {

    private final Cells cells;
    private final boolean[] withheld;
    private final Audit audit;

    private Withheld(Cells cells) {
        this.cells = cells;
        this.withheld = cells.risky().clone();
        this.audit = new Audit(cells, withheld);
    }

    /**
     * @param cells  which are withheld
     * @param bounds what an outsider can work out of each cell at risk
     */
    record Pattern(boolean[] cells, List<Audit.Bounds> bounds) {

        /** Cells at risk that no withholding could hide. */
        List<Audit.Bounds> open() {
            return bounds.stream().filter(bound -> !bound.enough()).toList();
        }
    }

    static Pattern of(Cells cells) {
        Withheld withheld = new Withheld(cells);
        List<Integer> risky = IntStream.range(0, cells.cube().cells()).filter(cell -> cells.risky()[cell]).boxed()
                .sorted(Comparator.<Integer>comparingDouble(cell -> -cells.room()[cell])
                        .thenComparing(Comparator.naturalOrder())).toList();
        risky.forEach(withheld::hide);
        return new Pattern(withheld.withheld, withheld.judged(risky));
    }

    private void hide(int cell) {
        choice(cell, true).ifPresent(this::withhold);
    }

    private void withhold(Cube.Box box) {
        for (int corner : box.corners()) {
            withheld[corner] = true;
        }
    }

    /** Withholding more never tells an outsider more, so what was enough stays enough. */
    private List<Audit.Bounds> judged(List<Integer> risky) {
        List<Audit.Bounds> bounds = new ArrayList<>();
        for (int cell : risky) {
            Audit.Bounds bound = audit.of(cell);
            Set<Cube.Box> tried = new HashSet<>();
            while (!bound.enough()) {
                Optional<Cube.Box> more = choice(cell, false).filter(tried::add);
                if (more.isEmpty()) {
                    break;
                }
                withhold(more.get());
                bound = audit.of(cell);
            }
            bounds.add(bound);
        }
        return bounds;
    }

    /**
     * The box that costs least; cells that are withheld already cost nothing.
     *
     * @param enough whether it must leave all the room that is needed; else the room counts for its cost, and at least
     *               one of its cells is not withheld yet
     */
    private Optional<Cube.Box> choice(int cell, boolean enough) {
        Cube.Box best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Cube.Box box : cells.cube().boxes(cell)) {
            Audit.Bounds bound = audit.within(box);
            double cost = cost(box);
            boolean useful = enough ? bound.enough() : cost > 0 && bound.width() > 0;
            if (useful && (enough ? cost : cost / bound.width()) < least) {
                best = box;
                least = enough ? cost : cost / bound.width();
            }
        }
        return Optional.ofNullable(best);
    }

    private double cost(Cube.Box box) {
        double cost = 0;
        for (int corner : box.corners()) {
            cost += withheld[corner] ? 0 : 1 + Math.log1p(Math.abs(cells.values()[corner]))
                    + Math.abs(cells.values()[corner]) * 1e-3;
        }
        return cost;
    }
}
