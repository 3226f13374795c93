package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A table of counts by area, at several levels at once, and by groups or not, with its totals: which of its figures may
 * not be published. Small ones may not, nor what would give them away by subtraction, of groups from their total or of
 * areas from the area they lie in.
 *
 * <pre>{@code
 * AreaTable.Protection p = AreaTable.protect(List.of(
 *         new Figure("540300", "", 90, 30), new Figure("540300101", "", 84, 27),
 *         new Figure("540300102", "", 6, 3)), 10);
 * p.withheld();  // the place of 540300102 and, since a total less 540300101 would tell it, of 540300101
 * }</pre>
 *
 * <p>A table of rates or means is protected by what they were divided by: with a rate and its base the sum is told. One
 * call is for figures of one kind, one year and one way of grouping; groups of different kinds share their totals, so
 * what is withheld as a total in one has to be in all ({@code already}).
 */
public final class AreaTable {

    private static final String REST = "\0rest";
    private static final double TINY = 1e-6;

    private final Map<String, Map<String, Figure>> known = new TreeMap<>();
    private final Map<String, List<String>> inside = new TreeMap<>();
    private final Set<String> groups = new TreeSet<>();
    private final Map<Place, Integer> numbers = new HashMap<>();
    private final List<Figure> all = new ArrayList<>();
    private final Set<Place> implied = new LinkedHashSet<>();

    /**
     * @param area  code; it lies in every area whose code it begins with; {@code ""} is everything
     * @param group {@code ""} for all groups together
     */
    public record Place(String area, String group) {}

    /**
     * @param count      people or households, or the base of a rate
     * @param households behind it
     */
    public record Figure(String area, String group, double count, long households) {

        public Figure {
            if (!(count >= 0) || households < 0) {
                throw new IllegalArgumentException("counts are not negative: " + area + " " + group);
            }
        }

        Place place() {
            return new Place(area, group);
        }
    }

    /**
     * @param withheld not to be published
     * @param open     of them, those that can be worked out nevertheless; then nothing of the table may go out, or it
     *                 must be made coarser
     */
    public record Protection(Set<Place> withheld, Set<Place> open) {}

    private AreaTable() {}

    /** As with {@code already} empty. */
    public static Protection protect(Collection<Figure> figures, int threshold) {
        return protect(figures, threshold, Set.of());
    }

    /**
     * @param figures   of each place one; places without people may be left out
     * @param threshold households there have to be behind a figure, and how far apart the least and the most it could
     *                  be must stay for an outsider
     * @param already   places that are withheld for other reasons
     * @throws IllegalArgumentException if a place comes twice, or parts are more than their whole
     */
    public static Protection protect(Collection<Figure> figures, int threshold, Set<Place> already) {
        AreaTable table = new AreaTable();
        for (Figure figure : figures) {
            if (table.known.computeIfAbsent(figure.area(), area -> new TreeMap<>())
                    .put(figure.group(), figure) != null) {
                throw new IllegalArgumentException("twice: " + figure.area() + " " + figure.group());
            }
            if (!figure.group().isEmpty()) {
                table.groups.add(figure.group());
            }
        }
        return table.protection(threshold, already);
    }

    private Protection protection(int threshold, Set<Place> already) {
        known.keySet().forEach(area -> parent(area).ifPresent(parent ->
                inside.computeIfAbsent(parent, p -> new ArrayList<>()).add(area)));
        List<String> deepestFirst = new ArrayList<>(known.keySet());
        deepestFirst.sort((a, b) -> b.length() - a.length());
        deepestFirst.forEach(this::complete);
        if (known.values().stream().anyMatch(its -> its.get(REST).households() > 0)) {
            groups.add(REST);
        }
        number();
        List<Nested.Part> parts = new ArrayList<>();
        for (String area : known.keySet()) {
            if (inside.containsKey(area) || !groups.isEmpty() && parent(area).isEmpty()) {
                parts.add(part(area, inside.getOrDefault(area, List.of())));
            }
        }
        Withheld.Pattern pattern = Withheld.of(amounts(new Nested(all.size(), parts), threshold, already));
        Set<Place> withheld = new LinkedHashSet<>();
        for (int cell = 0; cell < all.size(); cell++) {
            if (pattern.cells()[cell] && !implied.contains(all.get(cell).place())) {
                withheld.add(all.get(cell).place());
            }
        }
        Set<Place> open = new LinkedHashSet<>();
        pattern.open().forEach(bound -> open.add(said(all.get(bound.cell()).place())));
        return new Protection(withheld, open);
    }

    /** What is left over beside the parts is told as the whole it is left of. */
    private static Place said(Place place) {
        return new Place(place.area().replace(REST, ""), place.group().replace(REST, ""));
    }

    private void number() {
        List<String> columns = new ArrayList<>(groups);
        columns.add("");
        known.forEach((area, its) -> columns.forEach(group -> {
            numbers.put(new Place(area, group), all.size());
            all.add(its.get(group));
        }));
    }

    /** An area with what lies in it, by groups. */
    private Nested.Part part(String area, List<String> areas) {
        List<String> rows = new ArrayList<>(areas);
        rows.add(area);
        List<String> columns = new ArrayList<>(groups);
        columns.add("");
        Cube cube = areas.isEmpty() ? new Cube(new int[] {groups.size()})
                : groups.isEmpty() ? new Cube(new int[] {areas.size()})
                : new Cube(new int[] {areas.size(), groups.size()});
        int[] of = new int[cube.cells()];
        for (int place = 0; place < of.length; place++) {
            of[place] = numbers.get(new Place(rows.get(place / columns.size()),
                    columns.get(place % columns.size())));
        }
        return Nested.Part.of(cube, of);
    }

    private Amounts amounts(Shape shape, int threshold, Set<Place> already) {
        int count = all.size();
        double[] values = new double[count];
        double[] room = new double[count];
        boolean[] risky = new boolean[count];
        boolean[] hidden = new boolean[count];
        boolean[] empty = new boolean[count];
        for (int cell = 0; cell < count; cell++) {
            Figure figure = all.get(cell);
            values[cell] = figure.count();
            empty[cell] = figure.households() == 0;
            hidden[cell] = implied.contains(figure.place());
            risky[cell] = !empty[cell] && (figure.households() < threshold || already.contains(figure.place()));
            room[cell] = risky[cell] ? threshold : 0;
        }
        return new Amounts(shape, values, risky, room, hidden, empty, new boolean[count], true, false);
    }

    private Optional<String> parent(String area) {
        return known.keySet().stream().filter(other -> other.length() < area.length() && area.startsWith(other))
                .reduce((a, b) -> a.length() > b.length() ? a : b);
    }

    /** Totals nobody gave, and what the parts leave of a total. */
    private void complete(String area) {
        Map<String, Figure> its = known.get(area);
        List<String> parts = inside.getOrDefault(area, List.of());
        for (String group : groups) {
            its.computeIfAbsent(group, g -> sum(area, g, of(parts, g)));
        }
        its.computeIfAbsent("", g -> sum(area, g, groups.isEmpty() ? of(parts, g)
                : groups.stream().map(its::get).toList()));
        its.put(REST, groups.isEmpty() ? new Figure(area, REST, 0, 0)
                : rest(its.get(""), groups.stream().map(its::get).toList(), area, REST));
        Map<String, Figure> left = new TreeMap<>();
        its.forEach((group, figure) -> left.put(group, rest(figure, of(parts, group), area + REST, group)));
        if (!parts.isEmpty() && left.values().stream().anyMatch(figure -> figure.households() > 0)) {
            known.put(area + REST, left);
            parts.add(area + REST);
        }
    }

    private List<Figure> of(List<String> areas, String group) {
        return areas.stream().map(area -> known.get(area).get(group)).toList();
    }

    private static Figure sum(String area, String group, List<Figure> parts) {
        return new Figure(area, group, parts.stream().mapToDouble(Figure::count).sum(),
                parts.stream().mapToLong(Figure::households).sum());
    }

    /** Of households that are in several parts nobody knows how many are left: as many as there can be. */
    private Figure rest(Figure whole, List<Figure> parts, String area, String group) {
        Figure sum = sum(area, group, parts);
        double left = whole.count() - sum.count();
        if (left < -TINY * Math.max(1, whole.count())) {
            throw new IllegalArgumentException("the parts are more than the whole: " + whole.area() + " "
                    + whole.group());
        }
        implied.add(new Place(area, group));
        return left <= TINY * Math.max(1, whole.count()) ? new Figure(area, group, 0, 0)
                : new Figure(area, group, left, Math.max(1, whole.households() - sum.households()));
    }
}
