package org.ruhu.server.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ruhu.server.submission.State;

/** Every step that was taken about a submission, the first one first, and where it stands by them. */
public record Review(List<Taken> steps) {

    public static final Review NONE = new Review(List.of());

    public Review {
        steps = List.copyOf(steps);
    }

    /** Where the submission stands; whether it waits for attachments is not known here. */
    public State state(int latest) {
        State own = stateOf(latest);
        return own == State.RETURNED && accepted().isPresent() ? State.ACCEPTED : own;
    }

    /** Where one of its revisions stands. */
    public State stateOf(int revision) {
        if (isVoid()) {
            return State.VOID;
        }
        Optional<Step> last = last(taken -> taken.revision() == revision && taken.step() != Step.VOID
                && taken.step() != Step.RESTORE).map(Taken::step);
        if (last.isPresent()) {
            return switch (last.get()) {
                case PASS -> State.CHECKED;
                case ACCEPT -> State.ACCEPTED;
                case RETURN -> State.RETURNED;
                case VOID, RESTORE -> throw new IllegalStateException("left out above");
            };
        }
        return accepted().filter(before -> before.revision() < revision).isPresent() ? State.CORRECTION
                : State.RECEIVED;
    }

    public boolean isVoid() {
        return last(taken -> taken.step() == Step.VOID || taken.step() == Step.RESTORE)
                .filter(taken -> taken.step() == Step.VOID).isPresent();
    }

    /** The step that made the revision count that counts now. */
    public Optional<Taken> accepted() {
        return last(taken -> taken.step() == Step.ACCEPT);
    }

    /** The step by which a revision was accepted. */
    public Optional<Taken> acceptance(int revision) {
        return last(taken -> taken.step() == Step.ACCEPT && taken.revision() == revision);
    }

    /** The step by which a revision was returned. */
    public Optional<Taken> returned(int revision) {
        return last(taken -> taken.step() == Step.RETURN && taken.revision() == revision);
    }

    /** Whether a revision speaks for its unit: none of a void submission, nothing undecided behind an accepted one. */
    public boolean counts(int revision) {
        return !isVoid() && accepted().map(taken -> revision <= taken.revision()).orElse(true);
    }

    Optional<Taken> last(Predicate<Taken> wanted) {
        return steps.stream().filter(wanted).reduce((before, later) -> later);
    }
}
