package org.ruhu.tools.link.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that cannot be used; holds every mistake, not only the first. */
public final class SettingsProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Mistake> mistakes;

    public SettingsProblem(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
