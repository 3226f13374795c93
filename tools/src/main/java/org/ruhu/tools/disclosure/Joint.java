package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ruhu.tools.disclosure.Figures.Figure;
import org.ruhu.tools.page.Words;

/**
 * What several tables tell together of what one of them withholds, over all their columns at once. All conditions of
 * all figures cut the population into the smallest cells that any of them can tell apart; published figures are
 * equations about these. A withheld figure of few households must stay open: a count by the threshold,
 * a sum so far that it is not known exactly, as the register has no amounts of what was withheld.
 */
final class Joint {

    /** Smallest cells looked at, before those that no figure parts are put together. */
    private static final int MOST_CELLS = 50_000;
    private static final int MOST_FIGURES = 5_000;
    /** Withheld figures looked at. */
    private static final int MOST_ASKED = 300;

    private final int threshold;
    private final boolean sums;
    private final Equations equations;
    private final Map<Map<String, Condition>, int[]> cellsOf;

    private Joint(int threshold, boolean sums, Equations equations, Map<Map<String, Condition>, int[]> cellsOf) {
        this.threshold = threshold;
        this.sums = sums;
        this.equations = equations;
        this.cellsOf = cellsOf;
    }

    /**
     * @param told   what the new table tells with the others
     * @param unseen why not all of it was looked at
     */
    record Found(List<Words> told, Optional<Words> unseen) {

        static final Found NOTHING = new Found(List.of(), Optional.empty());
    }

    static Found of(Figures now, List<Figures> before) {
        List<Figures> old = before.stream().filter(one -> Combined.comparable(one, now)).toList();
        if (now.rounded() || old.isEmpty() || old.stream().anyMatch(one -> one.all().equals(now.all()))) {
            return Found.NOTHING;
        }
        List<Figures> all = Stream.concat(old.stream(), Stream.of(now)).toList();
        Optional<Joint> together = of(all);
        if (together.isEmpty()) {
            return new Found(List.of(), Optional.of(unseen(now)));
        }
        Optional<Joint> without = Optional.empty();
        List<Words> told = new ArrayList<>();
        int asked = 0;
        for (Figure figure : together.get().risky(all)) {
            if (together.get().mixed(figure) && ++asked <= MOST_ASKED && together.get().narrow(figure)) {
                without = without.isPresent() ? without : of(old);
                if (without.filter(joint -> joint.knows(figure) && joint.narrow(figure)).isEmpty()) {
                    told.add(new Words(
                            "%s：与先前公开的表合在一起，未公开的 %s 可推得过准".formatted(now.table(), figure.said().zh()),
                            "%s: with the tables released before, what is withheld of %s can be told too closely"
                                    .formatted(now.table(), figure.said().en())));
                }
            }
        }
        return new Found(told, asked > MOST_ASKED ? Optional.of(unseen(now)) : Optional.empty());
    }

    private static Words unseen(Figures now) {
        return new Words(now.table() + "：先前公开的表太多或太细，未能在全部变量上一并审计，只逐个变量审计",
                now.table() + ": too many or too fine tables were released before to look at all columns together;"
                        + " they were looked at column by column");
    }

    /** Withheld figures of few households, each once. */
    private List<Figure> risky(List<Figures> tables) {
        Map<Map<String, Condition>, Figure> risky = new LinkedHashMap<>();
        tables.forEach(table -> table.all().stream().filter(figure -> figure.value().isEmpty()
                        && figure.households() > 0 && figure.households() < table.threshold())
                .forEach(figure -> risky.putIfAbsent(figure.about(), figure)));
        return List.copyOf(risky.values());
    }

    private boolean knows(Figure figure) {
        return cellsOf.containsKey(figure.about());
    }

    /** Whether figures of the last table and of others bear on it. */
    private boolean mixed(Figure figure) {
        return equations.mixed(cellsOf.get(figure.about()));
    }

    private boolean narrow(Figure figure) {
        double width = equations.width(cellsOf.get(figure.about()));
        return sums ? width < 1e-6 : width + 1e-6 < threshold;
    }

    /** Empty when there is too much. */
    private static Optional<Joint> of(List<Figures> tables) {
        Set<String> columns = new TreeSet<>();
        List<Map<String, Condition>> abouts = tables.stream().flatMap(table -> table.all().stream())
                .map(Figure::about).distinct().toList();
        abouts.forEach(about -> columns.addAll(about.keySet()));
        Map<String, Atoms> atoms = new TreeMap<>();
        long cells = 1;
        for (String column : columns) {
            Atoms its = Atoms.of(abouts.stream().flatMap(about -> Optional.ofNullable(about.get(column)).stream())
                    .distinct().toList());
            atoms.put(column, its);
            cells = Math.min(Integer.MAX_VALUE, cells * its.count());
        }
        if (cells > MOST_CELLS || abouts.size() > MOST_FIGURES) {
            return Optional.empty();
        }
        Map<BitSet, Integer> unknowns = unknowns(tables, abouts, atoms, (int) cells);
        Map<Map<String, Condition>, int[]> cellsOf = new HashMap<>();
        for (int i = 0; i < abouts.size(); i++) {
            int about = i;
            cellsOf.put(abouts.get(i), unknowns.entrySet().stream().filter(one -> one.getKey().get(about))
                    .mapToInt(Map.Entry::getValue).sorted().toArray());
        }
        boolean sums = tables.get(0).measure().startsWith("sum");
        Equations equations = new Equations(unknowns.size(), !sums);
        for (Figures table : tables) {
            boolean last = table == tables.get(tables.size() - 1);
            table.all().stream().filter(figure -> figure.value().isPresent()).forEach(figure ->
                    equations.add(cellsOf.get(figure.about()), figure.value().get(), last));
        }
        equations.settle();
        return Optional.of(new Joint(tables.stream().mapToInt(Figures::threshold).max().orElseThrow(), sums,
                equations, cellsOf));
    }

    /** Cells that some figure parts from others, by the figures they are in; without those nobody can be in. */
    private static Map<BitSet, Integer> unknowns(List<Figures> tables, List<Map<String, Condition>> abouts,
                                                 Map<String, Atoms> atoms, int cells) {
        Map<BitSet, Integer> unknowns = new LinkedHashMap<>();
        List<String> columns = List.copyOf(atoms.keySet());
        List<Whole> wholes = tables.stream().map(table -> Whole.of(table, atoms)).toList();
        Map<String, Integer> at = new HashMap<>();
        for (int cell = 0; cell < cells; cell++) {
            int left = cell;
            for (String column : columns) {
                at.put(column, left % atoms.get(column).count());
                left /= atoms.get(column).count();
            }
            if (wholes.stream().allMatch(whole -> whole.possible(at, atoms))) {
                BitSet in = new BitSet();
                for (int i = 0; i < abouts.size(); i++) {
                    in.set(i, within(abouts.get(i), at, atoms));
                }
                if (!in.isEmpty()) {
                    unknowns.putIfAbsent(in, unknowns.size());
                }
            }
        }
        return unknowns;
    }

    private static boolean within(Map<String, Condition> about, Map<String, Integer> at, Map<String, Atoms> atoms) {
        return about.entrySet().stream().allMatch(one ->
                atoms.get(one.getKey()).in(one.getValue(), at.get(one.getKey())));
    }

    /** What all of a table is about, and which values its breakdowns have: there are no others in it. */
    private record Whole(Map<String, Condition> about, Map<String, BitSet> values) {

        static Whole of(Figures table, Map<String, Atoms> atoms) {
            Map<String, Condition> about = table.all().stream().map(Figure::about)
                    .min((a, b) -> Integer.compare(a.size(), b.size())).orElse(Map.of());
            Map<String, BitSet> values = new HashMap<>();
            for (Figure figure : table.all()) {
                figure.about().forEach((column, condition) -> {
                    if (!about.containsKey(column)) {
                        values.computeIfAbsent(column, c -> new BitSet()).or(atoms.get(column).of(condition));
                    }
                });
            }
            return new Whole(about, values);
        }

        boolean possible(Map<String, Integer> at, Map<String, Atoms> atoms) {
            return !within(about, at, atoms)
                    || values.entrySet().stream().allMatch(one -> one.getValue().get(at.get(one.getKey())));
        }
    }

    /** The values of one column, those put together that no condition parts. */
    private record Atoms(int count, Map<Condition, BitSet> conditions) {

        static Atoms of(List<Condition> conditions) {
            Set<String> points = new TreeSet<>();
            conditions.forEach(condition -> points.addAll(Combined.points(condition)));
            points.add(Combined.OTHER);
            Map<BitSet, Integer> atoms = new LinkedHashMap<>();
            for (String point : points) {
                BitSet in = new BitSet();
                for (int i = 0; i < conditions.size(); i++) {
                    in.set(i, Combined.in(point, conditions.get(i)));
                }
                atoms.putIfAbsent(in, atoms.size());
            }
            Map<Condition, BitSet> of = new HashMap<>();
            for (int i = 0; i < conditions.size(); i++) {
                BitSet its = new BitSet();
                int condition = i;
                atoms.forEach((in, atom) -> its.set(atom, in.get(condition)));
                of.put(conditions.get(i), its);
            }
            return new Atoms(atoms.size(), of);
        }

        BitSet of(Condition condition) {
            return conditions.get(condition);
        }

        boolean in(Condition condition, int atom) {
            return conditions.get(condition).get(atom);
        }
    }
}
