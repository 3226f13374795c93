package org.ruhu.server.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ruhu.tools.link.Model;

/**
 * Persons with one valid id number: what is left when no model is in use. Its weights are assumed, not learned: a number
 * that checks is rarely typed by chance, but it happens that two people hold one, so names have to agree before a pair is
 * linked without a look.
 */
final class EqualNumbers implements Likely {

    static final String MODEL = "equal-numbers/1";

    private static final double PRIOR = -20;
    private static final double SAME_NUMBER = 26;
    private static final double SAME_NAME = 6;
    private static final double SHORT_NAME = 2;
    private static final double OTHER_NAME = -6;
    private static final double AUTOMATIC = 0.999;
    /** Of a number that everybody gives, some pairs are enough to see it. */
    private static final int MOST_CANDIDATES = 10;

    private final Function<String, String> fingerprint;
    private final Function<RecordId, Optional<Person>> find;
    private final Map<String, Set<RecordId>> holders = new HashMap<>();
    private final Map<UUID, List<String>> known = new HashMap<>();

    /** @param fingerprint by which a number is kept, so that none lies open in memory */
    EqualNumbers(Function<String, String> fingerprint, Function<RecordId, Optional<Person>> find) {
        this.fingerprint = fingerprint;
        this.find = find;
    }

    @Override
    public synchronized void take(UUID submission, List<Person> persons) {
        for (String key : known.getOrDefault(submission, List.of())) {
            Set<RecordId> records = holders.get(key);
            records.removeIf(record -> record.submission().equals(Optional.of(submission)));
            if (records.isEmpty()) {
                holders.remove(key);
            }
        }
        Set<String> keys = new TreeSet<>();
        for (Person person : persons) {
            key(person).ifPresent(key -> {
                keys.add(key);
                holders.computeIfAbsent(key, k -> new LinkedHashSet<>(2)).add(person.id());
            });
        }
        if (keys.isEmpty()) {
            known.remove(submission);
        } else {
            known.put(submission, List.copyOf(keys));
        }
    }

    private Optional<String> key(Person person) {
        return person.validNumber().map(number -> person.origin().domain() + fingerprint.apply(number));
    }

    @Override
    public List<Candidate> to(Person person) {
        List<Candidate> candidates = new ArrayList<>();
        for (RecordId other : others(person)) {
            find.apply(other).flatMap(found -> between(person, found))
                    .ifPresent(why -> candidates.add(new Candidate(other, why)));
        }
        return candidates;
    }

    private synchronized List<RecordId> others(Person person) {
        return key(person).map(key -> holders.getOrDefault(key, Set.of())).orElse(Set.of()).stream()
                .filter(other -> !other.equals(person.id())).limit(MOST_CANDIDATES).toList();
    }

    @Override
    public Optional<Explanation> between(Person left, Person right) {
        boolean one = left.origin().domain() == right.origin().domain() && left.validNumber().isPresent()
                && left.validNumber().equals(right.validNumber());
        return one ? Optional.of(explained(left, right)) : Optional.empty();
    }

    private static Explanation explained(Person left, Person right) {
        Explanation.Step names = names(left, right);
        double weight = PRIOR + SAME_NUMBER + names.weight();
        double probability = Model.probability(weight);
        return new Explanation(MODEL, "id number", PRIOR, List.of(
                new Explanation.Step("id number", List.of(left.roster().number()), "same valid number", SAME_NUMBER, 0),
                names), weight, probability, probability >= AUTOMATIC ? Zone.AUTOMATIC : Zone.CLERICAL);
    }

    private static Explanation.Step names(Person left, Person right) {
        Set<String> one = names(left);
        Set<String> two = names(right);
        if (one.isEmpty() || two.isEmpty()) {
            return step("missing", 0);
        }
        if (one.stream().anyMatch(two::contains)) {
            return step("same", SAME_NAME);
        }
        boolean within = one.stream().anyMatch(name -> two.stream().anyMatch(other ->
                name.contains(other) || other.contains(name)));
        return within ? step("one holds the other", SHORT_NAME) : step("otherwise", OTHER_NAME);
    }

    private static Explanation.Step step(String level, double weight) {
        return new Explanation.Step("name", List.of("name_zh", "name_bo", "name_alias"), level, weight, 0);
    }

    /** Every spelling that was given, without dots and blanks. */
    private static Set<String> names(Person person) {
        return person.roster().names().stream().map(name -> person.text(name).replaceAll("[\\s·•.]", ""))
                .filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }
}
