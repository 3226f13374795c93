package org.ruhu.forms.outside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.Derived;
import org.ruhu.forms.FormProblem;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.parameter.Parameters;

/** Whether what a form asks from outside is there to be had. */
public final class SourceJudge {

    private static final Set<String> META = Set.of("team", "received-day", "area", "submission");

    private final Catalogue catalogue;
    private final Parameters parameters;

    /** @param catalogue forms that may be asked */
    public SourceJudge(Catalogue catalogue, Parameters parameters) {
        this.catalogue = catalogue;
        this.parameters = parameters;
    }

    /** What is wrong, a sentence each, by form and name; empty when nothing is. */
    public List<String> problems(FormVersion form) {
        List<String> problems = new ArrayList<>();
        ContextSource.of(form).forEach((name, source) -> {
            String type = form.schema().path("x-context").path(name).path("type").asText();
            problem(source, type).ifPresent(problem -> problems.add(form.id() + " x-context " + name + ": " + problem));
        });
        return problems;
    }

    private Optional<String> problem(ContextSource source, String type) {
        if (source instanceof ContextSource.Parameter parameter) {
            return problem(parameter, type);
        }
        if (source instanceof ContextSource.Gathered gathered) {
            return asked(gathered.gather().form(), of -> Contribution.of(gathered.gather(), of))
                    .or(() -> type.equals("number") ? Optional.empty() : Optional.of("what is gathered is a number"));
        }
        if (source instanceof ContextSource.Original original) {
            return asked(original.form(), of -> expect(Derived.of(of, original.of()), type));
        }
        return source instanceof ContextSource.AboutOriginal about && !META.contains(about.what())
                ? Optional.of("of an original there are " + META.stream().sorted().toList()) : Optional.empty();
    }

    private Optional<String> problem(ContextSource.Parameter parameter, String type) {
        return parameters.parameter(parameter.name()).map(known -> known.type().word())
                .map(known -> known.equals(type) ? Optional.<String>empty()
                        : Optional.of("the parameter " + parameter.name() + " is a " + known))
                .orElseGet(() -> Optional.of("there is no parameter " + parameter.name()));
    }

    private static void expect(Derived derived, String type) {
        if (!derived.type().equals(type)) {
            throw new FormProblem(List.of("this is a " + derived.type() + ", not a " + type));
        }
    }

    private interface Asking {
        void of(FormVersion form);
    }

    /** The latest version must understand; what earlier ones do not understand is left out. */
    private Optional<String> asked(String name, Asking asking) {
        Optional<FormVersion> form = catalogue.latest(name);
        if (form.isEmpty()) {
            return Optional.of("there is no form " + name);
        }
        try {
            asking.of(form.get());
            return Optional.empty();
        } catch (FormProblem problem) {
            return Optional.of(problem.getMessage());
        }
    }
}
