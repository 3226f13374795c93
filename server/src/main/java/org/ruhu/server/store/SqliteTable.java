package org.ruhu.server.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ruhu.server.store.Kind.Index;

/**
 * The SQL of one kind. A kind is a table: a column {@code f_x} for each field x of an index, the body last; an index for
 * several values is a table of its own, {@code kind.index}, with a row for each value.
 */
final class SqliteTable {

    private final Kind kind;
    private final Set<String> declared;
    private final List<String> fields;
    private final List<Index> multiples;

    SqliteTable(Kind kind) {
        this.kind = kind;
        this.multiples = kind.indexes().stream().filter(Index::multi).toList();
        List<String> several = multiples.stream().map(index -> index.fields().get(0)).toList();
        this.declared = Slice.fields(kind);
        this.fields = declared.stream().filter(field -> !several.contains(field)).toList();
    }

    Kind kind() {
        return kind;
    }

    /** The fields that are columns, in the order in which they are bound. */
    List<String> fields() {
        return fields;
    }

    List<Index> multiples() {
        return multiples;
    }

    void requireDeclared(Document document) {
        Slice.requireDeclared(document, declared, kind);
    }

    String name() {
        return quoted(kind.name());
    }

    String side(Index multiple) {
        return quoted(kind.name() + "." + multiple.name());
    }

    String create() {
        return "CREATE TABLE " + name() + " (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, "
                + "sequence INTEGER NOT NULL, " + fields.stream().map(field -> column(field) + ", ")
                .collect(Collectors.joining()) + "body BLOB NOT NULL)";
    }

    String createSide(Index multiple) {
        String columns = multiple.fields().stream().map(SqliteTable::column).collect(Collectors.joining(", "));
        return "CREATE TABLE " + side(multiple) + " (" + columns + ", key TEXT NOT NULL, id INTEGER NOT NULL, "
                + "PRIMARY KEY (" + columns + ", key)) WITHOUT ROWID";
    }

    String createSideIndex(Index multiple) {
        return "CREATE INDEX " + quoted(kind.name() + "." + multiple.name() + "#id") + " ON " + side(multiple) + " (id)";
    }

    static String sequenceIndexName(String kind) {
        return kind + ".#sequence";
    }

    String createSequenceIndex() {
        return "CREATE INDEX " + quoted(sequenceIndexName(kind.name())) + " ON " + name() + " (sequence)";
    }

    static String indexName(Kind kind, Index index) {
        return kind.name() + "." + index.name();
    }

    String createIndex(Index index) {
        List<String> columns = new ArrayList<>(index.fields().stream().map(SqliteTable::column).toList());
        if (!index.unique()) {
            columns.add("key");
        }
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + quoted(indexName(kind, index)) + " ON " + name()
                + " (" + String.join(", ", columns) + ")";
    }

    /** Rows are numbered as they come, but for those that must not tell when: their numbers are drawn. */
    String insert() {
        String id = kind.traceless() ? "id, " : "";
        String drawn = kind.traceless() ? "random() & 9223372036854775807, " : "";
        return "INSERT INTO " + name() + " (" + id + "key, version, sequence, " + columnList() + "body) VALUES ("
                + drawn + "?, 1, ?, "
                + "?, ".repeat(fields.size()) + "?) ON CONFLICT DO NOTHING";
    }

    String replace() {
        return "UPDATE OR IGNORE " + name() + " SET version = version + 1, sequence = ?, "
                + fields.stream().map(field -> column(field) + " = ?, ").collect(Collectors.joining())
                + "body = ? WHERE key = ? AND version = ?";
    }

    String idOf() {
        return "SELECT id FROM " + name() + " WHERE key = ?";
    }

    String insertSide(Index multiple) {
        return "INSERT INTO " + side(multiple) + " VALUES (" + "?, ".repeat(multiple.fields().size()) + "?, ?) "
                + "ON CONFLICT DO NOTHING";
    }

    String deleteSide(Index multiple) {
        return "DELETE FROM " + side(multiple) + " WHERE id = ?";
    }

    String find() {
        return "SELECT key, body, version, sequence FROM " + name() + " WHERE key = ?";
    }

    String changes() {
        return "SELECT key, body, version, sequence FROM " + name() + " WHERE sequence > ? ORDER BY sequence LIMIT ?";
    }

    String lastSequence() {
        return "SELECT max(sequence) FROM " + name();
    }

    /** First the four columns of {@link #find}, then the position. Bound: {@link #bounds}, then the limit. */
    String range(Slice slice) {
        String direction = slice.descending() ? " DESC" : "";
        String row = slice.index().multi() ? "d" : "x";
        return "SELECT %1$s.key, %1$s.body, %1$s.version, %1$s.sequence".formatted(row)
                + slice.index().fields().stream().map(field -> ", x." + column(field)).collect(Collectors.joining())
                + " FROM " + source(slice.index()) + where(slice)
                + " ORDER BY " + slice.sorted().stream().map(field -> "x." + column(field) + direction)
                .collect(Collectors.joining(", ")) + " LIMIT ?";
    }

    String count(Slice slice, int grouped) {
        String columns = slice.index().fields().subList(0, grouped).stream().map(field -> "x." + column(field))
                .collect(Collectors.joining(", "));
        String from = slice.index().multi() ? side(slice.index()) + " x" : indexed(slice.index());
        return "SELECT count(*)" + (grouped == 0 ? "" : ", " + columns) + " FROM " + from + where(slice)
                + (grouped == 0 ? "" : " GROUP BY " + columns);
    }

    private String source(Index index) {
        return index.multi() ? side(index) + " x CROSS JOIN " + name() + " d ON d.id = x.id" : indexed(index);
    }

    private String indexed(Index index) {
        boolean byKey = index.fields().isEmpty();
        return name() + " x" + (byKey ? "" : " INDEXED BY " + quoted(indexName(kind, index)));
    }

    private static String where(Slice slice) {
        List<String> terms = new ArrayList<>();
        int given = slice.equal().size();
        slice.order().subList(0, given).forEach(field -> terms.add("x." + column(field) + " = ?"));
        slice.open().forEach(field -> terms.add("x." + column(field) + " IS NOT NULL"));
        if (!slice.prefix().isEmpty()) {
            String next = "x." + column(slice.open().get(0));
            terms.add(next + " >= ?");
            slice.until().ifPresent(until -> terms.add(next + " < ?"));
        }
        if (!slice.behind().isEmpty()) {
            String row = slice.open().subList(0, slice.behind().size()).stream().map(field -> "x." + column(field))
                    .collect(Collectors.joining(", "));
            String marks = String.join(", ", Collections.nCopies(slice.behind().size(), "?"));
            terms.add("(" + row + ") " + (slice.descending() ? "<" : ">") + " (" + marks + ")");
        }
        return terms.isEmpty() ? "" : " WHERE " + String.join(" AND ", terms);
    }

    /** What the question marks of {@link #range} and {@link #count} stand for, but for the limit. */
    static List<Object> bounds(Slice slice) {
        List<Object> values = new ArrayList<>(slice.equal());
        if (!slice.prefix().isEmpty()) {
            values.add(slice.prefix());
            slice.until().ifPresent(values::add);
        }
        values.addAll(slice.behind());
        return values;
    }

    private String columnList() {
        return fields.stream().map(field -> column(field) + ", ").collect(Collectors.joining());
    }

    static String column(String field) {
        return switch (field) {
            case Slice.KEY -> "key";
            case Index.SEQUENCE -> "sequence";
            default -> quoted("f_" + field);
        };
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
