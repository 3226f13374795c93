package org.ruhu.tools.simulation;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ruhu.tools.lines.InOrder;

/**
 * A made-up district: villages under real townships, households on a frame, interviews as devices send them, and the
 * truth about what in them is wrong or double. The same plan gives the same bytes, in any number of threads and from
 * any household on: a household is worked out from seed and index alone.
 */
public final class Simulation {

    private static final int SCRIBBLES = 64;

    private final Plan plan;
    private final Frame frame;
    private final Map<String, Scribble> scribbles = new TreeMap<>();
    private final Signatures signatures;

    public Simulation(Plan plan) {
        this.plan = plan;
        this.frame = new Frame(plan);
        List<String> respondents = IntStream.range(0, SCRIBBLES).mapToObj(i -> scribble("respondent", i)).toList();
        Map<String, String> ofEnumerator = new TreeMap<>();
        for (Village village : frame.villages()) {
            village.enumerators().forEach(who -> ofEnumerator.computeIfAbsent(who, name -> scribble(name, 0)));
        }
        this.signatures = new Signatures(respondents, ofEnumerator);
    }

    /** Hashes of signatures: enumerators sign everything alike, respondents have one of a few. */
    record Signatures(List<String> respondents, Map<String, String> ofEnumerator) {}

    public Plan plan() {
        return plan;
    }

    /** In the order of their codes; the households of the first come first. */
    public List<Village> villages() {
        return frame.villages();
    }

    /** Every team once. */
    public List<String> teams() {
        return villages().stream().map(Village::team).distinct().toList();
    }

    /** What the submissions name in {@code attachments}: made-up signatures. */
    public List<Scribble> attachments() {
        return List.copyOf(scribbles.values());
    }

    /** @param index 0 ... households - 1 */
    public Household household(int index) {
        return new Writer(plan, frame, signatures, index).household();
    }

    /** The people of a household as linkage sees them: those its interview names. */
    List<PersonRecord> people(int index) {
        return new PeopleOf(plan, frame, index).records(() -> household(index));
    }

    /** All households in order, made in parallel and handed on one by one. */
    public void forEach(int threads, Consumer<Household> consumer) {
        Iterator<Integer> indices = IntStream.range(0, plan.households()).iterator();
        InOrder.forEach(indices, threads, this::household, consumer);
    }

    private String scribble(String purpose, int index) {
        Scribble scribble = Scribble.of(Dice.of(plan.seed(), "signature " + purpose, index));
        scribbles.put(scribble.sha256(), scribble);
        return scribble.sha256();
    }
}
