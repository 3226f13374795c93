package org.ruhu.server.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Login;
import org.ruhu.server.submission.State;

/**
 * A submission that somebody decides about.
 *
 * @param latest  number of its latest revision
 * @param authors accounts that sent any of its revisions
 */
public record Subject(UUID submission, String campaign, String unit, String area, int latest, Set<String> authors,
        State state, Review review) {

    public Subject {
        authors = Set.copyOf(authors);
    }

    boolean mayTake(Step step, Login login) {
        return login.reach(step.roles()).covers(campaign, area) && refusal(step, login).isEmpty();
    }

    /** @throws Refusal if the login may not take the step now: the one place where this is decided */
    void require(Step step, Login login) {
        login.require(step.roles()).require(campaign, area);
        refusal(step, login).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private Optional<Refusal> refusal(Step step, Login login) {
        if (!step.beginsAt(state)) {
            return Optional.of(new Refusal(Refusal.Kind.STEP_OUT_OF_ORDER, "The submission is %s; take a step that "
                    .formatted(state.word()) + "begins there").with("state", state.word()));
        }
        if (authors.contains(login.account())) {
            return Optional.of(Refusal.notAllowed("Another person must decide this than one who sent it"));
        }
        boolean passed = review.last(taken -> taken.step() == Step.PASS && taken.revision() == latest)
                .filter(taken -> taken.account().equals(login.account())).isPresent();
        return step == Step.ACCEPT && passed
                ? Optional.of(Refusal.notAllowed("Another person must accept it than the one who passed it on"))
                : Optional.empty();
    }

    /** What was decided so far, and what the login may decide now. */
    public ObjectNode json(Login login) {
        ObjectNode json = Json.object().put("submission", submission.toString()).put("state", state.word())
                .put("taken", review.steps().size());
        review.accepted().ifPresent(taken -> json.put("accepted", taken.revision()));
        var moves = json.putArray("moves");
        review.steps().forEach(taken -> moves.add(taken.json()));
        var open = json.putArray("steps");
        Stream.of(Step.values()).filter(step -> mayTake(step, login)).forEach(step -> open.add(step.word()));
        return json;
    }

    Refusal changedMeanwhile() {
        return new Refusal(Refusal.Kind.CHANGED_MEANWHILE, "Read the submission again and look at what was done since")
                .with("taken", review.steps().size()).with("revision", latest);
    }
}
