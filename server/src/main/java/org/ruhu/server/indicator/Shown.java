package org.ruhu.server.indicator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ruhu.server.door.Json;
import org.ruhu.server.indicator.FigureFile.Line;
import org.ruhu.server.indicator.FigureFile.Part;
import org.ruhu.server.region.Regions;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.figure.Place;
import org.ruhu.tools.indicator.report.Wording;
import org.ruhu.tools.page.Words;

/** An area's figures of one year as JSON. */
final class Shown {

    private final Regions regions;
    private final Wording wording;
    private final boolean full;

    /** @param full whether nothing is held back or rounded */
    Shown(Regions regions, Wording wording, boolean full) {
        this.regions = regions;
        this.wording = wording;
        this.full = full;
    }

    /** Years of which there are figures, and that with most households for a year not asked for. */
    static int year(Part part, int asked) {
        Map<Integer, Long> years = new TreeMap<>();
        part.figures().forEach(line -> years.merge(line.figure().place().year(), line.figure().base().households(),
                Math::max));
        return years.containsKey(asked) ? asked : years.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).orElse(0);
    }

    void fill(ObjectNode answer, Part part, int year) {
        new TreeSet<>(part.figures().stream().map(line -> line.figure().place().year()).toList())
                .forEach(answer.putArray("years")::add);
        answer.put("year", year);
        List<Line> its = part.figures().stream().filter(line -> line.figure().place().year() == year).toList();
        ObjectNode figures = answer.putObject("figures");
        its.stream().filter(line -> line.figure().place().by().isEmpty()).forEach(line -> put(figures, line));
        groups(answer.putArray("groups"), its);
        children(answer.putArray("children"), part.below(), year);
        ArrayNode standards = answer.putArray("lines");
        part.standards().stream().filter(line -> line.year() == year).map(line ->
                wording.line(year, line.value(), line.area(), line.source()))
                .forEach(words -> put(standards.addObject(), words));
        ArrayNode forms = answer.putArray("forms");
        its.stream().flatMap(line -> line.figure().forms().stream()).distinct().sorted().forEach(forms::add);
    }

    private void groups(ArrayNode groups, List<Line> lines) {
        Map<Place, List<Line>> by = lines.stream().filter(line -> Tables.showsOfGroup(line.figure()))
                .collect(Collectors.groupingBy(line -> line.figure().place(), TreeMap::new, Collectors.toList()));
        by.forEach((place, its) -> {
            ObjectNode group = groups.addObject().put("by", place.by()).put("group", place.group());
            put(group.putObject("name"), wording.group(place.by(), place.group()));
            ObjectNode figures = group.putObject("figures");
            its.forEach(line -> put(figures, line));
        });
    }

    private void children(ArrayNode children, List<Line> below, int year) {
        Map<String, List<Line>> by = below.stream().filter(line -> line.figure().place().year() == year)
                .collect(Collectors.groupingBy(line -> line.figure().place().area(), TreeMap::new,
                        Collectors.toList()));
        by.forEach((area, its) -> {
            ObjectNode child = children.addObject().put("code", area).put("name", regions.name(area))
                    .put("level", its.get(0).figure().place().level().word());
            ObjectNode figures = child.putObject("figures");
            its.forEach(line -> put(figures, line));
        });
    }

    private void put(ObjectNode figures, Line line) {
        Figure figure = line.shown(full);
        ObjectNode json = figures.putObject(figure.indicator());
        if (figure.note().equals(Figure.SUPPRESSED)) {
            json.put("withheld", true);
            return;
        }
        figure.value().ifPresent(value -> json.put("value", number(value)));
        json.put("households", figure.base().households()).put("persons", figure.base().persons())
                .put("missing", figure.base().missing());
        figure.interval().ifPresent(of -> json.put("lower", number(of.lower())).put("upper", number(of.upper())));
        if (!figure.note().isEmpty()) {
            json.put("note", figure.note());
        }
    }

    private static void put(ObjectNode json, Words words) {
        json.put("zh", words.zh()).put("en", words.en());
    }

    private static BigDecimal number(double value) {
        return new BigDecimal(value).round(new MathContext(10)).stripTrailingZeros();
    }
}
