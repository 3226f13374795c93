package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ruhu.forms.Program.Rule;
import org.ruhu.forms.Program.Step;
import org.ruhu.forms.Reading.Place;
import org.ruhu.forms.expression.Formula;
import org.ruhu.forms.expression.Values;

/** Answers as a form version understands them: what was relevant, what is calculated, what the checks say. */
public final class Interview {

    private final Program program;
    private final Answers answers;
    private final Reading reading;

    Interview(Program program, Answers answers, Context context) {
        this.answers = answers;
        this.program = program;
        this.reading = new Reading(program, answers, context);
    }

    /** Whether the question at this pointer is asked; false for a pointer that leads nowhere. */
    public boolean relevant(String pointer) {
        return reading.place(pointer).filter(place -> place.sheet().relevant(place.step())).isPresent();
    }

    /** Whether the question at this pointer needs an answer or a reason for having none. */
    public boolean required(String pointer) {
        return reading.place(pointer).filter(place -> reading.required(place.step(), place.sheet())).isPresent();
    }

    /** Pointers of relevant, required questions without value and without reason. */
    public List<String> unanswered() {
        return List.copyOf(reading.unanswered());
    }

    /** The value as rules see it, of a roster its cleaned rows; missing node when there is none. */
    public JsonNode value(String pointer) {
        return reading.place(pointer).map(this::value).orElse(MissingNode.getInstance());
    }

    private JsonNode value(Place place) {
        Step step = place.step();
        if (step.opensRoster()) {
            return cleaned().path(step.question().name());
        }
        Object value = place.sheet().row().value(step.slot());
        boolean asGiven = value != null && step.question().kind() == Kind.DATETIME;
        return asGiven ? place.sheet().given(step) : Values.json(value);
    }

    /** What a formula of this form yields outside rosters; null when unknown. */
    Object value(Formula formula) {
        return reading.value(formula, reading.form());
    }

    /** The engine's own remarks, then checks in the order of the form, rows ascending. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(reading.remarks());
        for (Rule rule : program.rules()) {
            for (Sheet sheet : sheetsOf(rule)) {
                finding(rule, sheet).ifPresent(findings::add);
            }
        }
        return List.copyOf(findings);
    }

    private Sheet[] sheetsOf(Rule rule) {
        return rule.roster() < 0 ? new Sheet[] {reading.form()} : reading.rows(rule.roster());
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

    /** The answers meant; of this row, where the check is about rows. */
    private List<String> refers(Rule rule, Sheet sheet) {
        List<String> pointers = new ArrayList<>();
        for (String path : rule.check().refers()) {
            int star = path.indexOf("/*/");
            boolean thisRow = star >= 0 && rule.check().each().filter(path.substring(0, star)::equals).isPresent();
            pointers.add(thisRow ? sheet.pointer() + path.substring(star + 2) : path);
        }
        return pointers;
    }

    /** Verdict of a check on the whole interview. */
    public Verdict verdict(String code) {
        return judge(rule(code, false), reading.form());
    }

    /** Verdict of a check on one roster row, counted from 0. */
    public Verdict verdict(String code, int row) {
        Rule rule = rule(code, true);
        return judge(rule, reading.rows(rule.roster())[row]);
    }

    private Rule rule(String code, boolean ofRows) {
        return program.rules().stream()
                .filter(rule -> rule.check().code().equals(code) && rule.roster() >= 0 == ofRows).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such check: " + code));
    }

    /** Reasons for not answering that a device sends: those of questions that were not relevant are gone. */
    public Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>(answers.missing());
        reasons.keySet().removeIf(pointer ->
                reading.place(pointer).filter(place -> !place.sheet().relevant(place.step())).isPresent());
        return reasons;
    }

    /**
     * What a device sends: the answers without those that were not relevant, with calculated values stored. Shares
     * what it did not change with the answers.
     */
    public ObjectNode cleaned() {
        ObjectNode clean = cleaned(reading.form(), program.formSteps());
        for (int slot = 0; slot < program.rosters().size(); slot++) {
            String roster = program.rosters().get(slot).name();
            JsonNode rows = clean.path(roster);
            if (rows.isArray()) {
                clean.set(roster, cleanedRows(slot, rows));
            }
        }
        return clean;
    }

    private ArrayNode cleanedRows(int roster, JsonNode given) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        Collection<Step> steps = program.rosters().get(roster).steps().values();
        for (Sheet sheet : reading.rowsGiven(roster)) {
            rows.add(sheet.given().isObject() ? cleaned(sheet, steps) : sheet.given());
        }
        for (int i = rows.size(); i < given.size(); i++) {
            rows.add(given.get(i));
        }
        return rows;
    }

    private static ObjectNode cleaned(Sheet sheet, Iterable<Step> steps) {
        ObjectNode clean = JsonNodeFactory.instance.objectNode();
        if (sheet.given() instanceof ObjectNode given) {
            clean.setAll(given);
        }
        for (Step step : steps) {
            String name = step.question().name();
            if (!sheet.relevant(step)) {
                clean.remove(name);
            }
            if (sheet.relevant(step) && step.calculate().isPresent()) {
                JsonNode computed = Values.json(sheet.row().value(step.slot()));
                clean.remove(name);
                if (!computed.isMissingNode()) {
                    clean.set(name, computed);
                }
            }
        }
        return clean;
    }
}
