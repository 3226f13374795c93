package org.ruhu.forms;

import java.util.regex.Pattern;

/** Names one immutable form version, such as {@code household-census 1.0}. */
public record FormId(String name, String version) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}");

    public FormId {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a form name is kebab-case, at most 64 characters");
        }
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("a form version is numbers with points between, such as 1.0");
        }
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
