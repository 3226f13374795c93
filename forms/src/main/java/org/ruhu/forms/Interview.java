package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ruhu.forms.Pointers.Found;
import org.ruhu.forms.Program.Rule;
import org.ruhu.forms.Program.Step;
import org.ruhu.forms.expression.Formula;
import org.ruhu.forms.expression.Values;

/** Answers as a form version understands them: what was relevant, what is calculated, what the checks say. */
public final class Interview {

    private final Program program;
    private final Answers answers;
    private final Reading reading;
    private final Offers offers;
    private final Wording wording;

    Interview(Program program, Labels labels, Answers answers, Context context) {
        this.answers = answers;
        this.program = program;
        this.reading = new Reading(program, answers, context);
        this.offers = new Offers(program, reading);
        this.wording = new Wording(program, labels, reading);
    }

    /** Whether the question at this pointer is asked; false for a pointer that leads nowhere. */
    public boolean relevant(String pointer) {
        return reading.place(pointer).filter(place -> place.owner().relevant(place.step())).isPresent();
    }

    /** Which questions of a row are asked, by name; none when there is no such row. The empty pointer is the form. */
    public Predicate<String> relevantIn(String row) {
        return reading.row(row).<Predicate<String>>map(sheet -> name ->
                sheet.level().step(name).filter(sheet::relevant).isPresent()).orElse(name -> false);
    }

    /** Whether the question at this pointer needs an answer or a reason for having none. */
    public boolean required(String pointer) {
        return reading.place(pointer).filter(place -> reading.required(place.step(), place.owner())).isPresent();
    }

    /** Pointers of relevant, required questions without value and without reason. */
    public List<String> unanswered() {
        return List.copyOf(reading.unanswered());
    }

    /** The value as rules see it, of a roster its cleaned rows; missing node when there is none. */
    public JsonNode value(String pointer) {
        return reading.place(pointer).map(this::value).orElse(MissingNode.getInstance());
    }

    private JsonNode value(Found<Sheet> place) {
        Step step = place.step();
        if (step.opensRoster()) {
            return Cleaning.of(place.owner()).path(step.question().name());
        }
        Object value = place.owner().row().value(step.slot());
        boolean asGiven = value != null && step.question().kind() == Kind.DATETIME;
        return asGiven ? place.owner().given(step) : Values.json(value);
    }

    /** What a formula yields on a row, on the whole form for the empty pointer; null when unknown, or without row. */
    Object value(Formula formula, String row) {
        return reading.row(row).map(sheet -> reading.value(formula, sheet)).orElse(null);
    }

    /** Text of a question with answers in their place; the pointer itself when it leads nowhere or has no text. */
    public String text(String pointer, String language) {
        return reading.place(pointer).flatMap(place -> wording.text(place.step(), place.owner(), "label", language))
                .orElse(pointer);
    }

    /** What is said below a question, with answers in their place. */
    public Optional<String> hint(String pointer, String language) {
        return reading.place(pointer).flatMap(place -> wording.text(place.step(), place.owner(), "hint", language));
    }

    /** What may be chosen now, in the order of options or rows; nothing where nothing is asked or all is free. */
    public List<String> offered(String pointer) {
        return reading.place(pointer).map(place -> offers.at(place.step(), place.owner())).orElse(List.of());
    }

    /** The engine's own remarks, then what was not on offer, then checks in the order of the form, rows ascending. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(reading.remarks());
        findings.addAll(offers.findings());
        for (Rule rule : program.rules()) {
            for (Sheet sheet : reading.sheets(rule.level())) {
                if (sheet.asked()) {
                    finding(rule, sheet).ifPresent(findings::add);
                }
            }
        }
        return List.copyOf(findings);
    }

    private Optional<Finding> finding(Rule rule, Sheet sheet) {
        Verdict verdict = judge(rule, sheet);
        if (verdict instanceof Verdict.Fails) {
            Check check = rule.check();
            return Optional.of(new Finding(check.code(), check.severity(), sheet.pointer(), refers(rule, sheet)));
        }
        return verdict instanceof Verdict.Broken
                ? Optional.of(new Finding("broken-check", Severity.SOFT, sheet.pointer(), refers(rule, sheet)))
                : Optional.empty();
    }

    private Verdict judge(Rule rule, Sheet sheet) {
        try {
            Object value = reading.value(rule.rule().formula(), sheet);
            return value == null ? new Verdict.Unanswered()
                    : (Boolean) value ? new Verdict.Holds() : new Verdict.Fails();
        } catch (RuntimeException e) {
            return new Verdict.Broken(e.getClass().getSimpleName());
        }
    }

    /** The answers meant; of this row and the rows around it, where the check is about rows. */
    private static List<String> refers(Rule rule, Sheet sheet) {
        return rule.check().refers().stream().map(path -> inRow(path, sheet)).toList();
    }

    private static String inRow(String path, Sheet sheet) {
        Optional<Sheet> row = Optional.of(sheet);
        while (row.isPresent() && row.get().around().isPresent()) {
            String rows = row.get().level().path() + "/*/";
            if (path.startsWith(rows)) {
                return row.get().pointer() + path.substring(rows.length() - 1);
            }
            row = row.get().around();
        }
        return path;
    }

    /** Verdict of a check on the whole interview. */
    public Verdict verdict(String code) {
        return judge(rule(code, false), reading.form());
    }

    /** Verdict of a check on one row of a roster outside other rosters, counted from 0. */
    public Verdict verdict(String code, int row) {
        return verdict(code, rule(code, true).check().each().orElseThrow() + "/" + row);
    }

    /** Verdict of a check on one row such as {@code /members/0/jobs/1}. */
    public Verdict verdict(String code, String rowPointer) {
        Rule rule = rule(code, true);
        return reading.row(rowPointer)
                .filter(sheet -> sheet.asked() && Optional.of(sheet.level().path()).equals(rule.check().each()))
                .map(sheet -> judge(rule, sheet))
                .orElseThrow(() -> new IllegalArgumentException("no such row: " + rowPointer));
    }

    private Rule rule(String code, boolean ofRows) {
        return program.rules().stream()
                .filter(rule -> rule.check().code().equals(code) && rule.level() >= 0 == ofRows).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such check: " + code));
    }

    /** Reasons for not answering that a device sends: those of questions that were not relevant are gone. */
    public Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>(answers.missing());
        reasons.keySet().removeIf(pointer ->
                reading.place(pointer).filter(place -> !place.owner().relevant(place.step())).isPresent());
        return reasons;
    }

    /**
     * What a device sends: the answers without those that were not relevant, with calculated values stored. Shares
     * what it did not change with the answers.
     */
    public ObjectNode cleaned() {
        return Cleaning.of(reading.form());
    }
}
