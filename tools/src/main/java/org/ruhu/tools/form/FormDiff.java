package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;
import org.ruhu.forms.Section;

/**
 * What one version of a form does otherwise than another. A change breaks when somebody who reads the data of both as
 * one would lose an answer, take it for another, or look for it in the wrong column. What merely narrows does not:
 * an interview is judged by the version it was made with.
 */
public final class FormDiff {

    private final FormVersion before;
    private final FormVersion after;
    private final Map<String, Asked> was = new LinkedHashMap<>();
    private final Map<String, Asked> is = new LinkedHashMap<>();
    private final Columns columnsBefore;
    private final Columns columnsAfter;
    private final List<Change> changes = new ArrayList<>();

    private FormDiff(FormVersion before, FormVersion after) {
        this.before = before;
        this.after = after;
        Asked.in(before.schema()).forEach(asked -> was.put(asked.path(), asked));
        Asked.in(after.schema()).forEach(asked -> is.put(asked.path(), asked));
        this.columnsBefore = Columns.of(before);
        this.columnsAfter = Columns.of(after);
    }

    /** Every change, that of the form as a whole first, then questions in the order of the old version. */
    public static List<Change> changes(FormVersion before, FormVersion after) {
        return new FormDiff(before, after).changes();
    }

    /** Whether data of both versions cannot be read as one. */
    public static boolean breaks(FormVersion before, FormVersion after) {
        return changes(before, after).stream().anyMatch(Change::breaking);
    }

    private List<Change> changes() {
        whole();
        Set<String> settled = moved();
        was.keySet().stream().filter(path -> !is.containsKey(path) && !settled.contains(path)).forEach(this::removed);
        is.keySet().stream().filter(path -> !was.containsKey(path) && !settled.contains(path)).forEach(this::added);
        was.keySet().stream().filter(is::containsKey).forEach(path -> changes.addAll(new QuestionDiff(
                before, after, was.get(path), is.get(path), columnsBefore.all(path), columnsAfter.all(path))
                .changes()));
        sections();
        context();
        new CheckDiff(before, after).changes().forEach(changes::add);
        new TextDiff(before, after).changes().forEach(changes::add);
        shifted();
        return List.copyOf(changes);
    }

    private void whole() {
        if (!before.id().name().equals(after.id().name())) {
            changes.add(Change.of("other-form", "", before.id() + " and " + after.id()
                    + " are different forms, not versions of one").breaks().export("other files"));
        }
        String unit = before.schema().path("x-unit").asText("household");
        String now = after.schema().path("x-unit").asText("household");
        if (!unit.equals(now)) {
            changes.add(Change.of("unit-of-form-changed", "", "it is about a " + now + ", and was about a " + unit)
                    .breaks().drafts("belong to units the new version does not know"));
        }
    }

    /** The same name in another roster or out of it. */
    private Set<String> moved() {
        Set<String> settled = new LinkedHashSet<>();
        for (Asked old : was.values()) {
            List<Asked> elsewhere = is.values().stream()
                    .filter(now -> now.name().equals(old.name()) && !was.containsKey(now.path())).toList();
            if (is.containsKey(old.path()) || elsewhere.size() != 1 || sameMove(old, elsewhere.get(0))) {
                continue;
            }
            Asked now = elsewhere.get(0);
            settled.add(old.path());
            settled.add(now.path());
            changes.add(Change.of("question-moved", old.path(), "it is now " + now.path()).breaks()
                    .drafts("its answer is not found again and must be given anew")
                    .answers("old ones stay at " + old.path() + "; nothing reads them from " + now.path())
                    .export(columnsBefore.of(old.path()) + " moves to " + columnsAfter.of(now.path())));
        }
        return settled;
    }

    /** A roster that moves takes its rows with it: one change is enough. */
    private boolean sameMove(Asked old, Asked now) {
        return old.roster().isPresent() && !is.containsKey(old.roster().get()) && now.roster().isPresent()
                && !was.containsKey(now.roster().get());
    }

    private void removed(String path) {
        boolean withRoster = was.get(path).roster().filter(roster -> !is.containsKey(roster)).isPresent();
        if (!withRoster) {
            changes.add(Change.of("question-removed", path, "it is no longer asked: " + label(before, path)).breaks()
                    .drafts("its answer is no longer part of the interview")
                    .answers("old ones stay in interviews of " + before.id().version())
                    .export(columnsBefore.under(path) + " only from interviews of " + before.id().version()));
        }
    }

    private void added(String path) {
        boolean withRoster = is.get(path).roster().filter(roster -> !was.containsKey(roster)).isPresent();
        if (withRoster) {
            return;
        }
        Question question = after.question(path).orElseThrow();
        boolean unconditional = question.kind() != Kind.ROSTER && !question.calculated()
                && !is.get(path).hints().has("relevant") && is.get(path).hints().path("required").asBoolean(true);
        changes.add(Change.of("question-added", path, (question.calculated() ? "new and calculated: " : "new: ")
                        + label(after, path))
                .drafts(question.calculated() ? "it is calculated" : unconditional
                        ? "it is still to be asked" : "it is asked where its rule says so")
                .answers("older interviews have none").export(columnsAfter.under(path)
                        + " new; empty for interviews of " + before.id().version()));
    }

    private static String label(FormVersion form, String path) {
        return form.label(path, "en");
    }

    private void sections() {
        Map<String, String> old = sectionOf(before);
        Map<String, String> now = sectionOf(after);
        old.forEach((path, section) -> {
            String moved = now.get(path);
            if (moved != null && !moved.equals(section)) {
                changes.add(Change.of("section-changed", path, "from section " + section + " to " + moved)
                        .export("another place among the columns of the new version alone"));
            }
        });
        List<String> order = common(before, after);
        List<String> reordered = common(after, before);
        if (!order.equals(reordered)) {
            changes.add(Change.of("order-changed", "", "questions are asked in another order")
                    .export("columns of the new version alone stand in another order; in a dataset of both they keep"
                            + " their places"));
        }
    }

    private static List<String> common(FormVersion form, FormVersion other) {
        return form.sections().stream().flatMap(section -> section.questions().stream())
                .filter(path -> other.question(path).isPresent()).toList();
    }

    private static Map<String, String> sectionOf(FormVersion form) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (Section section : form.sections()) {
            section.questions().forEach(path -> sections.put(path, section.name()));
            section.roster().ifPresent(path -> sections.put(path, section.name()));
        }
        return sections;
    }

    private void context() {
        JsonNode old = before.schema().path("x-context");
        JsonNode now = after.schema().path("x-context");
        Set<String> names = new LinkedHashSet<>();
        old.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            Optional<String> code = old.path(name).isMissingNode() ? Optional.of("context-added")
                    : now.path(name).isMissingNode() ? Optional.of("context-removed")
                    : old.path(name).equals(now.path(name)) ? Optional.empty() : Optional.of("context-changed");
            code.ifPresent(kind -> changes.add(Change.of(kind, "$" + name, kind.equals("context-changed")
                            ? "from " + old.path(name) + " to " + now.path(name) : "value from outside the interview")
                    .drafts("rules that ask for it may judge otherwise")
                    .answers("stored findings stay; a new judgement by the old version still asks the old way")));
        }
    }

    /** A name that now stands over other answers. */
    private void shifted() {
        columnsBefore.byName().forEach((column, path) -> {
            String now = columnsAfter.byName().get(column);
            if (now != null && !now.equals(path)) {
                changes.add(Change.of("column-shifted", path, column + " now holds " + now).breaks()
                        .export(column + " means something else than before"));
            }
        });
    }
}
