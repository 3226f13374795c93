package org.ruhu.tools.link.block;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.clean.Cleaners;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Dictionary;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.Values;

/** The columns that keys of rules are, each made once however many rules use it. */
final class Keys {

    private final Records records;
    private final Map<List<Object>, Column> cleaned = new HashMap<>();

    Keys(Records records) {
        this.records = records;
    }

    Column column(Rule.Key key) {
        Column column = records.column(key.column());
        return key.clean().isEmpty() ? column : cleaned.computeIfAbsent(List.of(key.column(), key.clean()),
                wanted -> column.cleaned(key.column(), Cleaners.chain(key.clean())));
    }

    /**
     * The values of a column that holds several in one, parted by blanks: codes of the parts of value c are
     * {@code parts[from[c]]} to before {@code parts[from[c + 1]]}, each once.
     */
    record Parts(int[] from, int[] parts, Values texts) {

        int size() {
            return texts.size();
        }

        static Parts of(Values values) {
            Dictionary dictionary = new Dictionary();
            int[] from = new int[values.size() + 1];
            int[] parts = new int[values.size()];
            int count = 0;
            for (int code = 0; code < values.size(); code++) {
                from[code] = count;
                StringTokenizer words = new StringTokenizer(values.text(code), " ");
                while (words.hasMoreTokens()) {
                    int part = dictionary.code(words.nextToken());
                    if (!among(parts, from[code], count, part)) {
                        parts = count == parts.length ? Arrays.copyOf(parts, 2 * count + 16) : parts;
                        parts[count++] = part;
                    }
                }
            }
            from[values.size()] = count;
            return new Parts(from, parts, dictionary.values());
        }

        private static boolean among(int[] parts, int from, int to, int part) {
            for (int i = from; i < to; i++) {
                if (parts[i] == part) {
                    return true;
                }
            }
            return false;
        }
    }
}
