package org.ruhu.forms;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ruhu.forms.Program.Level;
import org.ruhu.forms.Program.Rules;
import org.ruhu.forms.Program.Step;
import org.ruhu.forms.expression.Expression;
import org.ruhu.forms.expression.Expression.Field;
import org.ruhu.forms.expression.Row;
import org.ruhu.forms.expression.RowChoice;
import org.ruhu.forms.expression.Values;

/** Texts as people read them in one interview, with answers in their place. */
final class Wording {

    private static final String UNKNOWN = "＿＿";
    private static final Map<Boolean, String> YES_NO = Map.of(true, "yes", false, "no");
    private static final Map<Boolean, String> SHI_FOU = Map.of(true, "是", false, "否");

    private final Program program;
    private final Labels labels;
    private final Reading reading;

    Wording(Program program, Labels labels, Reading reading) {
        this.program = program;
        this.labels = labels;
        this.reading = reading;
    }

    /** @param kind {@code label} or {@code hint} */
    Optional<String> text(Step step, Sheet sheet, String kind, String language) {
        return labels.text(language, "questions", step.question().path(), kind).map(text ->
                Inserts.filled(text, insert -> shown(step.shows().get(insert), sheet, language)));
    }

    private String shown(Rules insert, Sheet sheet, String language) {
        if (insert.expression() instanceof Field field) {
            Sheet owner = owner(field.of(), sheet);
            return answer(owner.level().step(field.name()).orElseThrow(), owner, language);
        }
        Object value = reading.value(insert.formula(), sheet);
        return value == null ? UNKNOWN
                : each(value, language, one -> one instanceof Boolean yes ? word(yes, language) : Values.text(one));
    }

    private static Sheet owner(String of, Sheet sheet) {
        Sheet owner = sheet;
        while (!of.equals(Expression.ROW) && owner.around().isPresent() && !owner.level().path().equals(of)) {
            owner = owner.around().get();
        }
        return owner;
    }

    private String answer(Step step, Sheet sheet, String language) {
        Object value = sheet.row().value(step.slot());
        if (value == null) {
            return UNKNOWN;
        }
        if (step.question().kind() == Kind.DATETIME) {
            return sheet.given(step).asText();
        }
        Optional<RowChoice> rows = step.offered().map(Program.Offered::offer)
                .filter(RowChoice.class::isInstance).map(RowChoice.class::cast);
        return each(value, language, one -> rows.flatMap(choice -> rowLabel(step, choice, sheet, one, language))
                .orElseGet(() -> plain(step.question(), one, language)));
    }

    /** The label of the row chosen; empty when it is not on offer, or nothing is known of it. */
    private Optional<String> rowLabel(Step step, RowChoice choice, Sheet sheet, Object answer, String language) {
        Choose choose = step.question().choose().orElseThrow();
        Level roster = program.rosters().stream().filter(level -> level.path().equals(choose.roster())).findFirst()
                .orElseThrow();
        return choice.chosen(Values.text(answer), reading.frame(), sheet.row()).map(row -> choose.label().stream()
                .flatMap(name -> shown(roster.step(name).orElseThrow(), row, language).stream())
                .collect(Collectors.joining(" "))).filter(label -> !label.isEmpty());
    }

    private Optional<String> shown(Step step, Row row, String language) {
        return Optional.ofNullable(row.value(step.slot())).map(value ->
                each(value, language, one -> plain(step.question(), one, language)));
    }

    private static String each(Object value, String language, Function<Object, String> word) {
        return value instanceof Set<?> several
                ? several.stream().map(word).collect(Collectors.joining(chinese(language) ? "、" : ", "))
                : word.apply(value);
    }

    private String plain(Question question, Object value, String language) {
        String text = Values.text(value);
        return labels.option(language, question, text)
                .orElseGet(() -> value instanceof Boolean yes ? word(yes, language) : text);
    }

    private static String word(boolean yes, String language) {
        return (chinese(language) ? SHI_FOU : YES_NO).get(yes);
    }

    private static boolean chinese(String language) {
        return language.equals("zh") || language.equals("bo");
    }
}
