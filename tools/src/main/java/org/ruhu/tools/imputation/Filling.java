package org.ruhu.tools.imputation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.Answers;
import org.ruhu.forms.Context;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Interview;
import org.ruhu.tools.dataset.Gap;
import org.ruhu.tools.imputation.Donors.Class;
import org.ruhu.tools.imputation.Donors.Donor;
import org.ruhu.tools.imputation.Imputation.Numbered;
import org.ruhu.tools.lines.Revision;

/** One interview being filled in. What was collected is not touched: this works on a copy. */
final class Filling {

    private final FormVersion form;
    private final Revision revision;
    private final Donors donors;
    private final Tally tally;
    private final Map<String, Filled> filled = new HashMap<>();
    private final Set<String> questions = new HashSet<>();
    private final Map<String, String> missing;
    private ObjectNode answers;
    private Optional<Interview> read = Optional.empty();

    Filling(FormVersion form, Revision revision, Donors donors, Tally tally) {
        this.form = form;
        this.revision = revision;
        this.donors = donors;
        this.tally = tally;
        this.answers = (ObjectNode) revision.answers().values();
        this.missing = new HashMap<>(revision.answers().missing());
    }

    Revision by(List<Numbered> rules) {
        for (Numbered rule : rules) {
            for (String row : Rows.of(answers, rule.made().rule().roster())) {
                fill(rule, row);
            }
        }
        if (filled.isEmpty()) {
            return revision;
        }
        recalculate();
        return new Revision(revision.submission(), revision.number(), revision.form(), revision.campaign(),
                revision.unit(), revision.area(), revision.receivedAt(),
                new Answers(answers, revision.answers().missing()), revision.context(), revision.state(),
                codes());
    }

    private Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        filled.forEach((pointer, how) -> codes.put(pointer, how.code()));
        return codes;
    }

    private void fill(Numbered numbered, String row) {
        Made rule = numbered.made();
        JsonNode values = Rows.at(answers, row);
        if (rule.names().stream().noneMatch(name -> Rows.lacks(values, name))) {
            return;
        }
        List<String> gaps = rule.names().stream().filter(name -> Rows.lacks(values, name) && open(rule, row, name))
                .toList();
        if (gaps.isEmpty() || !rule.concerns(interview(), row)) {
            return;
        }
        if (rule.levels() == 0) {
            compute(numbered, row, gaps);
        } else {
            borrow(numbered, row, gaps);
        }
    }

    /** Whether the question was asked and the reason for having no answer is one the rule is for. */
    private boolean open(Made rule, String row, String name) {
        String pointer = row + "/" + name;
        return interview().relevant(pointer) && rule.rule().gaps().contains(
                Optional.ofNullable(missing.get(pointer)).flatMap(Gap::of).orElse(Gap.NOT_STATED));
    }

    private void compute(Numbered rule, String row, List<String> gaps) {
        for (String name : gaps) {
            JsonNode value = rule.made().computed(interview(), row);
            boolean put = !nothing(value) && put(row, name, value, Filled.BY_RULE);
            tally.count(rule.index(), name, put ? "formula" : "unknown");
        }
    }

    private void borrow(Numbered rule, String row, List<String> gaps) {
        Rule.FromDonor means = (Rule.FromDonor) rule.made().rule().means();
        String place = Imputation.place(revision, row);
        for (int level = 0; level < rule.made().levels(); level++) {
            int at = level;
            Optional<Donor> donor = rule.made().key(level, revision, interview(), row).flatMap(key ->
                    donors.draw(new Class(rule.index(), at, key), means.least(), place));
            if (donor.isPresent()) {
                for (String name : gaps) {
                    JsonNode value = donor.get().values().get(rule.made().names().indexOf(name));
                    boolean put = put(row, name, value, Filled.FROM_DONOR);
                    tally.count(rule.index(), name, put ? "class-" + (level + 1) : "unfit");
                }
                return;
            }
        }
        gaps.forEach(name -> tally.count(rule.index(), name, "no-donor"));
    }

    /** @return false, and nothing is put, when the answers would not fit the form any more */
    private boolean put(String row, String name, JsonNode value, Filled how) {
        String pointer = row + "/" + name;
        ObjectNode changed = answers.deepCopy();
        Rows.at(changed, row).set(name, value);
        if (form.misfits(new Answers(changed, Map.of())).stream().anyMatch(misfit ->
                misfit.pointer().equals(pointer) || misfit.pointer().startsWith(pointer + "/"))) {
            return false;
        }
        answers = changed;
        filled.put(pointer, how);
        questions.add(path(pointer));
        missing.remove(pointer);
        read = Optional.empty();
        return true;
    }

    private static String path(String pointer) {
        return pointer.replaceAll("/[0-9]+(?=/)", "/*");
    }

    private Interview interview() {
        if (read.isEmpty()) {
            read = Optional.of(form.interview(new Answers(answers, missing), Context.of(revision.context())));
        }
        return read.get();
    }

    /** Sums and the like follow what was put in. */
    private void recalculate() {
        Interview now = interview();
        for (String path : form.calculatedFrom(questions)) {
            String name = Rule.name(path);
            for (String row : Rows.of(answers, Rule.roster(path))) {
                ObjectNode values = Rows.at(answers, row);
                JsonNode value = now.value(row + "/" + name);
                if (!same(value, values.path(name))) {
                    store(values, name, value);
                    filled.put(row + "/" + name, Filled.RECALCULATED);
                }
            }
        }
    }

    /** However a number is written; nothing is nothing. */
    private static boolean same(JsonNode a, JsonNode b) {
        return a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) == 0
                : nothing(a) ? nothing(b) : a.equals(b);
    }

    private static boolean nothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static void store(ObjectNode values, String name, JsonNode value) {
        if (nothing(value)) {
            values.remove(name);
        } else {
            values.set(name, value);
        }
    }
}
