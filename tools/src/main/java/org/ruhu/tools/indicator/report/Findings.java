package org.ruhu.tools.indicator.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.figure.Level;
import org.ruhu.tools.indicator.figure.Place;

/**
 * The figures a report shows: of everything, by group, and of the areas of the largest level that has several of them.
 * Figures come from the largest areas to the smallest, so smaller ones than shown are not kept.
 */
public final class Findings {

    private static final String PRINCIPAL = "compliance.exit.pass";

    private record Key(String indicator, Place place) {}

    private final Map<Key, Figure> figures = new HashMap<>();
    private final Map<Level, SortedSet<String>> areas = new TreeMap<>();
    private final Map<Integer, Long> households = new TreeMap<>();
    private final Set<String> forms = new LinkedHashSet<>();
    private final TreeSet<Integer> years = new TreeSet<>();
    private Optional<Level> shown = Optional.empty();
    private boolean imputed;

    public void add(Figure figure) {
        Place place = figure.place();
        Level level = place.level();
        if (shown.isEmpty()) {
            shown = areas.entrySet().stream().filter(its -> its.getKey() != level && its.getValue().size() > 1)
                    .map(Map.Entry::getKey).findFirst();
        }
        if (shown.isPresent() && level.digits() > shown.get().digits()
                || level != Level.ALL && !place.by().isEmpty()) {
            return;
        }
        areas.computeIfAbsent(level, its -> new TreeSet<>()).add(place.area());
        imputed |= figure.base().imputed() > 0;
        figures.put(new Key(figure.indicator(), place), figure);
        if (level == Level.ALL && figure.indicator().equals(PRINCIPAL) && place.by().isEmpty()) {
            households.put(place.year(), figure.base().households());
        }
        forms.addAll(figure.forms());
        years.add(place.year());
    }

    /** The one with the most interviews; 0 without any. */
    int year() {
        return households.entrySet().stream().max(Map.Entry.<Integer, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).orElse(0);
    }

    List<String> areas() {
        Level level = shown.orElseGet(() -> areas.entrySet().stream().filter(its -> its.getValue().size() > 1)
                .map(Map.Entry::getKey).findFirst().orElse(Level.ALL));
        return level == Level.ALL ? List.of() : List.copyOf(areas.getOrDefault(level, new TreeSet<>()));
    }

    /** Areas of every level down to the one that is shown, also where a level has one only. */
    List<String> seen() {
        return areas.values().stream().flatMap(SortedSet::stream).toList();
    }

    Optional<Figure> all(String indicator) {
        return at(indicator, "");
    }

    /** Of the report's year; of a check or revisit, which may be later, of the last one. */
    Optional<Figure> at(String indicator, String area) {
        return Optional.ofNullable(figures.get(new Key(indicator, new Place(area, year(), "", ""))))
                .or(() -> years.descendingSet().stream()
                        .map(other -> figures.get(new Key(indicator, new Place(area, other, "", ""))))
                        .flatMap(Stream::ofNullable).findFirst());
    }

    Optional<Figure> of(String indicator, Place group) {
        return Optional.ofNullable(figures.get(new Key(indicator, group)));
    }

    /** Groups that have this figure. */
    List<Place> groups(String indicator) {
        List<Place> places = new ArrayList<>();
        for (Key key : figures.keySet()) {
            if (key.indicator().equals(indicator) && !key.place().by().isEmpty() && key.place().year() == year()) {
                places.add(key.place());
            }
        }
        places.sort(Comparator.naturalOrder());
        return places;
    }

    boolean sample() {
        return figures.values().stream().anyMatch(figure -> figure.interval().isPresent());
    }

    boolean imputed() {
        return imputed;
    }

    List<String> forms() {
        return forms.stream().sorted().toList();
    }
}
