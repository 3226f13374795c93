package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.Check;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Question;
import org.ruhu.forms.Verdict;

/** Runs the form: questions nobody is ever asked, checks that never or always find something. */
final class FireRule implements Lint.Rule {

    /** Interviews made up before anything is called dead, and further ones near to each thing not yet seen. */
    static final int INTERVIEWS = 1000;
    static final int NEARER = 400;
    static final long SEED = 20201231;

    private static final String TRIED = INTERVIEWS + " interviews made up and " + NEARER + " more around it";

    @Override
    public void judge(Draft draft) {
        FormVersion form = draft.version().orElseThrow();
        Trial trial = new Trial(form);
        examples(draft.files()).forEach(trial::take);
        Guess guess = new Guess(form, SEED);
        Set<String> unfailing = new HashSet<>();
        form.checks().stream().map(Check::code).filter(code -> instead(draft, code).isPresent())
                .forEach(unfailing::add);
        for (int i = 0; i < INTERVIEWS && !trial.complete(unfailing); i++) {
            trial.take(guess.next());
        }
        Program program = new Program(form);
        Unreachable unreachable = new Unreachable(form, program);
        for (Question question : form.questions()) {
            if (!trial.asked(question.path())) {
                unasked(draft, question, trial, guess, program, unreachable);
            }
        }
        form.checks().forEach(check -> dead(draft, check, trial, guess, program));
    }

    private static List<Sample> examples(FormFiles files) {
        List<Sample> samples = new ArrayList<>();
        for (String name : files.examples().keySet()) {
            files.example(name).ifPresent(example -> samples.add(ExampleRule.sample(example)));
        }
        return samples;
    }

    private static void unasked(Draft draft, Question question, Trial trial, Guess guess, Program program,
            Unreachable unreachable) {
        String path = question.path();
        boolean within = question.roster().filter(roster -> !trial.asked(roster)).isPresent();
        if (within) {
            return;
        }
        Optional<String> proof = unreachable.proof(path);
        if (proof.isPresent()) {
            draft.error("never-asked", path + " relevant", "its rule can never be true: " + proof.get(),
                    "correct the rule, or take the question out");
            return;
        }
        List<String> keys = List.copyOf(closure(program, List.of(path)));
        Sample at = trial.near(keys).orElseGet(guess::next);
        for (int i = 0; i < NEARER && !trial.asked(path); i++) {
            trial.take(guess.like(at, keys));
        }
        if (!trial.asked(path)) {
            draft.error("never-asked", path + " relevant", "it was asked in none of " + TRIED,
                    "correct the rule, or keep an example in which it is asked");
        }
    }

    private static void dead(Draft draft, Check check, Trial trial, Guess guess, Program program) {
        Program.Rule rule = program.check(check.code());
        Set<String> reads = new LinkedHashSet<>(Hints.keys(rule.tree(), rule.where()));
        if (Possible.nodes(rule.tree()).stream().anyMatch(node -> node.path("call").asText().equals("unanswered"))) {
            program.paths().forEach(reads::add);
        }
        check.each().ifPresent(reads::add);
        List<String> keys = List.copyOf(closure(program, reads));
        if (instead(draft, check.code()).isEmpty()) {
            nearer(trial, guess, check.code(), Verdict.Fails.class, Verdict.Holds.class, keys);
        }
        nearer(trial, guess, check.code(), Verdict.Holds.class, Verdict.Fails.class, keys);
        boolean fails = trial.first(check.code(), Verdict.Fails.class).isPresent();
        boolean holds = trial.first(check.code(), Verdict.Holds.class).isPresent();
        String place = "check " + check.code();
        if (!fails && !holds) {
            draft.error("check-never-known", place, "in none of " + TRIED + " was all known that it asks for",
                    "ask about questions that are asked together");
        } else if (!fails) {
            neverFires(draft, check, place);
        } else if (!holds) {
            draft.error("check-always-fires", place, "it held in none of " + TRIED,
                    "correct the rule, or keep an example CODE.fits.json in which it holds");
        }
    }

    /** A sum that the form itself calculates cannot be wrong; an example may say what is found instead. */
    private static void neverFires(Draft draft, Check check, String place) {
        Optional<String> instead = instead(draft, check.code());
        if (instead.isPresent()) {
            draft.remark("check-never-fires", place, "it cannot fail; its example says " + instead.get()
                    + " is found instead", "keep it for what it tells, or take it out");
        } else {
            draft.error("check-never-fires", place, "it failed in none of " + TRIED,
                    "correct the rule, or keep an example CODE.fails.json in which it fails");
        }
    }

    private static Optional<String> instead(Draft draft, String check) {
        JsonNode example = draft.files().examples().get(check + ".fails");
        return example == null ? Optional.empty() : Optional.ofNullable(example.path("finds").textValue());
    }

    /** Wanders from an interview in which the check came out otherwise, changing only what it looks at. */
    private static void nearer(Trial trial, Guess guess, String check, Class<? extends Verdict> wanted,
            Class<? extends Verdict> other, List<String> keys) {
        Optional<Sample> start = trial.first(check, other).or(() -> trial.first(check, Verdict.Unanswered.class));
        if (trial.first(check, wanted).isPresent() || start.isEmpty() || keys.isEmpty()) {
            return;
        }
        Sample at = start.get();
        for (int i = 0; i < NEARER && trial.first(check, wanted).isEmpty(); i++) {
            Sample next = guess.like(at, keys);
            trial.take(next);
            at = i % 10 == 9 ? start.get() : next;
        }
    }

    /** What something looks at, and what that in turn is calculated from or depends on. */
    private static Set<String> closure(Program program, Iterable<String> from) {
        Set<String> all = new LinkedHashSet<>();
        from.forEach(key -> reach(program, key, all));
        return all;
    }

    private static void reach(Program program, String key, Set<String> all) {
        if (!all.add(key) || key.startsWith("$")) {
            return;
        }
        for (String keyword : List.of("relevant", "calculate")) {
            program.rule(key, keyword).ifPresent(rule -> Hints.keys(rule.tree(), rule.where())
                    .forEach(read -> reach(program, read, all)));
        }
        if (!program.rowOf(key).isEmpty()) {
            reach(program, program.rowOf(key), all);
        }
    }
}
