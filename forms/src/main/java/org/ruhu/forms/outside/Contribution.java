package org.ruhu.forms.outside;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.ruhu.forms.Derived;
import org.ruhu.forms.FormProblem;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Interview;

/** What an interview of a form version adds to a {@link Gather}; made once, asked of many interviews. */
public final class Contribution {

    private final Gather gather;
    private final Derived of;
    private final Derived where;

    private Contribution(Gather gather, Derived of, Derived where) {
        this.gather = gather;
        this.of = of;
        this.where = where;
    }

    /** @throws FormProblem when the form version does not understand what is asked of it */
    public static Contribution of(Gather gather, FormVersion form) {
        Contribution contribution =
                new Contribution(gather, Derived.of(form, gather.of()), Derived.of(form, gather.where()));
        expect(gather.of(), contribution.of, gather.expected(), form);
        expect(gather.where(), contribution.where, "boolean", form);
        return contribution;
    }

    private static void expect(String expression, Derived derived, String type, FormVersion form) {
        if (!derived.type().equals(type) && !derived.type().equals("null")) {
            throw new FormProblem(List.of("%s '%s': a %s is gathered, this is a %s"
                    .formatted(form.id(), expression, type, derived.type())));
        }
    }

    /** Empty when the interview does not count or what is asked of it is unknown. */
    public Optional<BigDecimal> of(Interview interview) {
        if (!where.on(interview).asBoolean()) {
            return Optional.empty();
        }
        JsonNode value = of.on(interview);
        if (gather.fold() == Fold.COUNT) {
            return value.asBoolean() ? Optional.of(BigDecimal.ONE) : Optional.empty();
        }
        return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    /** Whether it looks at what singles out a person. */
    public boolean readsIdentifiers() {
        return of.readsIdentifiers() || where.readsIdentifiers();
    }
}
