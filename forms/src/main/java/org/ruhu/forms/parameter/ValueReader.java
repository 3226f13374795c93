package org.ruhu.forms.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.expression.Dates;

/** The values of one parameter as they stand in a file. */
final class ValueReader {

    private static final Set<String> FIELDS = Set.of("area", "from", "to", "value", "source", "verified", "version");

    private final String file;
    private final LocatedJson json;
    private final ParameterType type;
    private final List<String> problems;

    ValueReader(String file, LocatedJson json, ParameterType type, List<String> problems) {
        this.file = file;
        this.json = json;
        this.type = type;
        this.problems = problems;
    }

    /** Those that can be read, the lower versions first. */
    List<ParameterValue> values(String at, JsonNode given) {
        List<ParameterValue> values = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Optional<ParameterValue> value = value(at + "/" + i, given.get(i));
            if (value.isPresent() && values.stream().anyMatch(value.get()::rivals)) {
                expect(false, at + "/" + i, "version", "another value holds for area '" + value.get().area()
                        + "' at that time; give the newer one the next version");
            }
            value.ifPresent(values::add);
        }
        values.sort(Comparator.comparingInt(ParameterValue::version));
        return values;
    }

    private Optional<ParameterValue> value(String at, JsonNode given) {
        int before = problems.size();
        given.fieldNames().forEachRemaining(field ->
                expect(FIELDS.contains(field), at, field, "is no field of a value: " + FIELDS.stream().sorted().toList()));
        String area = given.path("area").isTextual() ? given.path("area").textValue() : "?";
        expect(ParameterValue.isArea(area), at, "area",
                "is \"\" for the country, or the first 2, 4, 6, 9 or 12 digits of a village");
        Optional<LocalDate> from = day(at, "from", given.path("from"));
        expect(given.has("from"), at, "from", "is the first day it holds");
        Optional<LocalDate> to = day(at, "to", given.path("to"));
        expect(from.isEmpty() || to.filter(from.get()::isAfter).isEmpty(), at, "to", "is before from");
        expect(type.accepts(given.path("value")), at, "value", "is not a " + type.word());
        String source = given.path("source").isTextual() ? given.path("source").textValue() : "";
        expect(!source.isBlank(), at, "source", "says from where the value comes");
        JsonNode verified = given.path("verified");
        expect(verified.isBoolean() || verified.isMissingNode(), at, "verified", "is true or false");
        JsonNode version = given.path("version");
        expect(version.isMissingNode() || version.isInt() && version.intValue() >= 1, at, "version", "counts from 1");
        return problems.size() > before ? Optional.empty() : from.map(first -> new ParameterValue(area, first, to,
                given.path("value"), source, verified.asBoolean(), version.asInt(1)));
    }

    private Optional<LocalDate> day(String at, String field, JsonNode given) {
        boolean real = given.isTextual() && Dates.isDay(given.textValue());
        expect(real || given.isMissingNode(), at, field, "is not a day such as 2020-12-31");
        return real ? Optional.of(LocalDate.parse(given.asText())) : Optional.empty();
    }

    private void expect(boolean holds, String at, String field, String says) {
        if (!holds) {
            problems.add(file + " line " + json.line(at + "/" + field) + " " + field + ": " + says);
        }
    }
}
