package org.ruhu.forms;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form versions known here. */
public final class Catalogue {

    private static final Comparator<FormVersion> BY_VERSION = Comparator.comparing(
            form -> Arrays.stream(form.id().version().split("\\.")).mapToInt(Integer::parseInt).toArray(),
            Arrays::compare);

    private final Map<FormId, FormVersion> forms = new LinkedHashMap<>();

    private Catalogue(List<FormVersion> forms) {
        forms.forEach(form -> this.forms.put(form.id(), form));
    }

    public static Catalogue of(List<FormVersion> forms) {
        return new Catalogue(forms);
    }

    /** All forms on the class path, as listed in {@code forms/index.json}; read once. */
    public static Catalogue bundled() {
        return new Catalogue(List.of());
    }

    public Optional<FormVersion> form(FormId id) {
        return Optional.ofNullable(forms.get(id));
    }

    public List<FormVersion> forms() {
        return List.copyOf(forms.values());
    }

    /** The highest version of a form. */
    public Optional<FormVersion> latest(String name) {
        return forms.values().stream().filter(form -> form.id().name().equals(name)).max(BY_VERSION);
    }
}
