package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ruhu.forms.Program.Outside;
import org.ruhu.forms.Program.Roster;
import org.ruhu.forms.Program.Rules;
import org.ruhu.forms.Program.Step;
import org.ruhu.forms.expression.Formula;
import org.ruhu.forms.expression.Frame;
import org.ruhu.forms.expression.Numbers;
import org.ruhu.forms.expression.Row;
import org.ruhu.forms.expression.Type;
import org.ruhu.forms.expression.Values;

/** One walk through a program in its order: what is relevant, what is known, what is calculated. */
final class Reading {

    private final Program program;
    private final Sheet form;
    private final Sheet[][] sheets;
    private final Row[][] rows;
    private final Frame frame;
    private final List<Finding> remarks = new ArrayList<>();

    Reading(Program program, Answers answers, Context context) {
        this.program = program;
        this.form = new Sheet("", answers.values(), program.width(), 0);
        this.sheets = program.rosters().stream().map(this::sheets).toArray(Sheet[][]::new);
        this.rows = new Row[sheets.length][];
        for (int roster = 0; roster < sheets.length; roster++) {
            rows[roster] = new Row[sheets[roster].length];
            for (int i = 0; i < rows[roster].length; i++) {
                rows[roster][i] = sheets[roster][i].row();
            }
        }
        this.frame = new Frame(form.row(), rows, outside(context));
        answers.missing().keySet().forEach(pointer ->
                place(pointer).ifPresent(place -> place.sheet().row().miss(place.step().slot())));
        program.steps().forEach(this::read);
        frame.unansweredBy(() -> unanswered().size());
    }

    private Sheet[] sheets(Roster roster) {
        JsonNode given = form.given().path(roster.name());
        int count = given.isArray() ? Math.min(given.size(), roster.mostRows()) : 0;
        Sheet[] found = new Sheet[count];
        for (int i = 0; i < count; i++) {
            found[i] = new Sheet("/" + roster.name() + "/" + i, given.get(i), roster.steps().size(), i + 1);
        }
        return found;
    }

    private Object[] outside(Context context) {
        Object[] values = new Object[program.context().size()];
        for (int i = 0; i < values.length; i++) {
            Outside declared = program.context().get(i);
            Object given = read(Optional.ofNullable(context.values().get(declared.name())), declared.type());
            values[i] = given == null ? read(declared.standard(), declared.type()) : given;
        }
        return values;
    }

    private static Object read(Optional<JsonNode> json, Type type) {
        return Values.read(json.orElse(MissingNode.getInstance()), type);
    }

    private void read(Step step) {
        for (Sheet sheet : sheetsOf(step)) {
            read(step, sheet);
        }
        if (step.opensRoster() && !(form.relevant(step) && !form.row().missed(step.slot()))) {
            rows[step.opens()] = new Row[0];
        }
    }

    private void read(Step step, Sheet sheet) {
        boolean asked = !step.inRoster() || rows[step.roster()].length > 0;
        if (!asked || step.relevant().isPresent() && !truth(step.relevant().get(), sheet, step)) {
            if (!sheet.given(step).isMissingNode() || sheet.row().missed(step.slot())) {
                remark("not-relevant", sheet.pointer(step));
            }
            sheet.row().forget(step.slot());
            return;
        }
        sheet.markRelevant(step);
        if (step.calculate().isPresent()) {
            calculate(step, step.calculate().get(), sheet);
        } else if (!sheet.row().missed(step.slot())) {
            sheet.row().put(step.slot(), Values.read(sheet.given(step), step.type()));
        }
    }

    private void calculate(Step step, Rules rules, Sheet sheet) {
        Object computed = value(rules.formula(), sheet, step);
        if (computed instanceof BigDecimal number) {
            computed = Numbers.carried(number).orElse(null);
        }
        sheet.row().forget(step.slot());
        sheet.row().put(step.slot(), computed);
        if (!Values.same(computed, Values.read(sheet.given(step), step.type()))) {
            remark("calculated-differs", sheet.pointer(step));
        }
    }

    private boolean truth(Rules rules, Sheet sheet, Step step) {
        return Boolean.TRUE.equals(value(rules.formula(), sheet, step));
    }

    /** Unknown, and remarked upon, when the formula itself breaks. */
    private Object value(Formula formula, Sheet sheet, Step step) {
        try {
            return frame.value(formula, sheet.row());
        } catch (RuntimeException broken) {
            remark("broken-check", sheet.pointer(step));
            return null;
        }
    }

    private void remark(String code, String pointer) {
        remarks.add(new Finding(code, Severity.SOFT, pointer, List.of(pointer)));
    }

    /** What the engine itself found, in the order of the program. */
    List<Finding> remarks() {
        return remarks;
    }

    Sheet form() {
        return form;
    }

    /** Rows of a roster as given. */
    Sheet[] rowsGiven(int roster) {
        return sheets[roster];
    }

    /** Rows of a roster as checks see them: none when the roster is not relevant or a reason stands in its place. */
    Sheet[] rows(int roster) {
        return rows[roster].length == 0 ? new Sheet[0] : sheets[roster];
    }

    /** The sheets a question stands on, asked or not. */
    Sheet[] sheetsOf(Step step) {
        return step.inRoster() ? sheets[step.roster()] : new Sheet[] {form};
    }

    /** The value of a formula; may throw what the formula throws. */
    Object value(Formula formula, Sheet sheet) {
        return frame.value(formula, sheet.row());
    }

    /** Pointers of relevant and required questions that have neither value nor reason, in the order of the program. */
    List<String> unanswered() {
        List<String> pointers = new ArrayList<>();
        for (Step step : program.steps()) {
            for (Sheet sheet : sheetsOf(step)) {
                if (unanswered(step, sheet)) {
                    pointers.add(sheet.pointer(step));
                }
            }
        }
        return pointers;
    }

    private boolean unanswered(Step step, Sheet sheet) {
        return !known(step, sheet) && !sheet.row().missed(step.slot()) && required(step, sheet);
    }

    boolean required(Step step, Sheet sheet) {
        return sheet.relevant(step)
                && (step.always() || step.required().isPresent() && truth(step.required().get(), sheet, step));
    }

    private boolean known(Step step, Sheet sheet) {
        return step.opensRoster() ? rows[step.opens()].length > 0 : sheet.row().value(step.slot()) != null;
    }

    private Sheet sheet(Pointers.Found found) {
        return found.row() < 0 ? form : sheets[found.step().roster()][found.row()];
    }

    /** A question on a sheet. */
    record Place(Sheet sheet, Step step) {}

    /** Where a pointer leads; empty when there is no such question or row. */
    Optional<Place> place(String pointer) {
        return Pointers.resolve(program, pointer, roster -> sheets[roster].length)
                .map(found -> new Place(sheet(found), found.step()));
    }
}
