package org.ruhu.forms.parameter;

import java.util.List;

/** Tables that cannot be used, with everything that is wrong with them: file, line, field and what to do. */
public final class ParameterProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    public ParameterProblem(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
