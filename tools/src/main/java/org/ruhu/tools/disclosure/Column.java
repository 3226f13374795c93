package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.tools.CannotRun;

/** One variable of the microdata: a code for every row and the words the codes stand for. */
final class Column {

    /** Blanked to protect somebody; a cell that was empty from the start is the word {@code ""}. */
    static final int BLANKED = -1;
    static final String STAR = "*";

    private final Planned planned;
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> raw = new HashMap<>();
    private final Map<String, Integer> coded = new HashMap<>();
    private int[] codes = new int[1 << 10];
    private int rows;

    Column(Planned planned) {
        this.planned = planned;
    }

    private Column(Planned planned, List<String> words, int[] codes) {
        this(planned);
        this.words.addAll(words);
        this.codes = codes;
        this.rows = codes.length;
    }

    Planned planned() {
        return planned;
    }

    void add(String value) {
        if (rows == codes.length) {
            codes = Arrays.copyOf(codes, 2 * rows);
        }
        Integer code = raw.get(value);
        if (code == null) {
            code = coded(value);
            raw.put(value, code);
        }
        codes[rows++] = code;
    }

    /** Values as they came are kept only as long as rows are added, and not when nearly all differ. */
    private int coded(String value) {
        if (raw.size() > 1 << 16) {
            raw.clear();
        }
        String word = recoded(value);
        Integer code = coded.putIfAbsent(word, words.size());
        if (code != null) {
            return code;
        }
        words.add(word);
        return words.size() - 1;
    }

    private String recoded(String value) {
        try {
            return planned.recoding().of(value);
        } catch (NumberFormatException e) {
            throw new CannotRun("variable " + planned.name() + ": " + planned.from()
                    + " holds something that is no number, so it cannot be banded or rounded");
        }
    }

    int[] codes() {
        return codes.length == rows ? codes : (codes = Arrays.copyOf(codes, rows));
    }

    int code(int row) {
        return codes[row];
    }

    void blank(int row) {
        codes[row] = BLANKED;
    }

    List<String> words() {
        return words;
    }

    String word(int row) {
        return codes[row] == BLANKED ? STAR : words.get(codes[row]);
    }

    /** The column of some rows only, in their order. */
    Column of(int[] chosen) {
        int[] kept = new int[chosen.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = codes[chosen[i]];
        }
        return new Column(planned, words, kept);
    }

    long blanked() {
        return Arrays.stream(codes()).filter(code -> code == BLANKED).count();
    }

    /** Which words tell something: an empty cell does only if it is named as harmless. */
    boolean[] telling() {
        boolean[] telling = new boolean[words.size()];
        for (int i = 0; i < telling.length; i++) {
            telling[i] = !words.get(i).isEmpty() || planned.harmless().contains("");
        }
        return telling;
    }

    /** Shannon's entropy of what is to be seen, in bits a row; a blanked cell tells nothing. */
    double bits() {
        long[] counts = new long[words.size()];
        long seen = 0;
        for (int i = 0; i < rows; i++) {
            if (codes[i] != BLANKED) {
                counts[codes[i]]++;
                seen++;
            }
        }
        double bits = 0;
        for (long count : counts) {
            bits -= count == 0 ? 0 : count * Math.log((double) count / seen) / Math.log(2);
        }
        return rows == 0 ? 0 : bits / rows;
    }
}
