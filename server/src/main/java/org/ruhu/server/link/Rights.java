package org.ruhu.server.link;

import java.util.List;
import java.util.Optional;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;

/** What a login may see of a pair and do about it. */
record Rights(Login login, Pair pair) {

    private static final Role[] CLERKS = {Role.INSTRUCTOR, Role.COUNTY, Role.STATISTICIAN};
    private static final Role[] UNDOING = {Role.COUNTY, Role.STATISTICIAN};
    /** Roles that see names on submissions. */
    private static final Role[] NAMES = {Role.INSTRUCTOR, Role.COUNTY};

    static Rights of(Login login, Pair pair) {
        return new Rights(login, pair);
    }

    /** @throws Refusal for everybody who has no business with likely doubles: who interviews above all */
    static Reach clerk(Login login) {
        return login.require(CLERKS);
    }

    boolean sees(Side side) {
        return covers(side, CLERKS);
    }

    boolean seesName(Side side) {
        return covers(side, NAMES);
    }

    private boolean covers(Side side, Role... roles) {
        return login.reach(roles).covers(side.campaign(), side.area());
    }

    boolean seesBoth() {
        return sees(pair.left()) && sees(pair.right());
    }

    boolean seesEither() {
        return sees(pair.left()) || sees(pair.right());
    }

    /** Why the login cannot judge it now. */
    Optional<String> mayNotJudge() {
        if (!seesBoth()) {
            return Optional.of("elsewhere");
        }
        if (!pair.state().open()) {
            return Optional.of("decided");
        }
        if (pair.interviewedBy(login.account())) {
            return Optional.of("own-interview");
        }
        if (pair.judgedBy(login.account())) {
            return Optional.of("judged-already");
        }
        return pair.undoneBy(login.account()) ? Optional.of("undone-by-you") : Optional.empty();
    }

    boolean mayJudge() {
        return mayNotJudge().isEmpty();
    }

    boolean mayUndo() {
        return undoable() && covers(pair.left(), UNDOING) && covers(pair.right(), UNDOING);
    }

    private boolean undoable() {
        return pair.state().decided() || pair.state() == State.LINKED;
    }

    /** Whether others' verdicts are shown: never before one's own, unless it is decided. */
    boolean seesVerdicts() {
        return !pair.state().open()
                || pair.round().stream().anyMatch(said -> said.account().equals(login.account()));
    }

    List<String> may() {
        return mayJudge() ? List.of("judge") : mayUndo() ? List.of("undo") : List.of();
    }

    /** @throws Refusal if the login may not say this now */
    void require(Judgement said) {
        if (!seesBoth()) {
            throw Refusal.foreignArea();
        }
        if (said.judges()) {
            requireJudging(said);
        } else {
            requireUndoing();
        }
    }

    private void requireJudging(Judgement said) {
        if (!pair.state().open()) {
            throw decided("It is %s: only undoing opens it again");
        }
        mayNotJudge().ifPresent(why -> {
            throw Refusal.notAllowed(switch (why) {
                case "own-interview" -> "Another person must judge than who made one of the interviews";
                case "judged-already" -> "Another person must judge: nobody judges a pair twice";
                default -> "Another person must judge than who opened it again";
            }).with("why", why);
        });
        boolean police = Evidence.in(said.said()).contains(Evidence.POLICE_PROOF);
        if (said.verdict() == Verdict.SAME && pair.score().veto() && !police) {
            throw new Refusal(Refusal.Kind.TWO_ID_NUMBERS,
                    "Both hold a valid id number of their own: without proof from the police they are two persons");
        }
    }

    private void requireUndoing() {
        if (!undoable()) {
            throw decided("It is %s: there is nothing to undo");
        }
        if (!mayUndo()) {
            throw Refusal.notAllowed("This needs the role COUNTY or STATISTICIAN for both areas");
        }
    }

    private Refusal decided(String detail) {
        String state = pair.state().word();
        return new Refusal(Refusal.Kind.PAIR_DECIDED, detail.formatted(state)).with("state", state);
    }
}
