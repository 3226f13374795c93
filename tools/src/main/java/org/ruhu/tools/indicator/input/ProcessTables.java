package org.ruhu.tools.indicator.input;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ruhu.forms.parameter.ParameterValue;
import org.ruhu.tools.indicator.compute.Process;

/**
 * Notices and funds as CSV: area, posted, removed, photo (yes or no) and, where they differ from seven, the days a
 * notice has to hang; area, year, planned and paid.
 */
public final class ProcessTables {

    private static final int DAYS = 7;
    private static final int FIRST_YEAR = 1900;

    private ProcessTables() {}

    public static void notices(Path file, Process to) throws IOException {
        new CsvTable(file, List.of("area", "posted", "removed", "photo")).forEach(row -> {
            if (!List.of("yes", "no").contains(row.text("photo"))) {
                throw row.wrong("photo", "is yes or no");
            }
            LocalDate posted = day(row, "posted").orElseThrow(() -> row.wrong("posted", "is a day such as 2020-08-01"));
            Optional<LocalDate> removed = day(row, "removed");
            if (removed.filter(end -> end.isBefore(posted)).isPresent()) {
                throw row.wrong("removed", "is not before posted");
            }
            int days = row.text("days").isEmpty() ? DAYS : (int) row.number("days", 1);
            to.add(new Process.Notice(area(row), posted, removed, days, row.text("photo").equals("yes")));
        });
    }

    public static void funds(Path file, Process to) throws IOException {
        new CsvTable(file, List.of("area", "year", "planned", "paid")).forEach(row -> to.add(new Process.Fund(area(row),
                (int) row.number("year", FIRST_YEAR), row.number("planned", 0), row.number("paid", 0))));
    }

    private static String area(CsvTable.Entry row) {
        if (!ParameterValue.isArea(row.text("area"))) {
            throw row.wrong("area", "is empty or the first 2, 4, 6, 9 or 12 digits of a village's code");
        }
        return row.text("area");
    }

    /** Empty when nothing is written. */
    private static Optional<LocalDate> day(CsvTable.Entry row, String column) {
        try {
            return row.text(column).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(row.text(column)));
        } catch (DateTimeException e) {
            throw row.wrong(column, "is a day such as 2020-08-01");
        }
    }
}
