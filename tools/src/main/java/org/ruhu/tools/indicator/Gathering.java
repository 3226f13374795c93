package org.ruhu.tools.indicator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.ruhu.forms.Catalogue;
import org.ruhu.tools.indicator.compute.SamplePlan;
import org.ruhu.tools.indicator.compute.Households;
import org.ruhu.tools.indicator.reading.Household;
import org.ruhu.tools.indicator.reading.HouseholdReader;
import org.ruhu.tools.indicator.reading.RuleBook;
import org.ruhu.tools.lines.Archive;
import org.ruhu.tools.lines.InOrder;
import org.ruhu.tools.lines.LatestLines;
import org.ruhu.tools.lines.Line;
import org.ruhu.tools.lines.LineReader;
import org.ruhu.tools.lines.Lines;
import org.ruhu.tools.lines.RawLine;
import org.ruhu.tools.lines.Revision;

/**
 * Reads the latest revision of every submission into households. Where lines say in which state a submission is, only
 * accepted ones count unless all are wanted.
 */
public final class Gathering {

    private static final String ACCEPTED = "accepted";

    private final Catalogue catalogue;
    private final HouseholdReader reader;
    private final Households households;
    private final boolean anyState;
    private final LineReader lines = new LineReader();
    private final Map<String, Long> leftOut = new TreeMap<>();
    private boolean faulty;
    private long read;

    public Gathering(Catalogue catalogue, RuleBook rules, SamplePlan design, boolean anyState) {
        this.catalogue = catalogue;
        this.reader = new HouseholdReader(catalogue, rules);
        this.households = new Households(design);
        this.anyState = anyState;
    }

    /** What a line turned out to be. */
    private record Found(Optional<Household> household, String otherwise, boolean fault) {

        static Found otherwise(String why, boolean fault) {
            return new Found(Optional.empty(), why, fault);
        }
    }

    /** @param progress is told how many were read, for every one */
    public void read(Archive archive, LongConsumer progress) throws IOException {
        LatestLines latest = LatestLines.in(archive);
        try (Lines all = archive.lines()) {
            InOrder.forEach(latest.of(all), Runtime.getRuntime().availableProcessors(), this::found, found -> {
                found.household().ifPresentOrElse(households::add, () -> {
                    leftOut.merge(found.otherwise(), 1L, Long::sum);
                    faulty |= found.fault();
                });
                progress.accept(++read);
            });
        }
    }

    private Found found(RawLine raw) {
        if (!(lines.read(raw) instanceof Line.Good good)) {
            return Found.otherwise("cannot be read; ruhu validate says why", true);
        }
        Optional<Revision> revision = Revision.of(good.json());
        if (revision.isEmpty()) {
            return Found.otherwise("are no revisions; ruhu validate says why", true);
        }
        String form = revision.get().form().name();
        if (!form.equals(HouseholdReader.FORM)) {
            return Found.otherwise("are for the form " + form, false);
        }
        if (catalogue.form(revision.get().form()).isEmpty()) {
            return Found.otherwise("are for versions of the form not known here", true);
        }
        String state = good.json().path("state").asText(ACCEPTED);
        return anyState || state.equals(ACCEPTED)
                ? new Found(Optional.of(reader.read(revision.get())), "", false)
                : Found.otherwise("are not accepted; --any-state takes them too", false);
    }

    /** One that somebody has chosen already; of another form it is left out. */
    public void add(Revision revision) {
        if (revision.form().name().equals(HouseholdReader.FORM)) {
            households.add(reader.read(revision));
        }
    }

    public Households households() {
        return households;
    }

    /** What was not counted and why, a sentence each. */
    public List<String> leftOut() {
        List<String> sentences = new ArrayList<>();
        leftOut.forEach((why, lines) -> sentences.add(lines + " lines left out: they " + why));
        if (households.notDrawn() > 0) {
            sentences.add(households.notDrawn() + " households left out: the design does not name their unit");
        }
        return sentences;
    }

    /** Whether something was left out that should not be there. */
    public boolean faulty() {
        return faulty;
    }
}
