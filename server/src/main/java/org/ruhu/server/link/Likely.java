package org.ruhu.server.link;

import java.util.List;
import java.util.Optional;

/** Who may be the same person as a record. Told of every interview and every unit; never compares across domains. */
interface Likely {

    /** @param why says what zone the pair is in; whoever is less likely than that is not told */
    record Candidate(RecordId other, Explanation why) {}

    /** What finds them, in a word; another one looks at everything again. */
    String model();

    /** Takes over whom a source names now, and forgets whom it named before. */
    void take(Source source, List<Person> persons);

    /** The likeliest first, and not more than a clerk could look at. */
    List<Candidate> to(Person person);

    /**
     * Looks at two records again, whatever would bring them together; empty if they are not likely to be one person.
     */
    Optional<Explanation> between(Person left, Person right);
}
