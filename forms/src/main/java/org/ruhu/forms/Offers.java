package org.ruhu.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ruhu.forms.Program.Offered;
import org.ruhu.forms.Program.Step;
import org.ruhu.forms.expression.Offer;
import org.ruhu.forms.expression.Values;

/** What was on offer when everything is read: answers that were not, rosters with another number of rows. */
final class Offers {

    private final Program program;
    private final Reading reading;

    Offers(Program program, Reading reading) {
        this.program = program;
        this.reading = reading;
    }

    /** In the order of the program. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Step step : program.offering()) {
            for (Sheet sheet : reading.sheetsOf(step)) {
                judged(step, sheet).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> judged(Step step, Sheet sheet) {
        try {
            if (step.opensRoster()) {
                return hasRowsMeant(step, sheet) ? Optional.empty() : found("row-count", Severity.HARD, step, sheet);
            }
            return isOnOffer(step, sheet) ? Optional.empty() : found("not-offered", Severity.HARD, step, sheet);
        } catch (RuntimeException broken) {
            return found("broken-check", Severity.SOFT, step, sheet);
        }
    }

    private static Optional<Finding> found(String code, Severity severity, Step step, Sheet sheet) {
        return Optional.of(new Finding(code, severity, sheet.pointer(step), List.of(sheet.pointer(step))));
    }

    private boolean hasRowsMeant(Step step, Sheet sheet) {
        if (!reading.open(step, sheet)) {
            return true;
        }
        OptionalInt meant = Reading.rowsMeant(sheet.level().roster(step).mostRows(),
                reading.value(step.rows().orElseThrow().formula(), sheet));
        return meant.isEmpty() || meant.getAsInt() == sheet.rows(step.opens()).length;
    }

    private boolean isOnOffer(Step step, Sheet sheet) {
        Object value = sheet.row().value(step.slot());
        Offer offer = step.offered().orElseThrow().offer();
        if (value instanceof Set<?> several) {
            return several.stream().allMatch(one -> offer.offers((String) one, reading.frame(), sheet.row()));
        }
        return value == null || offer.offers(Values.text(value), reading.frame(), sheet.row());
    }

    /** Answers on offer, in their order; none where nothing is asked. */
    List<String> at(Step step, Sheet sheet) {
        if (!sheet.relevant(step)) {
            return List.of();
        }
        Optional<Offered> offered = step.offered();
        try {
            return offered.isEmpty() ? step.question().codes()
                    : offered.get().offer().offered(reading.frame(), sheet.row());
        } catch (RuntimeException broken) {
            return List.of();
        }
    }
}
