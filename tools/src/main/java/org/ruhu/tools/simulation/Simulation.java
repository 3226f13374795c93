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
    private final List<String> respondents;

    public Simulation(Plan plan) {
        this.plan = plan;
        this.frame = new Frame(plan);
        this.respondents = IntStream.range(0, SCRIBBLES).mapToObj(i -> scribble("respondent", i)).toList();
        for (Village village : frame.villages()) {
            village.enumerators().forEach(enumerator -> scribble(enumerator, 0));
        }
    }

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
        return new Writer(plan, frame, respondents, index).household();
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

    /** The signature of somebody who signs everything alike. */
    static String signature(Plan plan, String enumerator) {
        return Scribble.of(Dice.of(plan.seed(), "signature " + enumerator, 0)).sha256();
    }
}
