package org.ruhu.forms;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ruhu.forms.Program.Level;
import org.ruhu.forms.Program.Step;

/** JSON pointers into answers. */
final class Pointers {

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,6}");
    private static final int MOST_STEPS = 8;

    private Pointers() {}

    /** What answers are kept in: a tree of rows. */
    interface Tree<N> {

        /** A row of a roster that lies in this row, counted from 0; empty when it has no such row. */
        Optional<N> row(N owner, Level roster, int index);
    }

    /** @param owner where the answers beside it are */
    record Found<N>(Step step, N owner) {}

    private record Place<N>(Level level, N row) {}

    /** The question a pointer leads to, and where it stands. */
    static <N> Optional<Found<N>> question(Level form, N root, Tree<N> tree, String pointer) {
        int last = pointer.lastIndexOf('/');
        return last < 0 ? Optional.empty() : place(form, root, tree, pointer.substring(0, last))
                .flatMap(place -> place.level().step(pointer.substring(last + 1))
                        .map(step -> new Found<>(step, place.row())));
    }

    /** The row a pointer leads to; the root for the empty pointer. */
    static <N> Optional<N> row(Level form, N root, Tree<N> tree, String pointer) {
        return place(form, root, tree, pointer).map(Place::row);
    }

    private static <N> Optional<Place<N>> place(Level form, N root, Tree<N> tree, String pointer) {
        String[] names = pointer.split("/", MOST_STEPS);
        if (!names[0].isEmpty() || names.length % 2 == 0) {
            return Optional.empty();
        }
        Place<N> place = new Place<>(form, root);
        for (int i = 1; i < names.length; i += 2) {
            Optional<Level> roster = place.level().step(names[i]).filter(Step::opensRoster).map(place.level()::roster);
            int index = index(names[i + 1]);
            Optional<N> row = index < 0 || roster.isEmpty() ? Optional.empty()
                    : tree.row(place.row(), roster.get(), index);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            place = new Place<>(roster.get(), row.get());
        }
        return Optional.of(place);
    }

    private static int index(String digits) {
        return INDEX.matcher(digits).matches() ? Integer.parseInt(digits) : -1;
    }

    /** A name as a step of a pointer. */
    static String escape(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0 ? name : name.replace("~", "~0").replace("/", "~1");
    }
}
