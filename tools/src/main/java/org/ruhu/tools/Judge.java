package org.ruhu.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.Finding;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Misfit;
import org.ruhu.forms.Severity;
import org.ruhu.tools.lines.Line;
import org.ruhu.tools.lines.LineReader;
import org.ruhu.tools.lines.RawLine;
import org.ruhu.tools.lines.Revision;

/** What is to be said about one line. Safe to share between threads. */
final class Judge {

    /** What a server shows instead of a name or number; nothing can be said about it. */
    private static final String MASKED = "***";

    /** How bad a line is; the worst of what was found in it. */
    enum Mark { CLEAN, SOFT, HARD, MISFIT, UNREADABLE }

    /** @param says lines of NDJSON */
    record Judgement(Mark mark, List<ObjectNode> says) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LineReader reader = new LineReader();
    private final Catalogue catalogue;
    private final Optional<FormVersion> bare;
    private final Outside outside;
    private final String language;

    /** @param bare form of lines that are nothing but answers */
    Judge(Catalogue catalogue, Optional<FormVersion> bare, Outside outside, String language) {
        this.catalogue = catalogue;
        this.bare = bare;
        this.outside = outside;
        this.language = language;
    }

    Judgement on(RawLine raw) {
        Line line = reader.read(raw);
        if (line instanceof Line.Bad bad) {
            return unreadable(bad.number(), bad.why());
        }
        Optional<Revision> revision = revision(((Line.Good) line).json());
        if (revision.isEmpty()) {
            return unreadable(raw.number(), "is not a revision: it needs submission, number, form and answers;"
                    + " for bare answers say --form");
        }
        Optional<FormVersion> form = catalogue.form(revision.get().form());
        return form.map(known -> judged(raw.number(), known, revision.get()))
                .orElseGet(() -> unreadable(raw.number(), "is for a form that is not known here"));
    }

    private Optional<Revision> revision(ObjectNode json) {
        return bare.isPresent() && !json.has("answers") ? Optional.of(Revision.bare(bare.get().id(), json))
                : Revision.of(json);
    }

    /** Tells what a line says about its area to those who compare with it; one that is wrong says nothing. */
    void hear(RawLine raw, Neighbours neighbours) {
        if (reader.read(raw) instanceof Line.Good good) {
            revision(good.json()).ifPresent(revision -> catalogue.form(revision.form())
                    .filter(form -> form.misfits(revision.answers()).isEmpty())
                    .ifPresent(form -> neighbours.hear(revision, form, outside.alone(form, revision))));
        }
    }

    private Judgement judged(long line, FormVersion form, Revision revision) {
        List<ObjectNode> says = new ArrayList<>();
        Mark mark = Mark.CLEAN;
        for (Misfit misfit : form.misfits(revision.answers())) {
            if (!masked(revision, misfit.pointer())) {
                says.add(say(line, revision, misfit.pointer()).put("keyword", misfit.keyword())
                        .put("severity", "misfit").put("message", misfit.detail()));
                mark = Mark.MISFIT;
            }
        }
        for (Finding finding : form.confront(revision.answers(), outside.of(form, revision))) {
            if (finding.refers().stream().noneMatch(pointer -> masked(revision, pointer))) {
                ObjectNode say = say(line, revision, finding.pointer()).put("check", finding.check())
                        .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                        .put("message", form.checkMessage(finding.check(), language));
                finding.refers().forEach(say.withArray("refers")::add);
                says.add(say);
                Mark its = finding.severity() == Severity.HARD ? Mark.HARD : Mark.SOFT;
                mark = its.compareTo(mark) > 0 ? its : mark;
            }
        }
        return new Judgement(mark, says);
    }

    /** Whether there is a masked answer where a pointer leads; {@code *} stands for every row. */
    private static boolean masked(Revision revision, String pointer) {
        return masked(revision.answers().values(), pointer);
    }

    private static boolean masked(JsonNode answers, String pointer) {
        int star = pointer.indexOf("/*/");
        if (star < 0) {
            return masked(at(answers, pointer));
        }
        for (JsonNode row : at(answers, pointer.substring(0, star))) {
            if (masked(row, pointer.substring(star + 2))) {
                return true;
            }
        }
        return false;
    }

    private static boolean masked(JsonNode answer) {
        return answer.isTextual() && answer.textValue().contains(MASKED);
    }

    private static JsonNode at(JsonNode json, String pointer) {
        return pointer.isEmpty() ? json : json.at(pointer);
    }

    private static Judgement unreadable(long line, String why) {
        ObjectNode say = JSON.createObjectNode().put("line", line).put("submission", "").put("pointer", "")
                .put("keyword", "unreadable").put("severity", "unreadable").put("message", "line " + line + " " + why);
        return new Judgement(Mark.UNREADABLE, List.of(say));
    }

    private static ObjectNode say(long line, Revision revision, String pointer) {
        return JSON.createObjectNode().put("line", line).put("submission", revision.submission())
                .put("pointer", pointer);
    }
}
