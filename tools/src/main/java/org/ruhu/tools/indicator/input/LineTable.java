package org.ruhu.tools.indicator.input;

import com.fasterxml.jackson.databind.node.DoubleNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.parameter.Parameter;
import org.ruhu.forms.parameter.ParameterFile;
import org.ruhu.forms.parameter.ParameterProblem;
import org.ruhu.forms.parameter.ParameterType;
import org.ruhu.forms.parameter.ParameterValue;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.tools.CannotRun;

/**
 * Poverty lines as CSV with the columns area, year, value and source; an area has the lines of the longest prefix of
 * its code, an empty one stands for the country. A JSON file is a table of parameters, so that it may hold standards
 * of water and what counts as income too. Lines come after those known already, and hold where both do.
 */
public final class LineTable {

    private static final List<String> COLUMNS = List.of("area", "year", "value", "source");
    private static final String NAME = "poverty_line";

    private LineTable() {}

    public static Parameters with(Parameters known, Path file) throws IOException {
        try {
            return known.with(file.toString().endsWith(".json")
                    ? ParameterFile.read(file.getFileName().toString(), Files.readAllBytes(file)) : List.of(csv(new CsvTable(file, COLUMNS))));
        } catch (ParameterProblem | IllegalArgumentException e) {
            throw new CannotRun(e.getMessage());
        }
    }

    /** @param name by which errors speak of the CSV that was sent */
    public static Parameters with(Parameters known, String name, String csv) {
        try {
            return known.with(List.of(csv(CsvTable.of(name, csv, COLUMNS))));
        } catch (IllegalArgumentException e) {
            throw new CannotRun(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Parameter csv(CsvTable table) throws IOException {
        List<ParameterValue> values = new ArrayList<>();
        Set<String> places = new HashSet<>();
        table.forEach(row -> {
            int year = (int) row.number("year", 1900);
            String area = row.text("area");
            if (!ParameterValue.isArea(area)) {
                throw row.wrong("area", "is empty or the first 2, 4, 6, 9 or 12 digits of a village's code");
            }
            if (row.text("source").isEmpty()) {
                throw row.wrong("source", "says who laid down the line");
            }
            double value = row.number("value", 0);
            if (value == 0) {
                throw row.wrong("value", "is above 0");
            }
            if (!places.add(area + " " + year)) {
                throw row.wrong("area", "has a line for this year already");
            }
            values.add(new ParameterValue(area, LocalDate.of(year, 1, 1), Optional.of(LocalDate.of(year, 12, 31)),
                    DoubleNode.valueOf(value), row.text("source"), false, 1));
        });
        return new Parameter(NAME, ParameterType.NUMBER, Optional.of("yuan"),
                Map.of("zh", "贫困标准", "en", "Poverty line"), values);
    }
}
