package org.ruhu.tools.link.table;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Records to be linked: columns of equal length, cleaned. Rows of the second input, if there is one, follow those of
 * the first.
 *
 * @param ids   what the rows are called
 * @param first rows of the first input
 */
public record Records(int size, int first, Ids ids, Map<String, Column> columns) {

    public Records {
        columns = Map.copyOf(columns);
    }

    public static Records of(int first, Ids ids, List<Column> columns) {
        return new Records(ids.size(), first, ids,
                columns.stream().collect(Collectors.toMap(Column::name, Function.identity())));
    }

    public String id(int row) {
        return ids.text(row);
    }

    /** Whether a row is of the second input. */
    public boolean second(int row) {
        return row >= first;
    }

    /** @throws IllegalArgumentException if there is none of that name, with those there are */
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no column " + name + "; there are "
                    + String.join(", ", columns.keySet().stream().sorted().toList()));
        }
        return column;
    }
}
