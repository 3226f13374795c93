package org.ruhu.server.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.problem.Lists.ProblemList;
import org.ruhu.server.staff.Login;
import org.ruhu.server.store.Change;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Follower;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;
import org.ruhu.server.submission.Revision;
import org.ruhu.server.submission.Submissions;

/**
 * The ledger of problems. Rows of a submission's problem list open them, steps lead them to their end; both are inserted
 * once and never changed. The document of a problem is what follows from them, made anew behind the change order, so
 * that a crash loses no problem and doubles none.
 */
public final class Problems {

    /** Steps: the one insert of a step is its commit, and its number decides races. */
    public static final Kind MOVES = new Kind("problem_moves", true, List.of(Index.on("by_key")));

    /** What follows: problems by place, and how many stand where. */
    public static final Kind KIND = new Kind("problems", false, List.of(
            Index.on("listed", "campaign", "place"),
            Index.on("by_state", "campaign", "state", "place"),
            Index.on("counted", "campaign", "area", "state"),
            Index.on("due", "campaign", "area", "due"),
            Index.on("by_submission", "submission"),
            Index.anyOf("proofs", "proofs")));

    private static final int MOST_TRIES = 50;

    private final Store store;
    private final Lists lists;
    private final Clock clock;
    private final Follower follower;

    public Problems(Store store, Catalogue catalogue, Clock clock) {
        this.store = store;
        this.lists = new Lists(catalogue);
        this.clock = clock;
        this.follower = new Follower(store, clock, KIND.name(), this::told);
    }

    /** Opens what was found and moves on what was done since. */
    public void follow() {
        follower.follow();
    }

    private void told(List<Change> changes) {
        for (Change change : changes) {
            if (change.kind().equals(Submissions.KIND.name())) {
                lists.in(Lists.form(change.document().body()))
                        .ifPresent(list -> read(list, Revision.read(change.document().body())));
            } else if (change.kind().equals(MOVES.name())) {
                String key = change.document().key();
                String problem = key.substring(0, key.lastIndexOf('/'));
                change(problem, before -> before.with(moves(problem)));
            }
        }
    }

    /** Opens the rows of a revision that are new, and takes over what it says about those that are known. */
    private void read(ProblemList list, Revision revision) {
        Map<Integer, Facts> found = new HashMap<>();
        JsonNode rows = revision.answers().path(list.roster());
        Lists.lines(list, rows).forEach((line, row) -> found.put(line, Facts.of(revision.form(),
                revision.id().number(), list.roster(), row, (ObjectNode) rows.get(row))));
        found.forEach((line, facts) -> open(new ProblemId(revision.id().submission(), line), revision, facts));
        for (Problem known : of(revision.id().submission())) {
            if (!found.containsKey(known.id().line())) {
                change(known.key(), before -> newer(before, before.facts().without(revision.id().number())));
            }
        }
    }

    private void open(ProblemId id, Revision revision, Facts facts) {
        Problem opened = new Problem(id, new Origin(revision.campaign(), revision.unit(), revision.area(),
                revision.team(), revision.author(), revision.receivedAt()), facts, List.of());
        if (!store.insert(KIND, document(opened))) {
            change(opened.key(), before -> newer(before, facts));
        }
    }

    /** Revisions may be told twice, and late ones out of order. */
    private static Problem newer(Problem before, Facts facts) {
        return facts.revision() > before.facts().revision() ? before.with(facts) : before;
    }

    private void change(String key, UnaryOperator<Problem> how) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Stored before = store.find(KIND, key).orElseThrow(() ->
                    new IllegalStateException("a step leads to no problem: " + key));
            Problem known = Problem.read(before.body());
            Problem changed = how.apply(known);
            if (changed.equals(known) || store.replace(KIND, document(changed), before.version())) {
                return;
            }
        }
        throw new IllegalStateException("a problem changes faster than it can be followed: " + key);
    }

    private List<Move> moves(String problem) {
        List<Move> moves = new ArrayList<>();
        try (Cursor cursor = store.range(MOVES, Range.of("by_key").startingWith(problem + "/"))) {
            cursor.forEachRemaining(stored -> moves.add(Move.stored(stored.body())));
        }
        return moves;
    }

    private static Document document(Problem problem) {
        Origin origin = problem.origin();
        Map<String, Object> values = new HashMap<>(Map.of("campaign", origin.campaign(), "area", origin.area(),
                "place", problem.key(), "state", problem.state().word(),
                "submission", problem.id().submission().toString(),
                "proofs", problem.moves().stream().flatMap(move -> move.proofs().stream()).distinct().toList()));
        if (!problem.state().over()) {
            values.put("due", problem.due().toString());
        }
        return new Document(problem.key(), problem.body(), values);
    }

    /** Those a submission has opened so far. */
    private List<Problem> of(UUID submission) {
        List<Problem> problems = new ArrayList<>();
        try (Cursor cursor = store.range(KIND, Range.of("by_submission", submission.toString()))) {
            cursor.forEachRemaining(stored -> problems.add(Problem.read(stored.body())));
        }
        return problems;
    }

    Optional<Problem> find(ProblemId id) {
        follow();
        return of(id.submission()).stream().filter(problem -> problem.id().equals(id)).findFirst();
    }

    /**
     * Takes a step.
     *
     * @param expected number of the step, one more than those the sender has seen
     * @throws Refusal if it may not be taken, or somebody else has taken that number
     */
    Problem take(Login login, Problem problem, int expected, Step step, ObjectNode said) {
        Move move = new Move(expected, step, login.account(), clock.instant(), said);
        Optional<Move> taken = problem.moves().stream().filter(before -> before.number() == expected).findFirst();
        if (taken.isPresent() && taken.get().repeats(move)) {
            return problem;
        }
        if (expected != problem.moves().size() + 1 || expected > Move.HIGHEST) {
            throw changedMeanwhile(problem);
        }
        require(login, problem, step);
        if (!store.insert(MOVES, new Document(move.key(problem.key()), move.body(problem.id()), Map.of()))) {
            throw changedMeanwhile(problem);
        }
        return find(problem.id()).orElseThrow();
    }

    private static void require(Login login, Problem problem, Step step) {
        login.require(step.roles()).require(problem.origin().campaign(), problem.origin().area());
        if (!step.beginsAt(problem.state())) {
            throw new Refusal(Refusal.Kind.STEP_OUT_OF_ORDER, "The problem is %s; take a step that begins there"
                    .formatted(problem.state().word())).with("state", problem.state().word());
        }
        if (step.judges() && problem.concerns(login.account())) {
            throw Refusal.notAllowed("Another person must do this than the one who found it, is responsible for it "
                    + "or says it is mended");
        }
    }

    private static Refusal changedMeanwhile(Problem problem) {
        return new Refusal(Refusal.Kind.CHANGED_MEANWHILE, "Read the problem again and look at what was done since")
                .with("taken", problem.moves().size());
    }

    /** Whether a login may read a problem that this attachment proves to be mended. */
    public boolean shows(Login login, String sha256) {
        try (Cursor cursor = store.range(KIND, Range.of("proofs", sha256))) {
            while (cursor.hasNext()) {
                if (Problem.read(cursor.next().body()).readableBy(login)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** How many stand where, by village and state. */
    Map<List<Object>, Long> counted(String campaign, String area) {
        return store.count(KIND, Range.of("counted", campaign).startingWith(area), 3);
    }

    /** How many that are not over are due on which day, by village. */
    Map<List<Object>, Long> due(String campaign, String area) {
        return store.count(KIND, Range.of("due", campaign).startingWith(area), 3);
    }

    Cursor range(Range range) {
        return store.range(KIND, range);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Problem.ZONE);
    }
}
