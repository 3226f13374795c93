package org.ruhu.tools.indicator.compute;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ruhu.forms.FormId;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.figure.Level;
import org.ruhu.tools.indicator.figure.Place;
import org.ruhu.tools.indicator.quality.Agreement;
import org.ruhu.tools.indicator.quality.Middle;
import org.ruhu.tools.indicator.quality.Share;
import org.ruhu.tools.indicator.reading.DoorCheck;
import org.ruhu.tools.indicator.reading.DoorCheck.Problem;
import org.ruhu.tools.indicator.reading.Revisit;

/** What came of problems that checks found, and how far second interviews agree with the first. One base each visit. */
public final class Followed {

    private static final String CLOSED = "6";
    private static final String BACK = "8";

    private final List<DoorCheck> checks = new ArrayList<>();
    private final List<Revisit> revisits = new ArrayList<>();
    private final Set<FormId> checkForms = new LinkedHashSet<>();
    private final Set<FormId> revisitForms = new LinkedHashSet<>();

    private record Of(String area, int year) {}

    public void add(DoorCheck check, FormId form) {
        checks.add(check);
        checkForms.add(form);
    }

    public void add(Revisit revisit, FormId form) {
        revisits.add(revisit);
        revisitForms.add(form);
    }

    /** @param counted records of households by area, at every level */
    void figures(Cut cut, Map<String, Long> counted, Function<FormId, String> form, Consumer<Figure> to) {
        for (Level level : Level.values()) {
            if (level == Level.ALL || cut.levels().contains(level)) {
                places(checks, check -> new Of(check.area(), check.year()), level).forEach((place, its) ->
                        problems(place, its, named(checkForms, form), to));
                places(revisits, visit -> new Of(visit.area(), visit.year()), level).forEach((place, its) -> {
                    Sheet sheet = new Sheet(place, Optional.empty(), named(revisitForms, form), to);
                    again(sheet, its);
                    DualSystem.figures(its, counted.getOrDefault(place.area(), 0L), sheet);
                });
            }
        }
    }

    private static List<String> named(Set<FormId> forms, Function<FormId, String> form) {
        return forms.stream().map(form).sorted().toList();
    }

    private static <T> Map<Place, List<T>> places(List<T> all, Function<T, Of> of, Level level) {
        Map<Place, List<T>> places = new TreeMap<>();
        for (T one : all) {
            Of its = of.apply(one);
            if (its.area().length() >= level.digits()) {
                places.computeIfAbsent(new Place(its.area().substring(0, level.digits()), its.year(), "", ""),
                        place -> new ArrayList<>()).add(one);
            }
        }
        return places;
    }

    private static void problems(Place place, List<DoorCheck> checks, List<String> forms, Consumer<Figure> to) {
        List<Problem> all = checks.stream().flatMap(check -> check.problems().stream()).toList();
        Sheet sheet = new Sheet(place, Optional.empty(), forms, to);
        problems(sheet, all);
        share(sheet, "process.dividends", checks.stream().filter(check -> !check.dividends().equals("9")).toList(),
                check -> List.of("1", "2").contains(check.dividends()), check -> check.dividends().equals("1"));
        Map<String, List<Problem>> domains = new TreeMap<>();
        all.forEach(problem -> domains.computeIfAbsent(problem.domain(), code -> new ArrayList<>()).add(problem));
        domains.forEach((code, its) -> problems(new Sheet(new Place(place.area(), place.year(), "domain",
                code.isEmpty() ? Grouping.UNKNOWN : code), Optional.empty(), forms, to), its));
    }

    private static void problems(Sheet sheet, List<Problem> all) {
        share(sheet, "process.problems.closed", all, problem -> !problem.state().isEmpty(),
                problem -> problem.state().equals(CLOSED));
        share(sheet, "process.problems.reopened", all, problem -> !problem.state().isEmpty(),
                problem -> problem.state().equals(BACK));
        List<Problem> closed = all.stream().filter(problem -> problem.state().equals(CLOSED)).toList();
        share(sheet, "process.problems.on-time", closed,
                problem -> problem.closed().isPresent() && problem.due().isPresent(),
                problem -> !problem.closed().orElseThrow().isAfter(problem.due().orElseThrow()));
        double[] days = closed.stream().filter(problem -> problem.closed().isPresent() && problem.found().isPresent())
                .mapToDouble(problem -> ChronoUnit.DAYS.between(problem.found().orElseThrow(),
                        problem.closed().orElseThrow())).toArray();
        sheet.put("process.problems.days", Middle.of(days).median(), base(days.length, closed.size()));
    }

    private static void again(Sheet sheet, List<Revisit> visits) {
        Map.of("missed", "2", "doubled", "3", "wrong", "4").entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(kind -> share(sheet, "aftercheck." + kind.getKey(), visits, visit -> !visit.listed().isEmpty(),
                        visit -> visit.listed().equals(kind.getValue())));
        share(sheet, "process.problems.unrepaired", visits, visit -> List.of("1", "2", "3").contains(visit.repaired()),
                visit -> !visit.repaired().equals("1"));
        for (String question : Revisit.QUESTIONS) {
            List<Revisit.Pair> pairs = visits.stream().map(visit -> visit.pairs().get(question))
                    .filter(pair -> pair != null).toList();
            Agreement found = agreement(pairs);
            Base base = base(pairs.size(), visits.size());
            String code = "aftercheck." + question.replace('_', '-');
            sheet.put(code + ".gross", found.gross().share(), base);
            sheet.put(code + ".inconsistency", found.inconsistency(), base);
            sheet.put(code + ".kappa", found.kappa(), base);
        }
    }

    private static Agreement agreement(List<Revisit.Pair> pairs) {
        List<String> codes = pairs.stream().flatMap(pair -> List.of(pair.first(), pair.second()).stream()).distinct()
                .sorted(Comparator.naturalOrder()).toList();
        long[][] counts = new long[codes.size()][codes.size()];
        pairs.forEach(pair -> counts[codes.indexOf(pair.first())][codes.indexOf(pair.second())]++);
        return Agreement.of(counts);
    }

    private static <T> void share(Sheet sheet, String code, List<T> all, Predicate<T> known, Predicate<T> is) {
        List<T> of = all.stream().filter(known).toList();
        Measured share = new Share(of.stream().filter(is).count(), of.size()).share();
        sheet.put(code, share, base(of.size(), all.size()));
    }

    private static Base base(long known, long all) {
        return new Base(known, 0, known, all - known);
    }
}
