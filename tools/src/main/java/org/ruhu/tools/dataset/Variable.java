package org.ruhu.tools.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;

/**
 * One column of a table and all that is known about it, in every version of the form that has it.
 *
 * @param name     column name, unique in its table without regard to case
 * @param code     the code a 0/1 column is about; empty unless {@code MENTIONED}
 * @param editions the question in the versions that ask it, oldest first; empty for what is no answer: the keys in
 *                 front of every row, and what is added behind
 * @param added    what is added; empty unless {@code ADDED}
 */
public record Variable(String name, Role role, Optional<String> code, List<Edition> editions, Optional<Added> added) {

    /** Longer lists of options are described apart, once, and get no 0/1 columns. */
    static final int MOST_OPTIONS = 100;

    /**
     * {@code MENTIONED}: 1 if the code was chosen; {@code REASON}: why there is no value; {@code ADDED}: put beside the
     * answers, from elsewhere.
     */
    public enum Role { KEY, VALUE, MENTIONED, REASON, ADDED }

    public Variable {
        editions = List.copyOf(editions);
    }

    Variable(String name, Role role, Optional<String> code, List<Edition> editions) {
        this(name, role, code, editions, Optional.empty());
    }

    static Variable added(String name, Added added) {
        return new Variable(name, Role.ADDED, Optional.empty(), List.of(), Optional.of(added));
    }

    /** What was asked, as the newest version that asks it has it. */
    public Optional<Question> question() {
        return newest().map(Edition::question);
    }

    /** The newest version that has it. */
    public Optional<Edition> newest() {
        return editions.isEmpty() ? Optional.empty() : Optional.of(editions.get(editions.size() - 1));
    }

    /** Whether some version says that answers single out a person: then they do in all. */
    public boolean identifying() {
        return editions.stream().anyMatch(edition -> edition.question().identifier().isPresent());
    }

    /** What is to be masked of its values: what some version says of them holds in all. */
    public Secret secret() {
        return identifying() ? Secret.IDENTIFIER
                : editions.stream().anyMatch(edition -> measuredPlace(edition.question())) ? Secret.PLACE : Secret.NONE;
    }

    private static boolean measuredPlace(Question question) {
        return question.widget().filter("gps"::equals).isPresent() && question.unit().filter("deg"::equals).isPresent();
    }

    /** The type of its values. */
    public ValueType type() {
        return switch (role) {
            case KEY -> Keys.type(name);
            case VALUE -> ValueType.of(editions);
            case MENTIONED -> ValueType.BOOLEAN;
            case REASON -> ValueType.CODE;
            case ADDED -> added.orElseThrow().type();
        };
    }

    /** What it is, in the words of the newest version; {@code zh}, {@code en} or {@code bo}. */
    public String label(String language) {
        return newest().map(edition -> label(edition, language)).orElseGet(() ->
                added.map(column -> column.label(language)).orElseGet(() -> Keys.label(name, language)));
    }

    /** What it was in the words of one version. */
    String label(Edition edition, String language) {
        String label = edition.form().label(edition.question().path(), language);
        return switch (role) {
            case KEY, VALUE, ADDED -> label;
            case MENTIONED -> label + ": " + code
                    .map(one -> edition.form().optionLabel(edition.question().path(), one, language)).orElse("");
            case REASON -> label + Words.in(language, ": 未答原因", ": why there is no answer");
        };
    }

    /** What its values mean: the options of all versions, those removed later included; empty when it has none. */
    public List<Option> options() {
        return switch (role) {
            case KEY -> List.of();
            case VALUE -> type() == ValueType.BOOLEAN ? Words.truth() : offered(editions);
            case MENTIONED -> Words.truth();
            case REASON -> Words.reasons(gaps(), versions());
            case ADDED -> added.orElseThrow().options();
        };
    }

    /** The options of one question over versions, in the order in which they came. */
    static List<Option> offered(List<Edition> editions) {
        Map<String, List<Edition>> byCode = new LinkedHashMap<>();
        for (Edition edition : editions) {
            edition.question().codes().forEach(one ->
                    byCode.computeIfAbsent(one, c -> new ArrayList<>(editions.size())).add(edition));
        }
        List<Option> options = new ArrayList<>(byCode.size());
        byCode.forEach((one, offering) -> options.add(Option.of(one, offering)));
        return options;
    }

    /** The list that describes its options apart because they are many: its name. */
    public Optional<String> list() {
        boolean many = editions.stream().anyMatch(edition -> edition.question().codes().size() > MOST_OPTIONS);
        return role == Role.VALUE && many
                ? Optional.of(question().flatMap(Question::codelist).orElse(name)) : Optional.empty();
    }

    /** Unit of a number, the same in all versions. */
    public String unit() {
        return role == Role.VALUE ? question().flatMap(Question::unit).orElse("") : "";
    }

    /** Who was asked, in the newest version; blank means everybody. */
    public String universe() {
        return newest().map(Edition::universe).orElse("");
    }

    /** Codes of a reason column: what was given as a reason, and what needs none. */
    private Set<String> gaps() {
        Set<String> gaps = new LinkedHashSet<>(reasons());
        gaps.addAll(List.of(Gap.NOT_ASKED.code(), Gap.NOT_STATED.code()));
        return gaps;
    }

    /** Reasons that may stand in for an answer, in any version. */
    public Set<String> reasons() {
        Set<String> reasons = new LinkedHashSet<>();
        editions.forEach(edition -> reasons.addAll(edition.question().nonresponse()));
        return reasons;
    }

    /** Versions of the form that have it, oldest first. */
    public List<String> versions() {
        return editions.stream().map(Edition::version).toList();
    }

    /** Whether two versions of a question may share a column: what is not counted alike is never mixed. */
    public static String sort(Question question) {
        return question.kind() == Kind.NUMBER ? "number in " + question.unit().orElse("") : question.kind().word();
    }
}
