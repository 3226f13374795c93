package org.ruhu.forms;

import java.util.List;

/** A form that cannot be used, with everything that is wrong with it: form, path, position and what to do. */
public final class FormProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    public FormProblem(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
