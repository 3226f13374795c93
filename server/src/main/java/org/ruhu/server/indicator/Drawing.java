package org.ruhu.server.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ruhu.server.door.Body;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.indicator.compute.Drawn;
import org.ruhu.tools.indicator.compute.SamplePlan;
import org.ruhu.tools.indicator.input.DesignTable;

/**
 * How the households of a campaign were drawn, and what became of suspected cases: the CSV that was sent, as
 * {@code ruhu indicators} takes it; empty where everybody counts once, or nobody has said.
 */
record Drawing(String design, String cases) {

    static final Drawing CENSUS = new Drawing("", "");

    /**
     * What is said in place of this; a member that is not there leaves its table as it is, an empty design ends both.
     *
     * @param listed whether any of some units is one of the campaign
     */
    Drawing read(Body body, Predicate<Collection<String>> listed) {
        String design = body.maybeText("design").orElse(this.design);
        Drawing said = new Drawing(design, body.maybeText("cases").orElse(design.isBlank() ? "" : this.cases));
        if (said.equals(this)) {
            return this;
        }
        Optional<SamplePlan.Sample> sample = refusing(body, "design", said::sample);
        Map<String, Boolean> verdicts = refusing(body, "cases", said::verdicts);
        if (sample.isEmpty() && !verdicts.isEmpty()) {
            throw body.refusedAt("cases", "goes with a design");
        }
        sample.map(of -> of.units().keySet()).ifPresent(units -> {
            if (!design.equals(this.design) && !listed.test(units)) {
                throw body.refusedAt("design", "none of its units is on the campaign's list; the first is "
                        + new TreeSet<>(units).first());
            }
            verdicts.keySet().stream().filter(unit -> !units.contains(unit)).sorted().findFirst().ifPresent(unit -> {
                throw body.refusedAt("cases", "unit " + unit + " is not in the design");
            });
        });
        return said;
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T refusing(Body body, String member, Reading<T> reading) {
        try {
            return reading.read();
        } catch (CannotRun e) {
            throw body.refusedAt(member, e.getMessage());
        }
    }

    boolean census() {
        return design.isBlank();
    }

    SamplePlan plan() {
        return sample().<SamplePlan>map(sample -> sample).orElse(new SamplePlan.Census());
    }

    private Optional<SamplePlan.Sample> sample() {
        if (census()) {
            return Optional.empty();
        }
        SamplePlan.Sample sample = (SamplePlan.Sample) DesignTable.read("design", design);
        if (sample.units().isEmpty()) {
            throw new CannotRun("design: send the names of the columns unit, stratum, psu, weight, and a line for each"
                    + " unit");
        }
        return Optional.of(sample);
    }

    Map<String, Boolean> verdicts() {
        return cases.isBlank() ? Map.of() : DesignTable.cases("cases", cases);
    }

    /** What it comes to, in numbers. */
    void tell(ObjectNode json) {
        sample().map(SamplePlan.Sample::units).ifPresent(units -> {
            Map<String, Set<String>> strata = units.values().stream().collect(Collectors.groupingBy(Drawn::stratum,
                    HashMap::new, Collectors.mapping(Drawn::cluster, Collectors.toSet())));
            json.put("units", units.size()).put("strata", strata.size())
                    .put("clusters", strata.values().stream().mapToLong(Set::size).sum())
                    .put("alone", strata.values().stream().filter(clusters -> clusters.size() == 1).count())
                    .put("cases", verdicts().size());
        });
    }

    void fill(ObjectNode json) {
        json.put("design", design).put("cases", cases);
    }

    static Drawing of(JsonNode json) {
        return new Drawing(json.path("design").asText(), json.path("cases").asText());
    }
}
