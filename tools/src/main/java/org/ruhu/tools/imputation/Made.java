package org.ruhu.tools.imputation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ruhu.forms.Derived;
import org.ruhu.forms.FormProblem;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Interview;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.lines.Revision;

/** A rule made ready for one version of the form. */
final class Made {

    private static final String AREA = "area:";

    /** What two households or persons of one class have in common; empty when it is not known. */
    private interface Trait {
        Optional<String> of(Revision revision, Interview interview, String row);
    }

    private final Rule rule;
    private final List<String> names;
    private final String sorts;
    private final Optional<Derived> when;
    private final Optional<Derived> value;
    private final List<List<Trait>> classes;

    private final List<Derived> looks = new ArrayList<>();

    private Made(Rule rule, FormVersion form, List<Question> questions) {
        this.rule = rule;
        this.sorts = questions.stream().map(Variable::sort).collect(Collectors.joining(","));
        this.names = rule.questions().stream().map(Rule::name).toList();
        this.when = rule.when().map(text -> derived(form, text));
        this.value = rule.means() instanceof Rule.ByFormula formula
                ? Optional.of(derived(form, formula.value())) : Optional.empty();
        this.classes = rule.means() instanceof Rule.FromDonor donor ? donor.classes().stream()
                .map(one -> one.stream().map(text -> trait(form, text)).toList()).toList() : List.of();
    }

    /**
     * Empty if the version does not ask all of it: there is nothing to fill in then.
     *
     * @throws PlanProblem if a question is none that may be filled in
     */
    static Optional<Made> of(Rule rule, FormVersion form) {
        List<Question> asked = rule.questions().stream().flatMap(path -> form.question(path).stream()).toList();
        asked.forEach(question -> judge(rule, question));
        return asked.size() == rule.questions().size() ? Optional.of(new Made(rule, form, asked)) : Optional.empty();
    }

    private static void judge(Rule rule, Question question) {
        if (question.identifier().isPresent()) {
            throw new PlanProblem("rule " + rule.name(), question.path() + " singles out a person: nobody lends it");
        }
        if (question.calculated() || question.kind() == Kind.ROSTER) {
            throw new PlanProblem("rule " + rule.name(), question.path()
                    + " is not asked by itself: fill in the questions it is made of");
        }
    }

    private Derived derived(FormVersion form, String expression) {
        try {
            Derived derived = Derived.of(form, rule.roster(), expression);
            looks.add(derived);
            return derived;
        } catch (FormProblem e) {
            throw new PlanProblem("rule " + rule.name(), e.getMessage());
        }
    }

    private Trait trait(FormVersion form, String text) {
        if (text.startsWith(AREA)) {
            int digits = digits(text.substring(AREA.length()));
            return (revision, interview, row) -> Optional.of(revision.area()).filter(area -> area.length() >= digits)
                    .map(area -> area.substring(0, digits));
        }
        Derived derived = derived(form, text);
        return (revision, interview, row) -> Optional.of(derived.on(interview, row))
                .filter(Predicate.not(JsonNode::isMissingNode)).filter(Predicate.not(JsonNode::isNull))
                .map(JsonNode::asText);
    }

    private int digits(String text) {
        if (!text.matches("[1-9][0-9]?")) {
            throw new PlanProblem("rule " + rule.name(), AREA + " is followed by how many digits of the area code");
        }
        return Integer.parseInt(text);
    }

    Rule rule() {
        return rule;
    }

    /** Whether what it fills in, and for whom, depends on such a question. */
    boolean looksAt(Predicate<Question> such) {
        return looks.stream().anyMatch(derived -> derived.reads(such));
    }

    /** Names of its questions in their row. */
    List<String> names() {
        return names;
    }

    boolean concerns(Interview interview, String row) {
        return when.isEmpty() || when.get().on(interview, row).asBoolean();
    }

    /** What the formula yields; missing when it is unknown. */
    JsonNode computed(Interview interview, String row) {
        return value.orElseThrow().on(interview, row);
    }

    int levels() {
        return classes.size();
    }

    /**
     * The class on one level, 0 for the narrowest; empty when something about it is not known. Versions that ask in
     * other units or by other means have classes of their own.
     */
    Optional<String> key(int level, Revision revision, Interview interview, String row) {
        StringBuilder key = new StringBuilder(sorts);
        for (Trait trait : classes.get(level)) {
            Optional<String> value = trait.of(revision, interview, row);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            key.append(value.get().length()).append(':').append(value.get());
        }
        return Optional.of(key.toString());
    }
}
