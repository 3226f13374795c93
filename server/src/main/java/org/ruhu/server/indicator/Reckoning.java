package org.ruhu.server.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.assignment.Units;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.dataset.Counting;
import org.ruhu.server.dataset.Paged;
import org.ruhu.server.dataset.Progress;
import org.ruhu.server.door.Json;
import org.ruhu.server.parameter.ParameterTables;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.tools.indicator.Gathering;
import org.ruhu.tools.indicator.compute.Cut;
import org.ruhu.tools.indicator.compute.Figures;
import org.ruhu.tools.indicator.compute.Frame;
import org.ruhu.tools.indicator.compute.Judging;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.figure.Level;
import org.ruhu.tools.indicator.reading.HouseholdReader;
import org.ruhu.tools.indicator.reading.RuleBook;
import org.ruhu.tools.indicator.shield.Shield;
import org.ruhu.tools.lines.Revision;

/** Works out the figures of a campaign: of every area of it, and of groups in all but villages. */
final class Reckoning {

    /** Forms there are figures of. */
    static final Set<String> FORMS = Gathering.FORMS;

    /** Households a figure must stand on to be shown to those who may not see the answers. */
    static final int THRESHOLD = 10;

    private static final Cut LARGE = Cut.of(List.of("province", "prefecture", "county", "township", "hh_attr",
            "status", "head_sex"));
    private static final Cut SMALL = Cut.of(List.of("village"));
    /** Served to look for bias, and read as a ranking in a table. */
    private static final String NOT_SHOWN = "ethnicity";
    private static final double ASSUMED_DEFF = 2;
    private static final String NOT_DRAWN = "not-drawn";
    private static final int SHORT = 12;

    private final Store store;
    private final Catalogue catalogue;
    private final Counting counting;
    private final ParameterTables tables;
    private final Clock clock;

    Reckoning(Store store, Catalogue catalogue, Counting counting, ParameterTables tables, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.counting = counting;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * @param folder where the file goes; half of it is never under its name
     * @param name   of the file
     */
    Kept.Made run(Campaign campaign, Drawing drawing, Path folder, String name, Progress progress)
            throws IOException {
        Instant asOf = clock.instant();
        int edition = tables.uploads();
        RuleBook rules = new RuleBook(tables.parameters());
        Frame frame = campaign.form().name().equals(HouseholdReader.FORM) ? frame(campaign) : new Frame();
        Gathering gathering = new Gathering(catalogue, rules, drawing.plan(), Optional.of(frame), true);
        Counting.Looked looked = counting.each(campaign.form().name(), campaign.id(), new Counting.Taker<Gathering.Found>() {

            @Override
            public Gathering.Found read(Revision revision, JsonNode findings) {
                return gathering.found(revision, findings);
            }

            @Override
            public void take(Gathering.Found found) {
                gathering.add(found);
            }

            @Override
            public void seen(String unit) {
                frame.seen(unit);
            }
        }, progress);
        Shield shield = new Shield(THRESHOLD);
        try (Spill spill = new Spill(folder.resolve(name + ".spill"))) {
            Consumer<Figure> to = figure -> {
                progress.goOn();
                shield.add(figure);
                spill.add(figure);
            };
            Judging judging = new Judging(rules, drawing.verdicts(), ASSUMED_DEFF);
            Figures.of(gathering.gathered(), LARGE, judging, this::named, figure -> {
                if (!figure.place().by().equals(NOT_SHOWN)) {
                    to.accept(figure);
                }
            });
            Figures.of(gathering.gathered(), SMALL, judging, this::named, figure -> {
                if (figure.place().level() == Level.VILLAGE && figure.place().by().isEmpty()) {
                    to.accept(figure);
                }
            });
            spill.settle();
            shield.settle();
            FigureFile.write(folder.resolve(name + ".part"), spill, shield, rules);
        }
        SortedMap<String, Long> leftOut = new TreeMap<>(looked.leftOut());
        if (gathering.households().notDrawn() > 0) {
            leftOut.put(NOT_DRAWN, gathering.households().notDrawn());
        }
        return new Kept.Made(name, asOf, looked.until(), looked.lastArrival(), leftOut, edition);
    }

    private Frame frame(Campaign campaign) {
        Frame frame = new Frame();
        try (Paged units = new Paged(store, Units.KIND, Range.of("listed", campaign.id()))) {
            while (units.hasNext()) {
                ObjectNode unit = Json.own(units.next().body());
                frame.add(unit.get("unit").textValue(), unit.get("area").textValue());
            }
        }
        return frame;
    }

    private String named(FormId form) {
        return form + catalogue.form(form).map(FormVersion::digest)
                .map(digest -> " " + digest.substring(0, Math.min(SHORT, digest.length()))).orElse("");
    }
}
