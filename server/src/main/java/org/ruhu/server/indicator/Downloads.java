package org.ruhu.server.indicator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.indicator.FigureFile.Line;
import org.ruhu.server.indicator.FigureFile.Part;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.figure.FigureFiles;
import org.ruhu.tools.indicator.figure.Place;
import org.ruhu.tools.indicator.report.Findings;
import org.ruhu.tools.indicator.report.IndicatorReport;
import org.ruhu.tools.indicator.report.Wording;
import org.ruhu.tools.page.Words;

/**
 * Figures of an area to take along: a table of it and everything in it, and a report that shows it by the areas right
 * below.
 *
 * @param names of areas by their codes
 * @param full  whether nothing is held back or rounded
 */
record Downloads(FigureFile file, Catalogue catalogue, Function<String, Words> names, boolean full, String language) {

    void csv(String area, OutputStream out) throws IOException {
        try (FigureFiles table = new FigureFiles(out, OutputStream.nullOutputStream(), this::name)) {
            for (String code : file.within(area)) {
                file.part(code).map(Part::figures).orElse(List.of()).stream().map(line -> line.shown(full))
                        .forEach(table::add);
            }
        }
    }

    private String name(String area) {
        Words name = names.apply(area);
        String its = language.equals("en") ? name.en() : name.zh();
        return its.equals(area) ? "" : its;
    }

    /** @param about what the sources say first: which area, and of when */
    String report(String area, Words about) throws IOException {
        Findings findings = new Findings();
        Part part = file.part(area).orElseThrow();
        part.figures().forEach(line -> findings.add(atTheTop(line)));
        List<String> below = part.below().stream().map(line -> line.figure().place().area()).distinct().sorted()
                .toList();
        for (String code : below) {
            file.part(code).map(Part::figures).orElse(List.of())
                    .forEach(line -> findings.add(line.shown(full)));
        }
        Wording wording = new Wording(catalogue, names);
        List<Words> sources = new ArrayList<>(List.of(about));
        part.standards().forEach(line ->
                sources.add(wording.line(line.year(), line.value(), line.area(), line.source())));
        return IndicatorReport.html(findings, new IndicatorReport.About(names, wording::group, sources, List.of()),
                language.equals("en") ? "en" : "zh");
    }

    /** A report's whole is an area here. */
    private Figure atTheTop(Line line) {
        Figure figure = line.shown(full);
        Place place = figure.place();
        return new Figure(figure.indicator(), new Place("", place.year(), place.by(), place.group()), figure.value(),
                figure.note(), figure.base(), figure.interval(), figure.forms());
    }
}
