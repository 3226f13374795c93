package org.ruhu.tools.link.lookup;

import java.util.List;
import org.ruhu.tools.link.Settings.Derived;
import org.ruhu.tools.link.clean.Cleaner;
import org.ruhu.tools.link.clean.Cleaners;
import org.ruhu.tools.link.table.Codes;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Dictionary;

/** A column that grows: every value once, cleaned, and a code per row. */
final class Field {

    /** Names, villages and days come again and again; cleaning them costs more than remembering some. */
    private static final int REMEMBERED = 1 << 12;

    private final String name;
    private final int[] from;
    private final String join;
    private final Cleaner cleaner;
    private final String[] asWritten = new String[REMEMBERED];
    private final String[] asCleaned = new String[REMEMBERED];
    private final Dictionary dictionary = new Dictionary();
    private final Codes codes = new Codes();

    /** @param sources the raw values a row comes with */
    Field(String name, Derived derived, List<String> sources) {
        this.name = name;
        this.from = derived.from().stream().mapToInt(sources::indexOf).toArray();
        this.join = derived.join();
        this.cleaner = Cleaners.chain(derived.clean());
    }

    String cleaned(String[] raw) {
        String written = written(raw);
        int place = (written.hashCode() * 0x9E3779B9) >>> 20;
        if (!written.equals(asWritten[place])) {
            asCleaned[place] = cleaner.clean(written);
            asWritten[place] = written;
        }
        return asCleaned[place];
    }

    private String written(String[] raw) {
        StringBuilder text = new StringBuilder();
        for (int source : from) {
            String value = raw[source];
            if (value != null && !value.isEmpty()) {
                text.append(text.isEmpty() ? "" : join).append(value);
            }
        }
        return text.toString();
    }

    String name() {
        return name;
    }

    void add(String cleaned) {
        codes.add(dictionary.code(cleaned));
    }

    int code(int row) {
        return codes.get(row);
    }

    /** Text of a code. */
    String value(int code) {
        return dictionary.text(code);
    }

    /** Code of a value; 0 if no row ever had it. */
    int find(String value) {
        return dictionary.find(value);
    }

    String text(int row) {
        return dictionary.text(codes.get(row));
    }

    /** The row is not one any more. */
    void forget(int row) {
        codes.set(row, Column.MISSING);
    }

    /**
     * Some of the rows as a column of their own, behind a value that is looked for.
     *
     * @return row 0 has {@code wanted}, row i + 1 the value of {@code rows[i]}
     */
    Column among(String wanted, int[] rows) {
        Dictionary few = new Dictionary();
        int[] own = new int[rows.length + 1];
        own[0] = few.code(wanted);
        int last = Column.MISSING;
        int lastOwn = Column.MISSING;
        for (int i = 0; i < rows.length; i++) {
            int code = codes.get(rows[i]);
            if (code != last) {
                last = code;
                lastOwn = code == Column.MISSING ? Column.MISSING : few.code(dictionary.text(code));
            }
            own[i + 1] = lastOwn;
        }
        return new Column(name, own, few.values());
    }
}
