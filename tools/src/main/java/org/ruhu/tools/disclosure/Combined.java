package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ruhu.tools.disclosure.Figures.Figure;
import org.ruhu.tools.page.Words;

/**
 * What any number of tables tell together about the values of one column, all else equal: figures as equations about
 * the smallest classes that all their bands, areas and codes cut the column into, solved by elimination. What turns out
 * to be the number of few people, and is told neither by the new table alone nor by the old ones, is told by the new
 * release.
 */
final class Combined {

    /** Stands for all values that no figure names. */
    static final String OTHER = "\uFFFF";
    private static final double TINY = 1e-6;
    private static final int MOST_CLASSES = 400;

    private final String column;
    private final List<Set<String>> members = new ArrayList<>();
    private final List<double[]> equations = new ArrayList<>();

    private Combined(String column) {
        this.column = column;
    }

    /** In words; empty when nothing. */
    static List<Words> told(Figures now, List<Figures> before) {
        List<Figures> old = before.stream().filter(one -> comparable(one, now)).toList();
        if (old.isEmpty() || now.rounded()) {
            return List.of();
        }
        List<Figures> all = Stream.concat(old.stream(), Stream.of(now)).toList();
        int threshold = all.stream().mapToInt(Figures::threshold).max().orElseThrow();
        Set<String> columns = new TreeSet<>();
        all.forEach(one -> one.all().forEach(figure -> columns.addAll(figure.about().keySet())));
        List<Words> told = new ArrayList<>();
        for (String column : columns) {
            Set<Words> found = new LinkedHashSet<>(few(all, column, threshold));
            found.removeAll(few(old, column, threshold));
            found.removeAll(few(List.of(now), column, threshold));
            found.forEach(what -> told.add(new Words(
                    "%s：与先前公开的表合在一起，%s 是不足 %d 的单元格".formatted(now.table(), what.zh(), threshold),
                    "%s: with the tables released before, %s is a cell under %d"
                            .formatted(now.table(), what.en(), threshold))));
        }
        return told;
    }

    static boolean comparable(Figures one, Figures now) {
        return !one.rounded() && one.population().equals(now.population()) && one.measure().equals(now.measure());
    }

    private static Set<Words> few(List<Figures> tables, String column, int threshold) {
        Map<Map<String, Condition>, Map<Optional<Condition>, Figure>> groups = new LinkedHashMap<>();
        for (Figures table : tables) {
            for (Figure figure : table.all()) {
                Map<String, Condition> rest = new TreeMap<>(figure.about());
                Optional<Condition> its = Optional.ofNullable(rest.remove(column));
                groups.computeIfAbsent(Map.copyOf(rest), r -> new LinkedHashMap<>()).merge(its, figure,
                        (a, b) -> a.value().isPresent() ? a : b);
            }
        }
        Set<Words> few = new LinkedHashSet<>();
        boolean sums = tables.get(0).measure().startsWith("sum");
        groups.forEach((rest, figures) -> {
            Combined combined = new Combined(column);
            if (figures.size() > 1 && combined.state(figures, sums)) {
                Words where = new Figure(rest, Optional.empty(), 0).said();
                combined.small(threshold).forEach(what ->
                        few.add(new Words(where.zh() + "，" + what, where.en() + ", " + what)));
            }
        });
        return few;
    }

    /** The classes and equations of figures; false when there are too many. */
    private boolean state(Map<Optional<Condition>, Figure> figures, boolean sums) {
        Set<String> points = new TreeSet<>();
        figures.keySet().forEach(condition -> condition.ifPresent(its -> points.addAll(points(its))));
        points.add(OTHER);
        Map<String, Set<String>> classes = new TreeMap<>();
        for (String point : points) {
            String signature = figures.keySet().stream().map(its -> its.isEmpty() || in(point, its.get()) ? "1" : "0")
                    .collect(Collectors.joining());
            classes.computeIfAbsent(signature, s -> new TreeSet<>()).add(point);
        }
        members.addAll(classes.values());
        for (Map.Entry<Optional<Condition>, Figure> one : figures.entrySet()) {
            if (one.getValue().value().isPresent()) {
                double[] equation = new double[members.size() + 1];
                for (int i = 0; i < members.size(); i++) {
                    String point = members.get(i).iterator().next();
                    equation[i] = one.getKey().isEmpty() || in(point, one.getKey().get()) ? 1 : 0;
                }
                equation[members.size()] = sums ? one.getValue().households() : one.getValue().value().get();
                equations.add(equation);
            }
        }
        return members.size() <= MOST_CLASSES && equations.size() > 1;
    }

    /** Values that stand for all that a condition can part. */
    static Set<String> points(Condition condition) {
        if (condition instanceof Condition.Between between) {
            return Set.of(String.valueOf(between.from()), String.valueOf(between.to()));
        }
        return condition instanceof Condition.In area ? Set.of(area.area()) : ((Condition.OneOf) condition).codes();
    }

    static boolean in(String point, Condition condition) {
        if (condition instanceof Condition.OneOf set) {
            return set.codes().contains(point) != set.but();
        }
        if (condition instanceof Condition.In area) {
            return point.startsWith(area.area());
        }
        try {
            double number = Double.parseDouble(point);
            return ((Condition.Between) condition).from() <= number && number < ((Condition.Between) condition).to();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Sums of classes that come out as few people. */
    private Set<String> small(int threshold) {
        Set<String> small = new HashSet<>();
        int solved = 0;
        for (int at = 0; at < members.size() && solved < equations.size(); at++) {
            solved += eliminated(at, solved) ? 1 : 0;
        }
        for (double[] equation : equations.subList(0, solved)) {
            double left = equation[members.size()];
            boolean sum = left > TINY && left < threshold - TINY;
            Set<String> which = new TreeSet<>();
            for (int i = 0; i < members.size(); i++) {
                sum &= Math.abs(equation[i]) < TINY || Math.abs(equation[i] - 1) < TINY;
                if (Math.abs(equation[i]) > TINY) {
                    which.add(members.get(i).iterator().next().replace(OTHER, "…"));
                }
            }
            if (sum) {
                small.add(column + " " + String.join(" ", which));
            }
        }
        return small;
    }

    /** Makes one class stand in one equation only; false where no equation is left for it. */
    private boolean eliminated(int at, int row) {
        int pivot = row;
        for (int i = row; i < equations.size(); i++) {
            pivot = Math.abs(equations.get(i)[at]) > Math.abs(equations.get(pivot)[at]) ? i : pivot;
        }
        if (Math.abs(equations.get(pivot)[at]) < TINY) {
            return false;
        }
        double[] one = equations.get(pivot);
        equations.set(pivot, equations.get(row));
        equations.set(row, one);
        double by = one[at];
        for (int i = 0; i < one.length; i++) {
            one[i] /= by;
        }
        for (double[] other : equations) {
            double times = other[at];
            for (int i = 0; other != one && times != 0 && i < one.length; i++) {
                other[i] -= times * one[i];
            }
        }
        return true;
    }
}
