package org.ruhu.tools.indicator.compute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ruhu.forms.FormId;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.figure.Level;
import org.ruhu.tools.indicator.figure.Place;

/** All figures of the households, area by area from the largest, in the same order whatever the order of reading. */
public final class Figures {

    private final Cut cut;
    private final Optional<Sampling> sampling;
    private final Rates rates;
    private final Function<FormId, String> form;
    private final Consumer<Figure> to;

    private Figures(Cut cut, Optional<Sampling> sampling, Rates rates, Function<FormId, String> form,
                    Consumer<Figure> to) {
        this.cut = cut;
        this.sampling = sampling;
        this.rates = rates;
        this.form = form;
        this.to = to;
    }

    /** @param form how a figure names the version of a form it rests on */
    public static void of(Gathered gathered, Cut cut, Judging judging, Function<FormId, String> form,
                          Consumer<Figure> to) {
        Households households = gathered.households();
        Rates rates = new Rates(households.sorted(), judging);
        Figures figures = new Figures(cut, households.sampling(judging.assumedDeff()), rates, form, to);
        List<Sampled> rows = households.sorted();
        for (Level level : Level.values()) {
            if (level == Level.ALL || cut.levels().contains(level)) {
                figures.areas(rows, level.digits());
            }
        }
        gathered.followed().figures(cut, households.counted(), form, to);
        gathered.process().figures(cut, to);
        gathered.frame().ifPresent(frame -> frame.figures(cut, households.year(), to));
    }

    /** The rows are sorted by area, so the households of an area stand together. */
    private void areas(List<Sampled> rows, int digits) {
        int from = 0;
        while (from < rows.size()) {
            String area = prefix(rows.get(from), digits);
            int to = from + 1;
            while (to < rows.size() && prefix(rows.get(to), digits).equals(area)) {
                to++;
            }
            if (area.length() == digits) {
                years(area, rows.subList(from, to));
            }
            from = to;
        }
    }

    private static String prefix(Sampled row, int digits) {
        String area = row.household().area();
        return area.length() <= digits ? area : area.substring(0, digits);
    }

    private void years(String area, List<Sampled> rows) {
        Map<Integer, List<Sampled>> years = rows.stream()
                .collect(Collectors.groupingBy(row -> row.household().year(), TreeMap::new, Collectors.toList()));
        years.forEach((year, its) -> {
            List<Part> parts = new ArrayList<>();
            results(new Cell(new Place(area, year, "", ""), its, sampling.isPresent()), parts);
            parts.add(new Part(parts.get(0).cell(), parts.get(0).forms(), rates::figures));
            for (Grouping group : cut.groups()) {
                grouped(area, year, group, its).forEach(cell -> {
                    if (group == Grouping.TEAM) {
                        parts.add(new Part(cell, forms(cell), Fieldwork::team));
                    } else {
                        results(cell, parts);
                    }
                });
            }
            grouped(area, year, Grouping.ETHNICITY, its)
                    .forEach(cell -> parts.add(new Part(cell, forms(cell), Fieldwork::bias)));
            parts.parallelStream().map(this::made).toList().forEach(figures -> figures.forEach(to));
        });
    }

    /** Some figures of a cell, which another thread may make; their order is that of the parts. */
    private record Part(Cell cell, List<String> forms, BiConsumer<Cell, Sheet> figures) {}

    private List<Figure> made(Part part) {
        List<Figure> made = new ArrayList<>();
        RestsOn rests = RestsOn.of(part.cell().interviewed());
        part.figures().accept(part.cell(), new Sheet(part.cell().place(), sampling, part.forms(),
                figure -> made.add(rests.told(figure))));
        return made;
    }

    private List<Cell> grouped(String area, int year, Grouping by, List<Sampled> rows) {
        Map<String, List<Sampled>> groups = rows.stream()
                .collect(Collectors.groupingBy(row -> by.of(row.household()), TreeMap::new, Collectors.toList()));
        List<Cell> cells = new ArrayList<>();
        groups.forEach((code, its) -> cells.add(
                new Cell(new Place(area, year, by.word(), code), its, sampling.isPresent())));
        return cells;
    }

    private void results(Cell cell, List<Part> parts) {
        List<String> forms = forms(cell);
        parts.add(new Part(cell, forms, Money::figures));
        parts.add(new Part(cell, forms, Compliance::figures));
        parts.add(new Part(cell, forms, Deprived::figures));
        parts.add(new Part(cell, forms, Fieldwork::figures));
    }

    private List<String> forms(Cell cell) {
        return cell.all().stream().map(row -> row.household().form()).distinct()
                .sorted(Comparator.comparing(FormId::toString)).map(form).toList();
    }
}
