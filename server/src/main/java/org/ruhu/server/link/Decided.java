package org.ruhu.server.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;
import org.ruhu.server.submission.Submissions;

/**
 * Which records of interviews clerks have decided to be one person, or one household, and which of them stands for all:
 * of those that are taken, that of the submission of which the latest revision came last; a person of a household that
 * does not stand for itself stands for nobody. What a model linked is no decision. Where a decision says that two of a
 * cluster are not the same, each stands for itself until that is settled.
 */
public final class Decided {

    /**
     * @param cluster name of its smallest record
     * @param kept    whether this one stands for all of the cluster
     */
    public record Belonging(String cluster, boolean kept) {}

    private final Store store;
    private final long until;
    private final Predicate<List<Stored>> taken;
    private final Map<RecordId, Belonging> belongings = new HashMap<>();
    private final Set<UUID> submissions = new HashSet<>();

    private Decided(Store store, long until, Predicate<List<Stored>> taken) {
        this.store = store;
        this.until = until;
        this.taken = taken;
    }

    /** Where nobody asks for decisions. */
    public static Decided nothing(Store store) {
        return new Decided(store, 0, history -> true);
    }

    /**
     * @param until   place in the change order up to which judgements count
     * @param inReach whether a campaign and an area belong to what is looked at; pairs with one side outside are left
     *                out
     * @param taken   whether one of the revisions of a submission, oldest first, is taken: who is not there stands for
     *                nobody
     */
    public static Decided of(Store store, long until, BiPredicate<String, String> inReach,
                             Predicate<List<Stored>> taken) {
        Decided decided = new Decided(store, until, taken);
        List<Pair> pairs = decided.pairs().stream()
                .filter(pair -> List.of(pair.left(), pair.right()).stream().allMatch(side ->
                        side.record().submission().isPresent() && inReach.test(side.campaign(), side.area())))
                .toList();
        decided.join(pairs.stream().filter(pair -> pair.common().isPresent()).toList());
        decided.join(pairs.stream().filter(pair -> pair.common().isEmpty()).toList());
        return decided;
    }

    private Collection<Pair> pairs() {
        SortedMap<String, List<Judgement>> said = new TreeMap<>();
        try (Cursor cursor = store.range(Links.JUDGEMENTS, Range.of("by_key"))) {
            while (cursor.hasNext()) {
                Stored stored = cursor.next();
                if (stored.sequence() <= until) {
                    said.computeIfAbsent(Judgement.pair(stored.key()), pair -> new ArrayList<>())
                            .add(Judgement.stored(stored.body()));
                }
            }
        }
        List<Pair> pairs = new ArrayList<>();
        said.forEach((id, judgements) -> store.find(Links.KIND, id)
                .map(stored -> Links.Kept.read(stored).pair().with(judgements)).ifPresent(pairs::add));
        return pairs;
    }

    private void join(List<Pair> pairs) {
        Map<RecordId, SortedSet<RecordId>> clusters = new HashMap<>();
        pairs.stream().filter(pair -> pair.state() == State.SAME).forEach(pair -> {
            SortedSet<RecordId> all = new TreeSet<>(List.of(pair.left().record(), pair.right().record()));
            List.copyOf(all).forEach(record -> all.addAll(clusters.getOrDefault(record, new TreeSet<>())));
            all.forEach(record -> clusters.put(record, all));
        });
        Set<SortedSet<RecordId>> disputed = new HashSet<>();
        pairs.stream().filter(pair -> pair.state() == State.DIFFERENT)
                .filter(pair -> clusters.getOrDefault(pair.left().record(), new TreeSet<>())
                        .contains(pair.right().record()))
                .forEach(pair -> disputed.add(clusters.get(pair.left().record())));
        new HashSet<>(clusters.values()).forEach(cluster -> settle(cluster, disputed.contains(cluster)));
    }

    private void settle(SortedSet<RecordId> cluster, boolean disputed) {
        RecordId last = cluster.stream().max(Comparator.comparingLong(this::arrival)
                .thenComparing(Comparator.reverseOrder())).orElseThrow();
        for (RecordId record : cluster) {
            belongings.put(record, new Belonging(cluster.first().text(), disputed || record.equals(last)));
            submissions.add(record.submission().orElseThrow());
        }
    }

    /** Place in the change order of the latest revision of a record's submission; 0 if the record is left out. */
    private long arrival(RecordId record) {
        String submission = record.submission().orElseThrow().toString();
        if (record.line() > 0 && !household(submission).map(Belonging::kept).orElse(true)) {
            return 0;
        }
        List<Stored> history = new ArrayList<>();
        try (Cursor cursor = store.range(Submissions.KIND, Range.of("identity", submission))) {
            cursor.forEachRemaining(stored -> {
                if (stored.sequence() <= until) {
                    history.add(stored);
                }
            });
        }
        return taken.test(history) ? history.stream().mapToLong(Stored::sequence).max().orElse(0) : 0;
    }

    /** Of a household as a whole; empty if nobody decided that it is another's. */
    public Optional<Belonging> household(String submission) {
        return submissions.contains(UUID.fromString(submission))
                ? Optional.ofNullable(belongings.get(new RecordId(submission))) : Optional.empty();
    }

    /**
     * Of a person.
     *
     * @param answers of the submission
     * @param place   pointer of the row the person is, such as {@code /members/0}, or of one within
     */
    public Optional<Belonging> person(String submission, JsonNode answers, String place) {
        String[] parts = place.split("/");
        if (parts.length < 3 || !submissions.contains(UUID.fromString(submission))) {
            return Optional.empty();
        }
        int row = Integer.parseInt(parts[2]);
        return Persons.lines(answers.path(parts[1])).entrySet().stream().filter(line -> line.getValue() == row)
                .map(line -> belongings.get(RecordId.member(UUID.fromString(submission), parts[1], line.getKey())))
                .filter(belonging -> belonging != null).findFirst();
    }

    /** Whether changes of a kind may change what was decided. */
    public static boolean dependsOn(String kind) {
        return kind.equals(Links.JUDGEMENTS.name());
    }
}
