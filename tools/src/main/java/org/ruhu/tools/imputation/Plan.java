package org.ruhu.tools.imputation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is filled in and how, in this order; the same seed and data give the same values. */
public record Plan(long seed, List<Rule> rules) {

    public Plan {
        rules = List.copyOf(rules);
    }

    /** What a rule is called. */
    public String name(int rule) {
        return rules.get(rule).name();
    }

    /** Paths of the questions it may fill. */
    Set<String> questions() {
        Set<String> questions = new LinkedHashSet<>();
        rules.forEach(rule -> questions.addAll(rule.questions()));
        return questions;
    }
}
