package org.ruhu.server.store;

import java.util.List;

/**
 * A kind of document: its name (lower case, letters and underscores) and the indexes it is found by. Declared when the
 * store is opened.
 *
 * @param ordered   whether its changes are part of the change order, {@link Store#since}
 * @param traceless whether nothing in the store may tell in which order its documents came
 */
public record Kind(String name, boolean ordered, boolean traceless, List<Index> indexes) {

    public Kind {
        indexes = List.copyOf(indexes);
        if (ordered && traceless) {
            throw new IllegalArgumentException(name + " cannot be in the change order and tell no order");
        }
    }

    public Kind(String name, boolean ordered, List<Index> indexes) {
        this(name, ordered, false, indexes);
    }

    public Index index(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no index " + name + " on " + this.name));
    }

    /**
     * @param fields names in {@link Document#values()}; the key always follows as a last field, so that every order is
     *               total. The field {@link #SEQUENCE} means the document's place in the change order. No fields at all
     *               is the order of the keys.
     * @param multi  whether the first field may hold several values (a list of texts); such an index is never unique
     */
    public record Index(String name, List<String> fields, boolean unique, boolean multi) {

        public static final String SEQUENCE = "#sequence";

        public Index {
            fields = List.copyOf(fields);
        }

        public static Index on(String name, String... fields) {
            return new Index(name, List.of(fields), false, false);
        }

        public static Index unique(String name, String... fields) {
            return new Index(name, List.of(fields), true, false);
        }

        public static Index anyOf(String name, String field) {
            return new Index(name, List.of(field), false, true);
        }
    }
}
