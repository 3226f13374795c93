package org.ruhu.tools.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.Check;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Interview;
import org.ruhu.forms.Question;
import org.ruhu.forms.Verdict;

/** What a form shows of itself in many interviews: who was asked what, which checks held, failed or stayed unknown. */
final class Trial {

    private final FormVersion form;
    private final List<Check> checks;
    private final Map<String, Sample> asked = new HashMap<>();
    private final Map<String, Map<Class<?>, Sample>> verdicts = new HashMap<>();

    Trial(FormVersion form) {
        this.form = form;
        this.checks = form.checks();
        checks.forEach(check -> verdicts.put(check.code(), new HashMap<>()));
    }

    void take(Sample sample) {
        Interview interview = sample.in(form);
        for (Question question : form.questions()) {
            if (!asked.containsKey(question.path()) && sample.rows(question.roster().orElse("")).stream()
                    .anyMatch(row -> interview.relevant(row + "/" + question.name()))) {
                asked.put(question.path(), sample);
            }
        }
        for (Check check : checks) {
            Map<Class<?>, Sample> seen = verdicts.get(check.code());
            if (!seen.containsKey(Verdict.Fails.class) || !seen.containsKey(Verdict.Holds.class)) {
                verdicts(interview, sample, check).forEach(verdict -> seen.putIfAbsent(verdict.getClass(), sample));
            }
        }
    }

    private static List<Verdict> verdicts(Interview interview, Sample sample, Check check) {
        if (check.each().isEmpty()) {
            return List.of(interview.verdict(check.code()));
        }
        List<Verdict> verdicts = new ArrayList<>();
        String roster = check.each().get();
        String name = roster.substring(roster.lastIndexOf('/') + 1);
        String around = roster.contains("/*/") ? roster.substring(0, roster.lastIndexOf("/*/")) : "";
        for (String owner : sample.rows(around)) {
            if (interview.relevant(owner + "/" + name)) {
                for (int i = 0; i < sample.answers().at(owner + "/" + name).size(); i++) {
                    verdict(interview, check, owner + "/" + name + "/" + i).ifPresent(verdicts::add);
                }
            }
        }
        return verdicts;
    }

    /** Empty for a row that is there and yet not asked: beyond the most, or with a reason in the roster's place. */
    private static Optional<Verdict> verdict(Interview interview, Check check, String row) {
        try {
            return Optional.of(interview.verdict(check.code(), row));
        } catch (IllegalArgumentException notAsked) {
            return Optional.empty();
        }
    }

    /**
     * Whether nothing is left to be seen.
     *
     * @param unfailing codes of checks that need not fail
     */
    boolean complete(Set<String> unfailing) {
        return asked.size() == form.questions().size() && checks.stream().allMatch(check ->
                first(check.code(), Verdict.Holds.class).isPresent()
                        && (unfailing.contains(check.code()) || first(check.code(), Verdict.Fails.class).isPresent()));
    }

    boolean asked(String path) {
        return asked.containsKey(path);
    }

    /** The first interview in which a check came out so. */
    Optional<Sample> first(String check, Class<? extends Verdict> verdict) {
        return Optional.ofNullable(verdicts.get(check).get(verdict));
    }

    /** Some interview in which most of what the question hangs on was asked. */
    Optional<Sample> near(List<String> paths) {
        return paths.stream().flatMap(path -> Optional.ofNullable(asked.get(path)).stream()).findFirst();
    }
}
