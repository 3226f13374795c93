package org.ruhu.tools.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A sheet: its heads, and the rows that hold something. */
record Table(String name, List<Header> headers, List<Line> lines) {

    /** @param rows by number, from 1; of each the texts by column, from 0; the first row is the head */
    static Table of(String name, TreeMap<Integer, TreeMap<Integer, String>> rows) {
        Map<Integer, Header> headers = new LinkedHashMap<>();
        List<Line> lines = new ArrayList<>();
        rows.forEach((number, texts) -> {
            boolean first = headers.isEmpty();
            Map<Header, Cell> cells = new LinkedHashMap<>();
            texts.forEach((column, text) -> {
                Place place = new Place(name, number, letters(column));
                if (first) {
                    headers.put(column, Header.of(text, place));
                } else if (headers.containsKey(column)) {
                    cells.put(headers.get(column), new Cell(place, text));
                }
            });
            if (!cells.isEmpty()) {
                lines.add(new Line(new Place(name, number, ""), cells));
            }
        });
        return new Table(name, List.copyOf(headers.values()), List.copyOf(lines));
    }

    static Table empty(String name) {
        return new Table(name, List.of(), List.of());
    }

    boolean has(String column) {
        return headers.stream().anyMatch(header -> header.name().equals(column));
    }

    /** 0 is A, 26 is AA. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
