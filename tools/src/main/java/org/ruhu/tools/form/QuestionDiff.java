package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;

/** What one question, present in both versions at the same path, is now asked or read otherwise. */
final class QuestionDiff {

    private static final Map<String, Boolean> LIMITS = Map.of("minimum", false, "maximum", true, "minLength", false,
            "maxLength", true, "minItems", false, "maxItems", true);

    private final FormVersion before;
    private final FormVersion after;
    private final Asked was;
    private final Asked is;
    private final Question old;
    private final Question now;
    private final List<String> columnsBefore;
    private final List<String> columnsAfter;
    private final List<Change> changes = new ArrayList<>();

    QuestionDiff(FormVersion before, FormVersion after, Asked was, Asked is, List<String> columnsBefore,
            List<String> columnsAfter) {
        this.before = before;
        this.after = after;
        this.was = was;
        this.is = is;
        this.old = before.question(was.path()).orElseThrow();
        this.now = after.question(is.path()).orElseThrow();
        this.columnsBefore = columnsBefore;
        this.columnsAfter = columnsAfter;
    }

    List<Change> changes() {
        if (old.kind() != now.kind()) {
            return List.of(change("kind-changed", "from " + old.kind().word() + " to " + now.kind().word()).breaks()
                    .drafts("its answer is refused and must be given anew")
                    .answers("old ones cannot be read as the new kind")
                    .export(apart("another type")));
        }
        calculated();
        limits();
        codes();
        expressions();
        meaning();
        shown();
        return changes;
    }

    private Change change(String code, String says) {
        return Change.of(code, was.path(), says);
    }

    private void calculated() {
        if (old.calculated() && !now.calculated()) {
            changes.add(change("calculation-removed", "it was calculated and is now asked").breaks()
                    .drafts("what was calculated counts as given")
                    .answers("old ones are computed, new ones are said")
                    .export("one column holds both"));
        } else if (!old.calculated() && now.calculated()) {
            changes.add(change("calculation-added", "it was asked and is now calculated").breaks()
                    .drafts("its answer gives way to the calculated one")
                    .answers("old ones are said, new ones are computed").export("one column holds both"));
        }
    }

    private void limits() {
        if (old.integer() != now.integer()) {
            changes.add(now.integer() ? narrowed("whole numbers only")
                    : change("widened", "decimals are accepted").export("the column may hold decimals"));
        }
        LIMITS.forEach((keyword, upper) -> {
            JsonNode from = was.schema().path(keyword);
            JsonNode to = is.schema().path(keyword);
            if (from.isMissingNode() ? !to.isMissingNode() : to.isMissingNode() || from.asDouble() != to.asDouble()) {
                boolean wider = to.isMissingNode() || !from.isMissingNode()
                        && (upper ? to.asDouble() > from.asDouble() : to.asDouble() < from.asDouble());
                String says = keyword + " from " + shown(from) + " to " + shown(to);
                changes.add(wider ? change("widened", says) : narrowed(says));
            }
        });
        String pattern = was.schema().path("pattern").asText();
        if (!pattern.equals(is.schema().path("pattern").asText())) {
            boolean wider = !is.schema().has("pattern");
            changes.add(wider ? change("widened", "any text is accepted") : narrowed("it is written otherwise: pattern "
                    + is.schema().path("pattern").asText()));
        }
        reasons();
    }

    private static String shown(JsonNode limit) {
        return limit.isMissingNode() ? "none" : limit.asText();
    }

    private Change narrowed(String says) {
        return change("narrowed", says).drafts("an answer outside must be corrected before it is sent")
                .answers("old ones outside stay as they are, judged by " + before.id().version());
    }

    private void reasons() {
        List<String> less = new ArrayList<>(old.nonresponse());
        less.removeAll(now.nonresponse());
        List<String> more = new ArrayList<>(now.nonresponse());
        more.removeAll(old.nonresponse());
        if (!less.isEmpty()) {
            changes.add(narrowed("no longer accepted instead of an answer: " + String.join(", ", less))
                    .export(trimmed(gone())));
        }
        if (!more.isEmpty()) {
            changes.add(change("widened", "accepted instead of an answer: " + String.join(", ", more))
                    .export(trimmed(fresh())));
        }
    }

    private void codes() {
        Set<String> known = new HashSet<>(old.codes());
        Set<String> kept = new HashSet<>(now.codes());
        for (String code : old.codes()) {
            if (!kept.contains(code)) {
                changes.add(change("code-removed", option(before, code) + " can no longer be chosen")
                        .drafts("where it is chosen, something else must be")
                        .answers("old ones keep it, with the label of " + before.id().version()).export(gone(code)));
            } else if (relabelled(code)) {
                changes.add(change("code-relabelled", option(before, code) + " is now " + option(after, code)).breaks()
                        .drafts("where it is chosen, it now says something else")
                        .answers("old ones would be read with the new meaning")
                        .export("one code, two meanings; give the new meaning a code of its own"));
            }
        }
        for (String code : now.codes()) {
            if (!known.contains(code)) {
                changes.add(change("code-added", option(after, code)).export(fresh(code)));
            }
        }
        List<String> common = new ArrayList<>(old.codes());
        common.retainAll(kept);
        List<String> reordered = new ArrayList<>(now.codes());
        reordered.retainAll(known);
        if (!common.equals(reordered)) {
            changes.add(change("codes-reordered", "options are shown in another order"));
        }
    }

    /** In every complete language: what changes in one alone is a translation mended. */
    private boolean relabelled(String code) {
        return List.of("zh", "en").stream().noneMatch(language -> before.optionLabel(was.path(), code, language)
                .equals(after.optionLabel(is.path(), code, language)));
    }

    private String option(FormVersion form, String code) {
        return code + " = " + form.optionLabel(was.path(), code, "en");
    }

    private void expressions() {
        expression("relevant", "relevance-changed", "asked of others than before: answers no longer asked for are left"
                + " out, those newly asked for are open", "empty cells mean something else");
        if (old.calculated() && now.calculated()) {
            expression("calculate", "calculation-changed", "it is calculated anew",
                    "values of both versions follow different formulas; calculate them anew to compare");
        }
        expression("filter", "offer-changed", "an answer no longer offered is a finding", "nothing");
        expression("choose", "offer-changed", "an answer no longer offered is a finding", "nothing");
        expression("rows", "row-count-changed", "rows are counted otherwise", "nothing");
        expression("required", "required-changed", "it may be open where it was not", "nothing");
    }

    private void expression(String keyword, String code, String drafts, String export) {
        JsonNode from = was.hints().path(keyword);
        JsonNode to = is.hints().path(keyword);
        if (from.equals(to) || keyword.equals("required") && from.asBoolean(true) == to.asBoolean(true)
                && !from.isTextual() && !to.isTextual()) {
            return;
        }
        Change change = change(code, keyword + ": from " + rule(from) + " to " + rule(to)).drafts(drafts)
                .export(export);
        changes.add(keyword.equals("required") ? change.answers("old interviews may lack it") : change);
    }

    private static String rule(JsonNode rule) {
        return rule.isMissingNode() ? "nothing" : rule.isTextual() ? "`" + rule.textValue() + "`" : rule.toString();
    }

    private void meaning() {
        if (!old.unit().equals(now.unit())) {
            changes.add(change("unit-changed", "from " + old.unit().orElse("no unit") + " to "
                    + now.unit().orElse("no unit")).breaks().drafts("the number stays, and now means something else")
                    .answers("old numbers would be read in the new unit").export(apart("another unit")));
        }
        if (old.sensitivity() != now.sensitivity()) {
            changes.add(change("sensitivity-changed", "from " + old.sensitivity() + " to " + now.sensitivity())
                    .answers("who may see it follows the version of the interview")
                    .export("masked by the rule of its version"));
        }
        if (!old.identifier().equals(now.identifier())) {
            changes.add(change("identifier-changed", "from " + old.identifier().map(Enum::name).orElse("none") + " to "
                    + now.identifier().map(Enum::name).orElse("none")).breaks()
                    .answers("old ones are " + (old.identifier().isPresent() ? "sealed" : "not sealed")
                            + " in the store, new ones are " + (now.identifier().isPresent() ? "sealed" : "not"))
                    .export("a masked export shows one version and masks the other"));
        }
    }

    private void shown() {
        TreeSet<String> others = new TreeSet<>();
        for (String hint : List.of("widget", "prefill", "readonly", "codelist", "opens")) {
            if (!was.hints().path(hint).equals(is.hints().path(hint))) {
                others.add(hint);
            }
        }
        if (!others.isEmpty()) {
            changes.add(change("shown-changed", "it is shown or filled in otherwise: " + String.join(", ", others)));
        }
    }

    /** Answers of both versions stand in columns of their own where the dataset holds both. */
    private String apart(String why) {
        List<String> apart = Columns.apart(before, after, was.path());
        return "the column has " + why + (apart.isEmpty() ? "" : "; in a dataset of both versions new answers stand in "
                + Columns.shown(apart));
    }

    private static String trimmed(String columns) {
        return columns.isEmpty() ? "nothing" : columns.substring(0, columns.length() - 2);
    }

    private String gone() {
        List<String> gone = new ArrayList<>(columnsBefore);
        gone.removeAll(columnsAfter);
        return gone.isEmpty() ? "" : Columns.shown(gone) + " only from interviews of " + before.id().version() + "; ";
    }

    private String fresh() {
        List<String> fresh = new ArrayList<>(columnsAfter);
        fresh.removeAll(columnsBefore);
        return fresh.isEmpty() ? "" : Columns.shown(fresh) + " new; ";
    }

    private String gone(String code) {
        return now.kind() == Kind.CODES ? columns(columnsBefore, code) + " only from interviews of "
                + before.id().version() : "same column; the code stays labelled for interviews that have it";
    }

    private String fresh(String code) {
        return now.kind() == Kind.CODES ? columns(columnsAfter, code) + " new; empty for interviews of "
                + before.id().version() : "same column, one more code";
    }

    private static String columns(List<String> columns, String code) {
        return Columns.shown(columns.stream().filter(column -> column.endsWith("_" + code)).toList());
    }
}
