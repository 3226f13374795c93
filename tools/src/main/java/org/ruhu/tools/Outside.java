package org.ruhu.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ruhu.forms.Context;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.expression.Dates;
import org.ruhu.forms.outside.Areas;
import org.ruhu.forms.outside.ContextSource;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.forms.parameter.Resolved;
import org.ruhu.tools.lines.Revision;

/** What a form is told from outside about an interview: what the command line says, else tables, else other lines. */
final class Outside {

    private final Map<String, JsonNode> said;
    private final Parameters parameters;
    private final Neighbours neighbours;
    private final Map<FormId, Asked> asked = new ConcurrentHashMap<>();

    /** What a form asks, worked out once; the day is that of its parameters. */
    private record Asked(Map<String, ContextSource> sources, Optional<LocalDate> day) {}

    Outside(Map<String, JsonNode> said, Parameters parameters, Neighbours neighbours) {
        this.said = Map.copyOf(said);
        this.parameters = parameters;
        this.neighbours = neighbours;
    }

    Context of(FormVersion form, Revision revision) {
        return context(form, revision, true);
    }

    /** Without what other lines say, for as long as they are being read. */
    Context alone(FormVersion form, Revision revision) {
        return context(form, revision, false);
    }

    private Context context(FormVersion form, Revision revision, boolean compared) {
        Map<String, JsonNode> values = new HashMap<>();
        String area = revision.area();
        if (!area.isEmpty()) {
            values.put("unit_area", TextNode.valueOf(area));
            Asked asks = asked.computeIfAbsent(form.id(), id -> new Asked(ContextSource.of(form), day(form)));
            asks.sources().forEach((name, source) -> {
                if (compared || source instanceof ContextSource.Parameter) {
                    value(asks, source, area).ifPresent(value -> values.put(name, value));
                }
            });
        }
        values.putAll(said);
        return Context.of(values);
    }

    private Optional<JsonNode> value(Asked asks, ContextSource source, String area) {
        if (source instanceof ContextSource.Parameter parameter) {
            return asks.day().flatMap(day -> parameters.resolve(parameter.name(), Areas.ground(area), day))
                    .map(Resolved::value);
        }
        return source instanceof ContextSource.Gathered gathered ? neighbours.of(gathered.gather(), area)
                : Optional.empty();
    }

    private Optional<LocalDate> day(FormVersion form) {
        String standard = form.schema().at("/x-context/ref_date/default").asText();
        return Optional.ofNullable(said.get("ref_date")).map(JsonNode::asText).or(() -> Optional.of(standard))
                .filter(Dates::isDay).map(LocalDate::parse);
    }
}
