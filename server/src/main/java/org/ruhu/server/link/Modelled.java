package org.ruhu.server.link;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.server.campaign.Domain;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.lookup.LookupIndex;

/**
 * Persons like each other as a model has learned it: the same rules and weights as {@code ruhu dedupe}, one index for
 * each domain. For one thread.
 */
final class Modelled implements Likely {

    private static final int MOST_CANDIDATES = 20;

    private final Model model;
    private final String name;
    private final Map<String, List<String>> fields;
    private final Places places = new Places();
    private final Map<Domain, Shelf> shelves = new EnumMap<>(Domain.class);

    /** @param name by which pairs tell what found them */
    Modelled(Model model, String name) {
        this.model = model;
        this.name = name;
        this.fields = new HashMap<>();
        model.settings().comparisons().forEach(comparison -> fields.put(comparison.name(), fields(comparison)));
        LookupIndex empty = new LookupIndex(model);
        for (Domain domain : Domain.values()) {
            shelves.put(domain, new Shelf(empty.another()));
        }
    }

    /** Questions whose answers a comparison looks at. */
    private List<String> fields(Comparison comparison) {
        Set<String> columns = new LinkedHashSet<>(comparison.missing().columns());
        comparison.levels().forEach(level -> columns.addAll(level.when().columns()));
        return columns.stream().flatMap(column -> model.settings().derived(column).from().stream())
                .map(Person::question).distinct().toList();
    }

    @Override
    public String model() {
        return name;
    }

    @Override
    public void take(Source source, List<Person> persons) {
        shelves.values().forEach(shelf -> shelf.remove(places.place(source, 1)));
        persons.forEach(person -> {
            Shelf shelf = shelves.get(person.origin().domain());
            shelf.add(places.place(source, person.id().line()), raw(shelf.index(), person));
        });
    }

    private static String[] raw(LookupIndex index, Person person) {
        return index.sources().stream().map(person::value).toArray(String[]::new);
    }

    @Override
    public List<Candidate> to(Person person) {
        Shelf shelf = shelves.get(person.origin().domain());
        List<Candidate> candidates = new ArrayList<>();
        for (LookupIndex.Hit hit : shelf.index().like(model.cuts().clerical(), raw(shelf.index(), person)).hits()) {
            RecordId other = places.record(shelf.place(hit.row()), person.roster().name());
            if (!other.equals(person.id()) && !expected(person, other) && candidates.size() < MOST_CANDIDATES) {
                candidates.add(new Candidate(other, explained(hit)));
            }
        }
        return candidates;
    }

    /**
     * What the name of the other record tells already, so that it takes nobody's place: its own unit, another frame.
     */
    private static boolean expected(Person person, RecordId other) {
        return other.source() instanceof Source.Listed listed && !person.source().equals(listed)
                && (listed.unit().equals(person.origin().unit())
                        || !listed.campaign().equals(person.origin().campaign()));
    }

    @Override
    public Optional<Explanation> between(Person left, Person right) {
        if (left.origin().domain() != right.origin().domain()) {
            return Optional.empty();
        }
        LookupIndex one = shelves.get(left.origin().domain()).index().another();
        one.add(raw(one, right));
        return one.like(model.cuts().clerical(), raw(one, left)).hits().stream().findFirst().map(this::explained);
    }

    private Explanation explained(LookupIndex.Hit hit) {
        List<Explanation.Step> steps = hit.why().parts().stream().map(part -> new Explanation.Step(part.comparison(),
                fields.getOrDefault(part.comparison(), List.of()), part.label(), part.weight(), part.term())).toList();
        return new Explanation(name, hit.why().rule(), hit.why().prior(), steps, hit.weight(),
                Model.probability(hit.weight()),
                hit.weight() >= model.cuts().automatic()
                        && !model.settings().reviewed(c -> hit.why().parts().get(c).level()) ? Zone.AUTOMATIC : Zone.CLERICAL);
    }
}
