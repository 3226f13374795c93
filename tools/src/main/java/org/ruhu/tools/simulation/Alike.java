package org.ruhu.tools.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * People of one household whom one may take for each other.
 *
 * @param which empty if there are none
 * @param pair  lines from 0
 */
record Alike(Optional<Case> which, Planted.Pair pair, List<Kin> kin) {

    private static final int MOST_KIN = 12;

    /** Those the fate of a household wants in it, if its kin allow. */
    static Alike among(List<Kin> kin, Optional<Case> planted, Dice dice) {
        return planted.flatMap(which -> switch (which) {
            case TWINS -> twins(kin, dice);
            case SERIAL_SIBLINGS -> siblings(kin);
            case COUPLE_WITH_NEAR_IDS -> couple(kin);
            default -> Optional.empty();
        }).orElse(new Alike(Optional.empty(), new Planted.Pair(-1, -1), kin));
    }

    boolean is(Case which) {
        return this.which.filter(which::equals).isPresent();
    }

    private static Optional<Alike> twins(List<Kin> kin, Dice dice) {
        List<Integer> children = children(kin);
        if (children.isEmpty() || kin.size() >= MOST_KIN) {
            return Optional.empty();
        }
        int first = dice.one(children);
        Kin child = kin.get(first);
        List<Kin> more = new ArrayList<>(kin);
        boolean male = dice.chance(0.7) == child.male();
        more.add(first + 1, new Kin(child.relation(), male, child.age(), child.marital()));
        return Optional.of(new Alike(Optional.of(Case.TWINS), new Planted.Pair(first + 1, first), more));
    }

    private static Optional<Alike> siblings(List<Kin> kin) {
        List<Integer> children = children(kin).stream()
                .filter(i -> kin.get(i).relation().equals(kin.get(kin.size() - 1).relation())).toList();
        return children.size() < 2 ? Optional.empty() : Optional.of(new Alike(Optional.of(Case.SERIAL_SIBLINGS),
                new Planted.Pair(children.get(1), children.get(0)), kin));
    }

    private static Optional<Alike> couple(List<Kin> kin) {
        if (kin.size() < 2 || !kin.get(1).relation().equals("02")) {
            return Optional.empty();
        }
        List<Kin> alike = new ArrayList<>(kin);
        Kin spouse = kin.get(1);
        alike.set(1, new Kin("02", spouse.male(), kin.get(0).age(), spouse.marital()));
        return Optional.of(new Alike(Optional.of(Case.COUPLE_WITH_NEAR_IDS), new Planted.Pair(1, 0), alike));
    }

    private static List<Integer> children(List<Kin> kin) {
        return IntStream.range(0, kin.size()).filter(i -> kin.get(i).child()).boxed().toList();
    }
}
