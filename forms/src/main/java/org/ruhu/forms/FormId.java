package org.ruhu.forms;

/** Names one immutable form version, such as {@code household-census 1.0}. */
public record FormId(String name, String version) {

    public FormId {
        if (!name.matches("[a-z][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("a form name is kebab-case, at most 64 characters");
        }
        if (!version.matches("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}")) {
            throw new IllegalArgumentException("a form version is numbers with points between, such as 1.0");
        }
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
