package org.ruhu.tools.link.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.work.Workers;

/** The blocks of all rules over the same records. A pair belongs to the first rule that finds it. */
public final class Blocking {

    /** Pairs that are compared without asking twice. */
    public static final long USUAL_MOST = 2_000_000_000L;

    private static final long PAIRS_EACH = 200_000;

    private final List<Rule> rules;
    private final Pairing pairing;
    private final List<Blocks> blocks;
    private final Membership membership;

    private Blocking(List<Rule> rules, Pairing pairing, List<Blocks> blocks, Membership membership) {
        this.rules = rules;
        this.pairing = pairing;
        this.blocks = List.copyOf(blocks);
        this.membership = membership;
    }

    public static Blocking of(Settings settings, Records records, Workers workers) {
        List<Rule> rules = settings.blocking();
        Pairing pairing = Pairing.of(settings.scope(), records);
        Keys keys = new Keys(records);
        rules.forEach(rule -> rule.on().forEach(keys::column));
        List<Blocks> blocks = workers.each("blocks", rules.size(), i -> Blocks.of(rules.get(i), keys, pairing));
        return new Blocking(rules, pairing, blocks, Membership.of(rules, blocks, records.size()));
    }

    /** Blocks that were found elsewhere, of some of the records. */
    public static Blocking of(List<Rule> rules, Pairing pairing, List<Blocks> blocks, Membership membership) {
        return new Blocking(rules, pairing, blocks, membership);
    }

    public int rules() {
        return rules.size();
    }

    public Blocks blocks(int rule) {
        return blocks.get(rule);
    }

    /** Names of the rules that find a pair. */
    public List<String> finders(int left, int right) {
        return IntStream.range(0, rules.size()).filter(rule -> membership.shared(rule, membership.mark(left, rule),
                membership.mark(right, rule)) > 0).mapToObj(rule -> rules.get(rule).name()).toList();
    }

    public Membership membership() {
        return membership;
    }

    public Pairing pairing() {
        return pairing;
    }

    public List<Blocks.Found> found() {
        return blocks.stream().map(Blocks::found).toList();
    }

    /** Pairs in all blocks; one that several rules find counts for each, as each has to look at it. */
    public long pairs() {
        return blocks.stream().mapToLong(rule -> rule.found().pairs()).sum();
    }

    /** @throws IllegalArgumentException if there are more pairs than that, with the rules that make most of them */
    public void refuseMore(long most) {
        if (pairs() <= most) {
            return;
        }
        String worst = found().stream().filter(rule -> rule.pairs() > pairs() / 10)
                .map(rule -> String.format(Locale.ROOT, "rule %s %,d (largest block %,d records)", rule.rule(),
                        rule.pairs(), rule.largest()))
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException(String.format(Locale.ROOT, "the blocking rules make %,d pairs, more than the"
                + " %,d that are compared unasked: %s. Add a key to such a rule, lower its \"most\", or allow more"
                + " pairs",
                pairs(), most, worst));
    }

    /**
     * A part of the work.
     *
     * @param from first left place in the rule's blocks
     * @param to   behind the last
     */
    public record Part(int rule, int from, int to) {}

    /** All work in parts of about equal size, in the order of the rules. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (int rule = 0; rule < blocks.size(); rule++) {
            for (int[] part : blocks.get(rule).cut(PAIRS_EACH)) {
                parts.add(new Part(rule, part[0], part[1]));
            }
        }
        return parts;
    }
}
