package org.ruhu.server.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ruhu.server.assignment.Unit;
import org.ruhu.server.assignment.Units;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;
import org.ruhu.server.submission.Revision;
import org.ruhu.server.submission.Submissions;

/** Takes steps as they are asked for: what was looked at must still be what is there. */
public final class Reviewing {

    private final Submissions submissions;
    private final Reviews reviews;
    private final Units units;
    private final AuditLog audit;
    private final Clock clock;

    public Reviewing(Submissions submissions, Reviews reviews, Units units, AuditLog audit, Clock clock) {
        this.submissions = submissions;
        this.reviews = reviews;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of one. */
    sealed interface Outcome {

        /** @param fresh whether it was not taken before */
        record Done(Subject subject, boolean fresh) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    /** @throws Refusal if there is no such submission, or it is not the login's to decide about */
    Subject subject(Login login, UUID submission) {
        login.require(Role.INSTRUCTOR, Role.COUNTY);
        List<Revision> revisions = submissions.all(submission);
        if (revisions.isEmpty()) {
            throw Refusal.notFound("There is no such submission");
        }
        Subject subject = submissions.subject(revisions);
        if (!login.reach(Role.INSTRUCTOR, Role.COUNTY).covers(subject.campaign(), subject.area())) {
            audit.append(Event.of(login.account(), "refused-foreign-area", submission.toString()));
            throw Refusal.foreignArea();
        }
        return subject;
    }

    /**
     * Reads what is wished and whether it may be.
     *
     * @param body {@code number} of the step and {@code revision} that was looked at, and what goes with the step
     * @throws Refusal if not, or if somebody was faster
     */
    Reviews.Wish wish(Login login, Subject subject, Step step, Body body) {
        int number = body.integer("number");
        int revision = body.integer("revision");
        Taken taken = new Taken(number, revision, step, login.account(), clock.instant(),
                Ask.said(body, step, subject.state()));
        Reviews.Wish wish = new Reviews.Wish(subject, team(subject), taken);
        if (wish.repeated()) {
            return wish;
        }
        if (number != subject.review().steps().size() + 1 || number > Taken.HIGHEST || revision != subject.latest()) {
            throw subject.changedMeanwhile();
        }
        subject.require(step, login);
        return wish;
    }

    private String team(Subject subject) {
        return units.find(subject.campaign(), subject.unit()).map(Unit::team).orElse("");
    }

    /** @param wishes about different submissions */
    List<Outcome> take(Login login, List<Reviews.Wish> wishes) {
        List<Boolean> taken = reviews.take(wishes);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            Subject after = subject(login, wishes.get(i).subject().submission());
            outcomes.add(taken.get(i) ? new Outcome.Done(after, !wishes.get(i).repeated())
                    : new Outcome.Refused(after.changedMeanwhile()));
        }
        return outcomes;
    }
}
