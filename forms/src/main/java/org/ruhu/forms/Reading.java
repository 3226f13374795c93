package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ruhu.forms.Pointers.Found;
import org.ruhu.forms.Program.Level;
import org.ruhu.forms.Program.Rules;
import org.ruhu.forms.Program.Step;
import org.ruhu.forms.expression.Formula;
import org.ruhu.forms.expression.Frame;
import org.ruhu.forms.expression.Numbers;
import org.ruhu.forms.expression.Type;
import org.ruhu.forms.expression.Values;

/** One walk through a program in its order: what is relevant, what is known, what is calculated. */
final class Reading {

    private final Program program;
    private final Sheet form;
    private final Sheet[] whole;
    private final Sheet[][] rows;
    private final Frame frame;
    private final List<Finding> remarks = new ArrayList<>();

    Reading(Program program, Answers answers, Context context) {
        this.program = program;
        this.form = Sheet.form(program.form(), answers.values());
        this.whole = new Sheet[] {form};
        this.rows = new Sheet[program.rosters().size()][];
        collect(program.form());
        this.frame = new Frame(form.row(), outside(context));
        answers.missing().keySet().forEach(pointer ->
                place(pointer).ifPresent(place -> place.owner().row().miss(place.step().slot())));
        program.steps().forEach(this::read);
        frame.unansweredBy(() -> unanswered().size());
    }

    /** The rows of a roster lie together, whichever row they are in. */
    private void collect(Level level) {
        for (Level roster : level.rosters()) {
            rows[roster.index()] = level.index() < 0 ? form.rows(roster.slot()) : Arrays.stream(rows[level.index()])
                    .flatMap(row -> Arrays.stream(row.rows(roster.slot()))).toArray(Sheet[]::new);
            collect(roster);
        }
    }

    private Object[] outside(Context context) {
        Object[] values = new Object[program.outside().size()];
        for (int i = 0; i < values.length; i++) {
            Outside declared = program.outside().get(i);
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
            if (step.opensRoster() && !open(step, sheet)) {
                sheet.close(step.opens());
            }
        }
    }

    private void read(Step step, Sheet sheet) {
        if (!sheet.asked() || step.relevant().isPresent() && !truth(step.relevant().get(), sheet, step)) {
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

    /** What was found while reading, in the order of the program. */
    List<Finding> remarks() {
        return remarks;
    }

    Sheet form() {
        return form;
    }

    Frame frame() {
        return frame;
    }

    /** Rows of a roster as given, of all rows around it, asked or not; the form for -1. */
    Sheet[] sheets(int level) {
        return level < 0 ? whole : rows[level];
    }

    /** The sheets a question stands on, asked or not. */
    Sheet[] sheetsOf(Step step) {
        return sheets(step.level());
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
        return !step.opensRoster() ? sheet.row().value(step.slot()) != null
                : sheet.row().rows(step.opens()).length > 0 || noRowsAreMeant(step, sheet);
    }

    private boolean noRowsAreMeant(Step step, Sheet sheet) {
        return step.rows().isPresent() && rowsMeant(sheet.level().roster(step).mostRows(),
                value(step.rows().get().formula(), sheet, step)).equals(OptionalInt.of(0));
    }

    /** How many rows a roster is to have when its {@code rows} has this value. */
    static OptionalInt rowsMeant(int mostRows, Object value) {
        if (!(value instanceof BigDecimal number)) {
            return OptionalInt.empty();
        }
        BigDecimal whole = number.setScale(0, RoundingMode.FLOOR).min(BigDecimal.valueOf(mostRows));
        return whole.signum() < 0 ? OptionalInt.empty() : OptionalInt.of(whole.intValue());
    }

    /** Whether the rows of a roster are asked: it is relevant, and no reason stands in its place. */
    boolean open(Step roster, Sheet sheet) {
        return sheet.relevant(roster) && !sheet.row().missed(roster.slot());
    }

    /** Where a pointer leads; empty when there is no such question or row. */
    Optional<Found<Sheet>> place(String pointer) {
        return Pointers.question(program.form(), form, Reading::row, pointer);
    }

    /** The row a pointer leads to, the form for the empty one; empty when there is no such row. */
    Optional<Sheet> row(String pointer) {
        return Pointers.row(program.form(), form, Reading::row, pointer);
    }

    private static Optional<Sheet> row(Sheet owner, Level roster, int index) {
        Sheet[] rows = owner.rows(roster.slot());
        return index < rows.length ? Optional.of(rows[index]) : Optional.empty();
    }
}
