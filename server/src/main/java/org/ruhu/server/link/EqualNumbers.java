package org.ruhu.server.link;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ruhu.tools.link.Model;

/**
 * Persons with one valid id number: what is left when no model is in use. Its weights are assumed, not learned: a
 * number that checks is rarely typed by chance, but it happens that two people hold one, so names have to agree before
 * a pair is linked without a look.
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
    /** Places that do not hold the number any more are met, too. */
    private static final int MOST_LOOKED_AT = 50;

    private final UnaryOperator<String> fingerprint;
    private final Function<RecordId, Optional<Person>> find;
    private final Holders holders = new Holders();
    private final Places places = new Places();

    /** @param fingerprint by which a number is kept, so that none lies open in memory */
    EqualNumbers(UnaryOperator<String> fingerprint, Function<RecordId, Optional<Person>> find) {
        this.fingerprint = fingerprint;
        this.find = find;
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public void take(Source source, List<Person> persons) {
        persons.forEach(person -> hash(person).ifPresent(hash ->
                holders.put(hash, places.place(source, person.id().line()))));
    }

    /** The first eight bytes of the fingerprint; equal ones of other numbers are told apart when two are compared. */
    private OptionalLong hash(Person person) {
        return person.validNumber().map(number -> fingerprint.apply(person.origin().domain() + " " + number))
                .map(text -> ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)).getLong())
                .map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    @Override
    public List<Candidate> to(Person person) {
        List<Candidate> candidates = new ArrayList<>();
        hash(person).ifPresent(hash -> holders.of(hash, MOST_LOOKED_AT).stream()
                .map(place -> places.record(place, person.roster().name()))
                .filter(other -> !other.equals(person.id()))
                .flatMap(other -> find.apply(other).stream()).filter(person::comparable)
                .flatMap(other -> between(person, other).map(why -> new Candidate(other.id(), why)).stream())
                .limit(MOST_CANDIDATES).forEach(candidates::add));
        return candidates;
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
