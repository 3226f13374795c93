package org.ruhu.server.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.expression.Dates;
import org.ruhu.forms.outside.Asking;
import org.ruhu.forms.outside.ContextSource;
import org.ruhu.server.assignment.Unit;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.context.Known.From;
import org.ruhu.server.door.Json;
import org.ruhu.server.parameter.ParameterTables;
import org.ruhu.server.submission.Reopened;
import org.ruhu.server.submission.Revision;
import org.ruhu.server.submission.Submissions;

/**
 * Finds what the rules of a form are told about a unit. What someone gave for the unit comes first, then what was given
 * for the campaign, then what the form says where to look: parameter tables, other interviews, the original one; then
 * the form's default. A value that the form cannot read is passed over.
 */
public final class Contexts {

    /** What a form asks from outside, worked out once. */
    private record Asked(List<String> names, Map<String, ContextSource> sources, JsonNode declared, Asking asking) {}

    private final ParameterTables tables;
    private final Gathering gathering;
    private final Originals originals;
    private final Map<FormId, Asked> asked = new ConcurrentHashMap<>();

    public Contexts(ParameterTables tables, Gathering gathering, Catalogue catalogue, Submissions submissions,
                    Reopened reopened) {
        this.tables = tables;
        this.gathering = gathering;
        this.originals = new Originals(catalogue, submissions, reopened);
    }

    /** What is known about a unit at this moment. */
    public Surroundings of(Unit unit, Campaign campaign, FormVersion form) {
        return new Search(unit, campaign, form).surroundings();
    }

    /** Another number whenever values were added to the tables. */
    public int tables() {
        return tables.uploads();
    }

    /** Codes of the checks of a form that look at any of these values. */
    public List<String> checks(FormVersion form, Set<String> contextNames) {
        return contextNames.isEmpty() ? List.of() : asked(form).asking().checks(contextNames);
    }

    /** The names under which a device would find what the original interview said. */
    public Set<String> originalNames(FormVersion form) {
        return names(form, source -> source instanceof ContextSource.Original
                || source instanceof ContextSource.AboutOriginal);
    }

    /** The names of numbers about other interviews. */
    public Set<String> gatheredNames(FormVersion form) {
        return names(form, source -> source instanceof ContextSource.Gathered);
    }

    private Set<String> names(FormVersion form, Predicate<ContextSource> wanted) {
        return asked(form).sources().entrySet().stream().filter(source -> wanted.test(source.getValue()))
                .map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }

    private Asked asked(FormVersion form) {
        return asked.computeIfAbsent(form.id(), id -> new Asked(form.contextNames(), ContextSource.of(form),
                form.schema().path("x-context"), Asking.of(form)));
    }

    /** One look around for one unit. */
    private final class Search {

        private final Unit unit;
        private final Campaign campaign;
        private final FormVersion form;
        private final Asked asks;
        private Optional<Optional<Revision>> original = Optional.empty();

        Search(Unit unit, Campaign campaign, FormVersion form) {
            this.unit = unit;
            this.campaign = campaign;
            this.form = form;
            this.asks = asked(form);
        }

        Surroundings surroundings() {
            Map<String, Known> values = new LinkedHashMap<>();
            Set<String> withheld = unit.blind() ? originalNames(form) : Set.of();
            asks.names().forEach(name -> known(name).ifPresent(known -> values.put(name, known)));
            withheld.forEach(name -> values.computeIfPresent(name, (same, known) -> known.blind()));
            return new Surroundings(values, withheld);
        }

        private Optional<Known> known(String name) {
            return given(name).or(() -> readable(name, () -> source(name)))
                    .or(() -> readable(name, () -> plain(asks.declared().path(name).path("default"), From.DEFAULT)));
        }

        private Optional<Known> given(String name) {
            if (name.equals("unit_area")) {
                return plain(TextNode.valueOf(unit.area()), From.UNIT);
            }
            if (name.equals("unit_team")) {
                return plain(TextNode.valueOf(unit.team()), From.UNIT);
            }
            return readable(name, () -> plain(unit.prefill().path(name), From.UNIT))
                    .or(() -> readable(name, () -> plain(campaign.context().path(name), From.CAMPAIGN)));
        }

        private Optional<Known> readable(String name, Supplier<Optional<Known>> found) {
            return found.get().filter(known -> form.understands(name, known.value()));
        }

        private Optional<Known> plain(JsonNode value, From from) {
            boolean there = value.isValueNode() && !value.isNull() && !value.isMissingNode();
            return there ? Optional.of(new Known(value, from, Json.object(), false)) : Optional.empty();
        }

        private Optional<Known> source(String name) {
            ContextSource source = asks.sources().get(name);
            if (source instanceof ContextSource.Parameter parameter) {
                return parameter(parameter);
            }
            if (source instanceof ContextSource.Gathered gathered) {
                return gathered(gathered);
            }
            if (source instanceof ContextSource.Original said) {
                return original().flatMap(revision -> originals.said(revision, said)).map(found ->
                        new Known(found.value(), From.ORIGINAL, Json.object(), found.identifying()));
            }
            return source instanceof ContextSource.AboutOriginal about
                    ? original().flatMap(revision -> Originals.about(revision, about))
                            .flatMap(value -> plain(value, From.ORIGINAL))
                    : Optional.empty();
        }

        private Optional<Known> parameter(ContextSource.Parameter parameter) {
            return tables.parameters().resolve(parameter.name(), unit.ground(), day()).map(held -> {
                ObjectNode about = Json.object().put("parameter", parameter.name()).put("area", held.area())
                        .put("version", held.version()).put("source", held.source());
                return new Known(held.value(), From.PARAMETER, about, false);
            });
        }

        /** The day the interview is about. */
        private LocalDate day() {
            return given("ref_date").map(known -> known.value().asText()).filter(Dates::isDay).map(LocalDate::parse)
                    .orElseGet(() -> campaign.day(asks.declared().at("/ref_date/default").asText()));
        }

        private Optional<Known> gathered(ContextSource.Gathered gathered) {
            String source = campaign.source(gathered.gather().form());
            return gathering.of(gathered.gather(), source, unit.ground()).flatMap(found ->
                    found.value().map(value -> new Known(number(value), From.GATHER,
                            Json.object().put("campaign", source).put("interviews", found.interviews()), false)));
        }

        private static JsonNode number(BigDecimal value) {
            return DecimalNode.valueOf(value.stripTrailingZeros().scale() < 0 ? value.setScale(0)
                    : value.stripTrailingZeros());
        }

        private Optional<Revision> original() {
            if (original.isEmpty()) {
                original = Optional.of(unit.original().flatMap(originals::find));
            }
            return original.get();
        }
    }
}
