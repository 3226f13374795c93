package org.ruhu.tools.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.tools.indicator.compute.SamplePlan;
import org.ruhu.tools.indicator.compute.Followed;
import org.ruhu.tools.indicator.compute.Frame;
import org.ruhu.tools.indicator.compute.Gathered;
import org.ruhu.tools.indicator.compute.Households;
import org.ruhu.tools.indicator.compute.Process;
import org.ruhu.tools.indicator.input.Exported;
import org.ruhu.tools.indicator.reading.DoorCheck;
import org.ruhu.tools.indicator.reading.Household;
import org.ruhu.tools.indicator.reading.HouseholdReader;
import org.ruhu.tools.indicator.reading.Mark;
import org.ruhu.tools.indicator.reading.Revisit;
import org.ruhu.tools.indicator.reading.RuleBook;
import org.ruhu.tools.lines.Archive;
import org.ruhu.tools.lines.InOrder;
import org.ruhu.tools.lines.LatestLines;
import org.ruhu.tools.lines.Line;
import org.ruhu.tools.lines.LineReader;
import org.ruhu.tools.lines.Lines;
import org.ruhu.tools.lines.RawLine;
import org.ruhu.tools.lines.Revision;
import org.ruhu.tools.page.Words;

/**
 * Reads the latest revision of every submission into households. Where lines say in which state a submission is, only
 * accepted ones count unless all are wanted.
 */
public final class Gathering {

    private static final String ACCEPTED = "accepted";
    /** Forms there are figures of. */
    public static final Set<String> FORMS = Set.of(HouseholdReader.FORM, DoorCheck.FORM, Revisit.FORM);

    private final Catalogue catalogue;
    private final HouseholdReader reader;
    private final Households households;
    private final boolean anyState;
    private final boolean carried;
    private final LineReader lines = new LineReader();
    private final Map<Words, Long> leftOut = new TreeMap<>(Comparator.comparing(Words::en));
    private final Followed followed = new Followed();
    private final Optional<Frame> frame;
    private final Process process = new Process();
    private boolean faulty;
    private long read;

    public Gathering(Catalogue catalogue, RuleBook rules, SamplePlan design, Optional<Frame> frame, boolean anyState) {
        this.frame = frame;
        this.catalogue = catalogue;
        this.reader = new HouseholdReader(catalogue, rules);
        this.households = new Households(design);
        this.anyState = anyState;
        this.carried = design instanceof SamplePlan.Carried;
    }

    /** What a line turned out to be. */
    public sealed interface Found {
        record Home(Household household) implements Found {}
        record Checked(DoorCheck check, FormId form) implements Found {}
        record Again(Revisit revisit, FormId form) implements Found {}
        record Otherwise(Words why, boolean fault) implements Found {}
    }

    /** @param progress is told how many were read, for every one */
    public void read(Archive archive, LongConsumer progress) throws IOException {
        LatestLines latest = LatestLines.in(archive);
        try (Lines all = archive.lines()) {
            InOrder.forEach(latest.of(all), Runtime.getRuntime().availableProcessors(), this::found, found -> {
                add(found);
                progress.accept(++read);
            });
        }
    }

    /** The same of an export. Which of its lines count was decided when it was made. */
    public void read(Exported export, LongConsumer progress) throws IOException {
        export.forEach(read -> {
            Revision revision = read.revision();
            if (catalogue.form(revision.form()).isEmpty()) {
                add(unknownForm());
            } else {
                frame.ifPresent(of -> of.seen(revision.unit()));
                Household household = reader.read(revision);
                if (carried) {
                    households.add(household, read.drawn());
                } else {
                    households.add(household);
                }
            }
            progress.accept(++this.read);
        });
    }

    /** For one thread. */
    public void add(Found found) {
        if (found instanceof Found.Home home) {
            frame.ifPresent(of -> of.seen(home.household().unit()));
            households.add(home.household());
        } else if (found instanceof Found.Checked checked) {
            followed.add(checked.check(), checked.form());
        } else if (found instanceof Found.Again again) {
            followed.add(again.revisit(), again.form());
        } else if (found instanceof Found.Otherwise otherwise) {
            leftOut.merge(otherwise.why(), 1L, Long::sum);
            faulty |= otherwise.fault();
        }
    }

    private Found found(RawLine raw) {
        if (!(lines.read(raw) instanceof Line.Good good)) {
            return new Found.Otherwise(new Words("无法读取，可用 ruhu validate 查原因",
                    "cannot be read; ruhu validate says why"), true);
        }
        Optional<Revision> revision = Revision.of(good.json());
        if (revision.isEmpty()) {
            return new Found.Otherwise(new Words("不是修订记录，可用 ruhu validate 查原因",
                    "are no revisions; ruhu validate says why"), true);
        }
        FormId form = revision.get().form();
        if (!FORMS.contains(form.name())) {
            return new Found.Otherwise(new Words("属于问卷 " + form.name(), "are for the form " + form.name()), false);
        }
        if (catalogue.form(form).isEmpty()) {
            return unknownForm();
        }
        String state = good.json().path("state").asText(ACCEPTED);
        return anyState || state.equals(ACCEPTED) ? found(revision.get(), good.json().path("findings"))
                : new Found.Otherwise(new Words("尚未接受，--any-state 可一并计入",
                        "are not accepted; --any-state takes them too"), false);
    }

    private static Found unknownForm() {
        return new Found.Otherwise(new Words("所用问卷版本此处没有", "are for versions of the form not known here"), true);
    }

    /**
     * Reads one that somebody has chosen already, of a form there are figures of; on any thread.
     *
     * @param findings of the form's checks, as a server's line has them; missing where nobody knows
     */
    public Found found(Revision revision, JsonNode findings) {
        return switch (revision.form().name()) {
            case DoorCheck.FORM -> new Found.Checked(DoorCheck.read(revision), revision.form());
            case Revisit.FORM -> new Found.Again(Revisit.read(revision), revision.form());
            default -> new Found.Home(reader.read(revision, soft(findings)));
        };
    }

    /** A server's lines say what its checks found, a device's do not. */
    private static Mark soft(JsonNode findings) {
        if (!findings.isArray()) {
            return Mark.UNKNOWN;
        }
        for (JsonNode finding : findings) {
            if (finding.path("severity").asText().equals("soft")) {
                return Mark.PASS;
            }
        }
        return Mark.FAIL;
    }

    /** Takes what is not in interviews: notices and funds. */
    public Process process() {
        return process;
    }

    public Gathered gathered() {
        return new Gathered(households, followed, frame, process);
    }

    public Households households() {
        return households;
    }

    /** What was not counted and why, a sentence each. */
    public List<Words> leftOut() {
        List<Words> sentences = new ArrayList<>();
        leftOut.forEach((why, lines) -> sentences.add(new Words("未计入 " + lines + " 行：" + why.zh(),
                lines + " lines left out: they " + why.en())));
        if (households.notDrawn() > 0) {
            sentences.add(new Words("未计入 " + households.notDrawn() + " 户：抽样设计中没有其单元，或没有权数",
                    households.notDrawn() + " households left out: the design does not name their unit,"
                    + " or they have no weight"));
        }
        return sentences;
    }

    /** Whether something was left out that should not be there. */
    public boolean faulty() {
        return faulty;
    }
}
