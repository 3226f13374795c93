package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * Chooses which other cells to withhold with those at risk, by boxes as GHMITER does (Repsilber 1999; Hundepool et al.
 * 2012, 4.4.3): each cell at risk becomes a corner of a box of withheld cells between which amounts can be moved
 * without any published number noticing. The cheapest box that leaves enough room is taken. Where tables are nested, a
 * cell that was withheld in one part becomes the corner of a box in its other parts too. Then every cell at risk is
 * judged by what an outsider can work out, and what is withheld of a line of a sum by the rules of one cell; where
 * that is too much, further boxes are withheld.
 */
final class Withheld {

    private final Amounts amounts;
    private final boolean[] withheld;
    private final Audit audit;

    private Withheld(Amounts amounts) {
        this.amounts = amounts;
        this.withheld = amounts.risky().clone();
        this.audit = new Audit(amounts, withheld);
    }

    /**
     * @param cells  which are withheld
     * @param bounds what an outsider can work out of each cell at risk
     * @param bare   cells withheld of a line that no others could be withheld with, though their sum breaks a rule
     */
    record Pattern(boolean[] cells, List<Audit.Bounds> bounds, List<List<Integer>> bare) {

        /** Cells at risk that no withholding could hide. */
        List<Audit.Bounds> open() {
            return bounds.stream().filter(bound -> !bound.enough()).toList();
        }
    }

    static Pattern of(Amounts amounts) {
        Withheld withheld = new Withheld(amounts);
        List<Integer> risky = IntStream.range(0, amounts.values().length).filter(cell -> amounts.risky()[cell])
                .boxed().sorted(Comparator.<Integer>comparingDouble(cell -> -amounts.room()[cell])
                        .thenComparing(Comparator.naturalOrder())).toList();
        risky.forEach(cell -> withheld.cheapest(amounts.cube().boxes(cell), Audit.Bounds::enough)
                .ifPresent(withheld::withhold));
        withheld.settle();
        List<Audit.Bounds> bounds = withheld.judged(risky);
        return new Pattern(withheld.withheld, bounds, withheld.covered());
    }

    private void withhold(Cube.Box box) {
        for (int corner : box.corners()) {
            withheld[corner] = true;
        }
    }

    /** Until every withheld cell is the corner of a box, where there is one. */
    private void settle() {
        boolean[] settled = new boolean[withheld.length];
        boolean more = true;
        while (more) {
            more = false;
            for (int cell = 0; cell < withheld.length; cell++) {
                if (withheld[cell] && !settled[cell] && !amounts.empty()[cell]) {
                    settled[cell] = true;
                    more = true;
                    List<Cube.Box> boxes = amounts.cube().boxes(cell);
                    if (boxes.stream().noneMatch(audit::whole)) {
                        cheapest(boxes, bound -> bound.width() > 0).ifPresent(this::withhold);
                    }
                }
            }
        }
    }

    /** Withholding more never tells an outsider more, so what was enough stays enough. */
    private List<Audit.Bounds> judged(List<Integer> risky) {
        List<Audit.Bounds> bounds = new ArrayList<>();
        for (int cell : risky) {
            Audit.Bounds bound = audit.of(cell);
            while (!bound.enough()) {
                Optional<Cube.Box> box = more(amounts.cube().boxes(cell));
                if (box.isEmpty()) {
                    break;
                }
                withhold(box.get());
                settle();
                bound = audit.of(cell);
            }
            bounds.add(bound);
        }
        return bounds;
    }

    /** Withholds more of every line of which the withheld cells together break a rule; those it could not cover. */
    private List<List<Integer>> covered() {
        List<Cube.Line> lines = amounts.cube().lines();
        List<List<Integer>> bare = List.of();
        boolean more = true;
        while (more) {
            more = false;
            bare = new ArrayList<>();
            for (Cube.Line line : lines) {
                List<Integer> together = Unions.of(line, withheld);
                if (!together.isEmpty() && amounts.unions().unsafe(together)) {
                    Optional<Cube.Box> box = wider(line, together);
                    box.ifPresent(this::withhold);
                    more |= box.isPresent();
                    if (box.isEmpty()) {
                        bare.add(together);
                    }
                }
            }
            settle();
        }
        return bare;
    }

    /** The cheapest box with a cell more of the line. */
    private Optional<Cube.Box> wider(Cube.Line line, List<Integer> together) {
        List<Cube.Box> boxes = new ArrayList<>();
        for (Cube.Box box : amounts.cube().boxes(together.get(0))) {
            boolean wider = IntStream.of(box.corners()).anyMatch(corner -> !withheld[corner] && !amounts.empty()[corner]
                    && (corner == line.total() || IntStream.of(line.inner()).anyMatch(inner -> inner == corner)));
            if (wider) {
                boxes.add(box);
            }
        }
        return best(boxes, bound -> bound.width() > 0, (box, bound) -> cost(box));
    }

    /** The box that costs least; cells that are withheld already cost nothing. */
    private Optional<Cube.Box> cheapest(List<Cube.Box> boxes, Predicate<Audit.Bounds> useful) {
        return best(boxes, useful, (box, bound) -> cost(box));
    }

    /** A box with a cell that is not withheld yet: the cheapest that is enough, else that of the cheapest room. */
    private Optional<Cube.Box> more(List<Cube.Box> boxes) {
        List<Cube.Box> left = boxes.stream().filter(box -> cost(box) > 0).toList();
        return cheapest(left, Audit.Bounds::enough)
                .or(() -> best(left, bound -> bound.width() > 0, (box, bound) -> cost(box) / bound.width()));
    }

    private Optional<Cube.Box> best(List<Cube.Box> boxes, Predicate<Audit.Bounds> useful,
                                    ToDoubleBiFunction<Cube.Box, Audit.Bounds> price) {
        Cube.Box best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Cube.Box box : boxes) {
            Audit.Bounds bound = audit.within(box);
            double asked = useful.test(bound) ? price.applyAsDouble(box, bound) : Double.POSITIVE_INFINITY;
            if (asked < least) {
                best = box;
                least = asked;
            }
        }
        return Optional.ofNullable(best);
    }

    private double cost(Cube.Box box) {
        double cost = 0;
        for (int corner : box.corners()) {
            double value = Math.abs(amounts.values()[corner]);
            cost += withheld[corner] ? 0 : 1 + Math.log1p(value) + value * 1e-3;
        }
        return cost;
    }
}
