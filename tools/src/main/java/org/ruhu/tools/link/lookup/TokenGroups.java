package org.ruhu.tools.link.lookup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.clean.Cleaner;
import org.ruhu.tools.link.clean.Cleaners;
import org.ruhu.tools.link.table.Codes;

/** The groups of a rule whose values may hold several words: a row is in a group for each. */
final class TokenGroups extends Groups {

    private static final int NONE = -1;

    private final int most;
    private final List<Key> keys;
    private final Numbers numbers = new Numbers();
    private final Codes heads = new Codes();
    private final Codes sizes = new Codes();
    private final Codes rows = new Codes();
    private final Codes next = new Codes();

    private record Key(int column, Cleaner cleaner, boolean each, Texts texts) {}

    /** @param column by name */
    TokenGroups(Rule rule, ToIntFunction<String> column) {
        most = rule.most();
        keys = rule.on().stream().map(key -> new Key(column.applyAsInt(key.column()), Cleaners.chain(key.clean()),
                key.each(), new Texts())).toList();
    }

    @Override
    void add(int row, IntFunction<String> values) {
        for (int group : groups(values, true)) {
            while (heads.size() <= group) {
                heads.add(NONE);
                sizes.add(0);
            }
            rows.add(row);
            next.add(heads.get(group));
            heads.set(group, rows.size() - 1);
            sizes.set(group, sizes.get(group) + 1);
        }
    }

    @Override
    void remove(int row, IntFunction<String> values) {
        for (int group : groups(values, false)) {
            int before = NONE;
            for (int entry = heads.get(group); entry != NONE; entry = next.get(entry)) {
                if (rows.get(entry) != row) {
                    before = entry;
                } else if (before == NONE) {
                    heads.set(group, next.get(entry));
                } else {
                    next.set(before, next.get(entry));
                }
            }
            sizes.set(group, sizes.get(group) - 1);
        }
    }

    @Override
    void together(int[] known, IntFunction<String> values, Candidates found) {
        for (int group : groups(values, false)) {
            if (sizes.get(group) < most) {
                for (int entry = heads.get(group); entry != NONE; entry = next.get(entry)) {
                    found.add(rows.get(entry));
                }
            }
        }
    }

    /** Every group a row with these values is in, once; none if a key is missing, or was never met and is not to be. */
    private int[] groups(IntFunction<String> values, boolean add) {
        int[] groups = {0};
        for (int k = 0; k < keys.size(); k++) {
            int[] codes = codes(keys.get(k), values, add);
            int[] wider = new int[groups.length * codes.length];
            int size = 0;
            for (int group : groups) {
                for (int code : codes) {
                    int number = k == 0 ? code : numbers.of(group, code, add);
                    if (number != Numbers.NEVER_MET) {
                        wider[size++] = number;
                    }
                }
            }
            groups = Arrays.copyOf(wider, size);
        }
        return groups.length == 1 ? groups : Arrays.stream(groups).sorted().distinct().toArray();
    }

    private static int[] codes(Key key, IntFunction<String> values, boolean add) {
        String value = values.apply(key.column());
        List<String> texts = new ArrayList<>(1);
        for (String part : key.each() ? value.split(" ") : new String[] {value}) {
            String cleaned = key.cleaner().clean(part);
            if (!cleaned.isEmpty()) {
                texts.add(cleaned);
            }
        }
        return texts.stream().mapToInt(text -> add ? key.texts().code(text) : key.texts().find(text))
                .filter(code -> code > 0).distinct().toArray();
    }
}
