package org.ruhu.tools.indicator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.indicator.compute.Cut;
import org.ruhu.tools.indicator.compute.Figures;
import org.ruhu.tools.indicator.compute.Judging;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.figure.FigureFiles;
import org.ruhu.tools.indicator.report.Findings;
import org.ruhu.tools.indicator.report.IndicatorReport;
import org.ruhu.tools.indicator.report.IndicatorReport.About;
import org.ruhu.tools.indicator.report.Wording;
import org.ruhu.tools.indicator.shield.Shield;
import org.ruhu.tools.page.Words;

/**
 * From households to files, for the command and the server alike.
 *
 * @param areas     names of areas by their codes, the code where there is no name
 * @param forPublic whether figures of fewer households than the threshold lose their values, and others without which
 *                  these could be worked out; else they are marked
 * @param language  of the names in the tables, and what the report opens in
 */
public record Publishing(Catalogue catalogue, Function<String, Words> areas, Cut cut, Judging judging,
        boolean forPublic, int threshold, String language) {

    private static final int SHORT = 12;

    public Publishing {
        cut = forPublic ? cut.forEverybody() : cut;
    }

    /** @param report one HTML page */
    public record Made(long figures, String report) {}

    /** Writes the tables and ends them. */
    public Made write(Gathering gathering, OutputStream csv, OutputStream ndjson) throws IOException {
        return write(gathering, csv, ndjson, figures -> { });
    }

    /** @param progress is told how many figures were made, for every one; what it throws ends it all */
    public Made write(Gathering gathering, OutputStream csv, OutputStream ndjson, LongConsumer progress)
            throws IOException {
        Findings findings = new Findings();
        long[] written = {0};
        try (FigureFiles files = new FigureFiles(csv, ndjson, this::name)) {
            UnaryOperator<Figure> shown = forPublic ? shield(gathering, progress) : figure -> figure.marked(threshold);
            Figures.of(gathering.gathered(), cut, judging, this::named, made -> {
                Figure figure = shown.apply(made);
                files.add(figure);
                findings.add(figure);
                progress.accept(++written[0]);
            });
        }
        Wording wording = new Wording(catalogue, areas);
        About about = new About(areas, wording::group, wording.lines(findings, judging.rules()), gathering.leftOut());
        return new Made(written[0], IndicatorReport.html(findings, about, language));
    }

    /** Figures are made twice, as one can be judged only when all are known, and a million of them are not kept. */
    private UnaryOperator<Figure> shield(Gathering gathering, LongConsumer progress) {
        Shield shield = new Shield(threshold);
        long[] seen = {0};
        Figures.of(gathering.gathered(), cut, judging, this::named, figure -> {
            shield.add(figure);
            progress.accept(++seen[0]);
        });
        shield.settle();
        return figure -> shield.holds(figure) ? figure.withheld() : figure.published(threshold);
    }

    private String name(String area) {
        Words name = areas.apply(area);
        String its = language.equals("zh") ? name.zh() : name.en();
        return its.equals(area) ? "" : its;
    }

    private String named(FormId form) {
        return form + catalogue.form(form).map(FormVersion::digest)
                .map(digest -> " " + digest.substring(0, Math.min(SHORT, digest.length()))).orElse("");
    }
}
