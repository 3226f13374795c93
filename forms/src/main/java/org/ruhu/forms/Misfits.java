package org.ruhu.forms;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects misfits, each place and keyword once, up to a limit: nobody reads the hundred and first. */
final class Misfits {

    private static final int MOST = 100;

    private final SortedSet<Misfit> found = new TreeSet<>(
            Comparator.comparing(Misfit::pointer).thenComparing(Misfit::keyword));

    boolean full() {
        return found.size() >= MOST;
    }

    void add(String pointer, String keyword, String detail) {
        if (!full()) {
            found.add(new Misfit(pointer, keyword, detail));
        }
    }

    List<Misfit> sorted() {
        return List.copyOf(found);
    }
}
