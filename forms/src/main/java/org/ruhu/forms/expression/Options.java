package org.ruhu.forms.expression;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The options of a choice and what is known of each. Safe to share; a column is indexed when first asked for. */
public final class Options {

    private static final int[] NO_POSITIONS = {};

    private final List<String> codes;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, String[]> columns = new LinkedHashMap<>();
    private final Map<String, Map<String, int[]>> indexes = new ConcurrentHashMap<>();

    /** @param columns by name, a text for every code in their order, null where there is none */
    public Options(List<String> codes, Map<String, String[]> columns) {
        this.codes = List.copyOf(codes);
        for (String code : this.codes) {
            positions.put(code, positions.size());
        }
        this.columns.put(Expression.CODE, this.codes.toArray(String[]::new));
        columns.forEach((name, texts) -> this.columns.putIfAbsent(name, texts.clone()));
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    String[] column(String name) {
        return columns.get(name);
    }

    int size() {
        return codes.size();
    }

    String code(int position) {
        return codes.get(position);
    }

    /** Where a code stands; -1 when it is none of these. */
    int position(String code) {
        return positions.getOrDefault(code, -1);
    }

    /** Where the options stand that have this text in a column, ascending. */
    int[] positions(String column, String text) {
        return indexes.computeIfAbsent(column, this::index).getOrDefault(text, NO_POSITIONS);
    }

    private Map<String, int[]> index(String column) {
        String[] texts = columns.get(column);
        Map<String, IntStream.Builder> found = new HashMap<>();
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] != null) {
                found.computeIfAbsent(texts[i], text -> IntStream.builder()).add(i);
            }
        }
        Map<String, int[]> index = new HashMap<>();
        found.forEach((text, positions) -> index.put(text, positions.build().toArray()));
        return index;
    }
}
