package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ruhu.tools.disclosure.Figures.Figure;
import org.ruhu.tools.page.Words;

/**
 * What two tables of the same population tell together that neither tells alone: a figure withheld in one and published
 * in the other, figures of which one counts all the other counts and a few people more, and a figure, such as a county,
 * of which the other table publishes all parts but those of a few people. Bands of numbers that lie side by side are
 * also taken together, since anybody can add them up.
 */
final class Differences {

    private static final int MOST_SAID = 20;

    private Differences() {}

    /** What would be told, in words; empty when nothing. */
    static List<Words> of(Figures now, Figures before) {
        if (!now.population().equals(before.population()) || !now.measure().equals(before.measure())) {
            return List.of();
        }
        List<Words> told = new ArrayList<>(opened(now, before));
        if (!now.rounded() && !before.rounded()) {
            List<Figure> ours = withUnions(now);
            List<Figure> theirs = withUnions(before);
            int threshold = Math.max(now.threshold(), before.threshold());
            told.addAll(remainders(now, before, threshold, now));
            told.addAll(remainders(before, now, threshold, now));
            for (Figure a : ours) {
                for (Figure b : theirs) {
                    small(a, b, threshold, now, before).ifPresent(told::add);
                    if (told.size() >= MOST_SAID) {
                        return told;
                    }
                }
            }
        }
        return told;
    }

    private static List<Words> opened(Figures now, Figures before) {
        Map<Map<String, Condition>, Figure> old = before.all().stream()
                .collect(Collectors.toMap(Figure::about, figure -> figure, (a, b) -> a, HashMap::new));
        return now.all().stream().filter(figure -> old.containsKey(figure.about())
                        && old.get(figure.about()).value().isPresent() != figure.value().isPresent())
                .limit(MOST_SAID).map(figure -> new Words(
                        "%s：%s 在一张表中不公开，在另一张表（%s）中公开".formatted(now.table(), figure.said().zh(),
                                before.table()),
                        "%s: %s is withheld in one table and published in the other (%s)"
                                .formatted(now.table(), figure.said().en(), before.table()))).toList();
    }

    private static Optional<Words> small(Figure a, Figure b, int threshold, Figures now, Figures before) {
        boolean in = Condition.within(a.about(), b.about());
        boolean around = Condition.within(b.about(), a.about());
        if (in == around) {
            return Optional.empty();
        }
        Figure less = in ? a : b;
        Figure more = in ? b : a;
        return few(amount(more, now) - amount(less, now), threshold)
                ? Optional.of(new Words("%s：%s 减去 %s，剩下不足 %d 的单元格（与表 %s 一起）".formatted(now.table(),
                        more.said().zh(), less.said().zh(), threshold, before.table()),
                        "%s: %s less %s leaves a cell under %d (with the table %s)".formatted(now.table(),
                                more.said().en(), less.said().en(), threshold, before.table())))
                : Optional.empty();
    }

    private static boolean few(double left, int threshold) {
        return left > 0 && left < threshold;
    }

    /** What tells whether few are left: people or households of a count, households of a sum. */
    private static double amount(Figure figure, Figures of) {
        return of.measure().startsWith("sum") ? figure.households() : figure.value().orElseThrow();
    }

    /** Figures of one table less all the other publishes of their parts; parts by the same columns are disjoint. */
    private static List<Words> remainders(Figures wholes, Figures parts, int threshold, Figures now) {
        Set<Map<String, Condition>> audited = parts.all().stream().map(Figure::about).collect(Collectors.toSet());
        Map<Set<String>, List<Figure>> byColumns = new LinkedHashMap<>();
        parts.all().stream().filter(part -> part.value().isPresent()).forEach(part ->
                byColumns.computeIfAbsent(part.about().keySet(), columns -> new ArrayList<>()).add(part));
        List<Words> told = new ArrayList<>();
        for (Figure whole : wholes.all()) {
            if (whole.value().isEmpty() || audited.contains(whole.about())) {
                continue;
            }
            for (List<Figure> some : byColumns.values()) {
                List<Figure> inside = some.stream().filter(part -> Condition.within(part.about(), whole.about()))
                        .toList();
                double left = amount(whole, now) - inside.stream().mapToDouble(part -> amount(part, now)).sum();
                if (inside.size() > 1 && few(left, threshold) && told.size() < MOST_SAID) {
                    told.add(new Words("%s：表 %s 的 %s 减去表 %s 中的 %d 个部分，剩下不足 %d 的单元格"
                            .formatted(now.table(), wholes.table(), whole.said().zh(), parts.table(), inside.size(),
                                    threshold),
                            "%s: %s of the table %s less its %d parts in the table %s leaves a cell under %d"
                                    .formatted(now.table(), whole.said().en(), wholes.table(), inside.size(),
                                            parts.table(), threshold)));
                }
            }
        }
        return told;
    }

    /** Published figures, and sums of those that lie side by side in one band variable and agree otherwise. */
    private static List<Figure> withUnions(Figures figures) {
        List<Figure> published = figures.all().stream().filter(figure -> figure.value().isPresent()).toList();
        List<Figure> all = new ArrayList<>(published);
        published.stream().flatMap(figure -> figure.about().entrySet().stream())
                .filter(entry -> entry.getValue() instanceof Condition.Between).map(Map.Entry::getKey).distinct()
                .sorted().forEach(column -> all.addAll(unions(published, column)));
        return all;
    }

    private static List<Figure> unions(List<Figure> published, String column) {
        Map<Map<String, Condition>, List<Figure>> rows = new HashMap<>();
        for (Figure figure : published) {
            if (figure.about().get(column) instanceof Condition.Between) {
                Map<String, Condition> rest = new HashMap<>(figure.about());
                rest.remove(column);
                rows.computeIfAbsent(rest, r -> new ArrayList<>()).add(figure);
            }
        }
        List<Figure> unions = new ArrayList<>();
        for (List<Figure> row : rows.values()) {
            for (Figure first : row) {
                Figure sum = first;
                for (Optional<Figure> next = after(row, sum, column); next.isPresent();
                        next = after(row, sum, column)) {
                    sum = joined(sum, next.get(), column);
                    unions.add(sum);
                }
            }
        }
        return unions;
    }

    private static Optional<Figure> after(List<Figure> row, Figure sum, String column) {
        double end = ((Condition.Between) sum.about().get(column)).to();
        return row.stream().filter(one -> ((Condition.Between) one.about().get(column)).from() == end).findFirst();
    }

    private static Figure joined(Figure sum, Figure next, String column) {
        Map<String, Condition> about = new HashMap<>(sum.about());
        about.put(column, new Condition.Between(((Condition.Between) sum.about().get(column)).from(),
                ((Condition.Between) next.about().get(column)).to()));
        return new Figure(about, Optional.of(sum.value().orElseThrow() + next.value().orElseThrow()),
                sum.households() + next.households());
    }
}
