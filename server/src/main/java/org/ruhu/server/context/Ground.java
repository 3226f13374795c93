package org.ruhu.server.context;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ruhu.forms.outside.Gather;
import org.ruhu.server.submission.Revision;

/**
 * What the interviews of one form in one area add to everything that is gathered of that form. The latest revision of
 * each unit counts that speaks for it, whichever comes first: filling and following may go on at the same time.
 */
final class Ground {

    /** @param form name of the form */
    record Place(String campaign, String area, String form) {}

    /**
     * A unit's latest interview.
     *
     * @param counts whether it is of this form
     * @param adds   what it adds to each gather, in their order
     */
    private record Row(long sequence, boolean counts, List<Optional<BigDecimal>> adds) {}

    private final Place place;
    private final Contributions contributions;
    private final Map<String, Row> rows = new ConcurrentHashMap<>();
    private final Map<Gather, Gathered> folded = new ConcurrentHashMap<>();
    private volatile long lastAsked;

    Ground(Place place, Contributions contributions) {
        this.place = place;
        this.contributions = contributions;
    }

    /** Takes a revision if it is of this place and nothing later is known of its unit. */
    synchronized void take(Revision revision, long sequence) {
        if (!revision.campaign().equals(place.campaign()) || !revision.unit().startsWith(place.area())) {
            return;
        }
        Row known = rows.get(revision.unit());
        if ((known == null || known.sequence() < sequence) && contributions.counts(revision)) {
            Optional<List<Optional<BigDecimal>>> adds = contributions.of(place.form(), revision);
            Row row = new Row(sequence, adds.isPresent(), adds.orElse(List.of()));
            rows.merge(revision.unit(), row, (one, other) -> one.sequence() > other.sequence() ? one : other);
            folded.clear();
        }
    }

    /** Until its revisions are taken again. */
    synchronized void forget(String unit) {
        rows.remove(unit);
        folded.clear();
    }

    Gathered gathered(Gather gather) {
        return folded.computeIfAbsent(gather, this::fold);
    }

    private Gathered fold(Gather gather) {
        int column = contributions.column(gather);
        int interviews = 0;
        List<BigDecimal> numbers = new ArrayList<>();
        for (Row row : rows.values()) {
            if (row.counts()) {
                interviews++;
                row.adds().get(column).ifPresent(numbers::add);
            }
        }
        return new Gathered(interviews == 0 ? Optional.empty() : gather.fold().of(numbers), interviews);
    }

    int size() {
        return rows.size();
    }

    Place place() {
        return place;
    }

    long lastAsked() {
        return lastAsked;
    }

    void asked(long at) {
        lastAsked = at;
    }
}
