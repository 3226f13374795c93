package org.ruhu.server.link;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    private final Map<Domain, Shelf> shelves = new EnumMap<>(Domain.class);

    /** @param name by which pairs tell what found them */
    Modelled(Model model, String name) {
        this.model = model;
        this.name = name;
        this.fields = new HashMap<>();
        model.settings().comparisons().forEach(comparison -> fields.put(comparison.name(), fields(comparison)));
        for (Domain domain : Domain.values()) {
            shelves.put(domain, new Shelf(new LookupIndex(model)));
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
    public void take(UUID submission, List<Person> persons) {
        shelves.values().forEach(shelf -> shelf.remove(submission));
        persons.forEach(person -> {
            Shelf shelf = shelves.get(person.origin().domain());
            shelf.add(submission, person.id().line(), raw(shelf.index(), person));
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
            Holders.Place place = shelf.place(hit.row());
            RecordId other = RecordId.member(place.submission(), person.roster().name(), place.line());
            if (!other.equals(person.id()) && candidates.size() < MOST_CANDIDATES) {
                candidates.add(new Candidate(other, explained(hit)));
            }
        }
        return candidates;
    }

    @Override
    public Optional<Explanation> between(Person left, Person right) {
        if (left.origin().domain() != right.origin().domain()) {
            return Optional.empty();
        }
        LookupIndex one = new LookupIndex(model);
        one.add(raw(one, right));
        return one.like(model.cuts().clerical(), raw(one, left)).hits().stream().findFirst().map(this::explained);
    }

    private Explanation explained(LookupIndex.Hit hit) {
        List<Explanation.Step> steps = hit.why().parts().stream().map(part -> new Explanation.Step(part.comparison(),
                fields.getOrDefault(part.comparison(), List.of()), part.label(), part.weight(), part.term())).toList();
        return new Explanation(name, hit.why().rule(), hit.why().prior(), steps, hit.weight(),
                Model.probability(hit.weight()),
                hit.weight() >= model.cuts().automatic() ? Zone.AUTOMATIC : Zone.CLERICAL);
    }
}
