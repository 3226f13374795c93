package org.ruhu.server.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ruhu.forms.parameter.ParameterValue;

/**
 * A value somebody wants to add.
 *
 * @param line where it stands in what was sent, from 1
 */
record Proposal(int line, String name, String area, LocalDate from, Optional<LocalDate> to, JsonNode value,
        String source, boolean verified) {

    /** A line, and in it a field, that cannot be taken. */
    record Fault(int line, String field, String detail) {}

    /** What can be read of what was sent, and what cannot. */
    record Read(List<Proposal> proposals, List<Fault> faults) {}

    ParameterValue value(int version) {
        return new ParameterValue(area, from, to, value, source, verified, version);
    }

    /** Whether this is said already; 4000 from a spreadsheet and 4000 from JSON are one number. */
    boolean repeats(ParameterValue known) {
        boolean same = value.isNumber() && known.value().isNumber()
                ? value.decimalValue().compareTo(known.value().decimalValue()) == 0 : value.equals(known.value());
        return same && area.equals(known.area()) && from.equals(known.from()) && to.equals(known.to())
                && source.equals(known.source()) && verified == known.verified();
    }
}
