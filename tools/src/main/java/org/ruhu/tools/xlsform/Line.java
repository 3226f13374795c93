package org.ruhu.tools.xlsform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row of a sheet that holds something, by column. */
record Line(Place place, Map<Header, Cell> cells) {

    Optional<Cell> cell(String name) {
        return cells.entrySet().stream().filter(e -> e.getKey().name().equals(name)).map(Map.Entry::getValue)
                .findFirst();
    }

    String text(String name) {
        return cell(name).map(Cell::text).orElse("");
    }

    boolean yes(String name) {
        return List.of("yes", "true", "true()", "1").contains(text(name).toLowerCase(java.util.Locale.ROOT));
    }

    /** The column in all its languages; the bare column has the language "". */
    Map<String, Cell> languages(String name) {
        Map<String, Cell> found = new LinkedHashMap<>();
        cells.forEach((header, cell) -> {
            if (header.name().equals(name)) {
                found.putIfAbsent(header.language(), cell);
            }
        });
        return found;
    }

    /** Where a column is, or would be. */
    Place at(String name) {
        return cell(name).map(Cell::place).orElse(place);
    }
}
