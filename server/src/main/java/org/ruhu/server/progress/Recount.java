package org.ruhu.server.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ruhu.server.assignment.Units;
import org.ruhu.server.progress.Tally.Counts;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.submission.Submissions;

/** Counts once more from the units and revisions themselves, walking both side by side in the order of units. */
final class Recount {

    /** Of units and of revisions: by campaign and unit. */
    private static final String IN_ORDER = "listed";

    private final Store store;
    private final Facts facts;

    Recount(Store store, Facts facts) {
        this.store = store;
        this.facts = facts;
    }

    /** What is counted otherwise in the ledger, a sentence for each area; empty if nothing is. */
    List<String> differences(Ledger ledger) {
        List<String> differences = new ArrayList<>();
        Set<String> campaigns = new TreeSet<>(ledger.campaigns());
        store.count(Units.KIND, Range.of(IN_ORDER), 1).keySet().forEach(values -> campaigns.add((String) values.get(0)));
        for (String campaign : campaigns) {
            Map<String, Tally> counted = count(campaign);
            Set<String> areas = new TreeSet<>(ledger.codes(campaign));
            areas.addAll(counted.keySet());
            for (String area : areas) {
                Counts anew = counted.getOrDefault(area, new Tally()).counts();
                Counts kept = ledger.counts(campaign, area);
                if (!anew.equals(kept)) {
                    differences.add("campaign %s, area %s: kept %s, counted %s".formatted(campaign, area, kept, anew));
                }
            }
        }
        return differences;
    }

    private Map<String, Tally> count(String campaign) {
        Map<String, Tally> tallies = new TreeMap<>();
        try (Cursor frame = store.range(Units.KIND, Range.of(IN_ORDER, campaign));
             Cursor answers = store.range(Submissions.KIND, Range.of(IN_ORDER, campaign))) {
            Optional<Fact.Answered> ahead = next(answers);
            while (frame.hasNext()) {
                String unit = Facts.listed(frame.next()).place().unit();
                List<Fact.Answered> answered = new ArrayList<>();
                while (ahead.isPresent() && ahead.get().place().unit().compareTo(unit) <= 0) {
                    if (ahead.get().place().unit().equals(unit)) {
                        answered.add(ahead.get());
                    }
                    ahead = next(answers);
                }
                Standing standing = standing(answered);
                for (int digits : Areas.LEVELS) {
                    tallies.computeIfAbsent(unit.substring(0, digits), any -> new Tally()).change(Standing.UNKNOWN, standing);
                }
            }
        }
        return tallies;
    }

    private Optional<Fact.Answered> next(Cursor answers) {
        return answers.hasNext() ? Optional.of(facts.answered(answers.next())) : Optional.empty();
    }

    private Standing standing(List<Fact.Answered> answered) {
        Standing standing = Standing.UNKNOWN.onTheFrame();
        for (Fact.Answered one : answered) {
            standing = standing.with(one, Ledger.day(one.receivedAt()), !one.absent().isEmpty());
        }
        if (!answered.isEmpty() && facts.settled(answered.get(0).place()).orElseThrow() instanceof Fact.Settled now) {
            standing = standing.settled(now, !now.newest().absent().isEmpty());
        }
        return standing;
    }
}
