package org.ruhu.tools.indicator.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.Answers;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Gap;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.ValueType;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.indicator.compute.Drawn;
import org.ruhu.tools.indicator.reading.HouseholdReader;
import org.ruhu.tools.lines.Revision;

/**
 * Interviews read back from a folder of {@code ruhu export}, as CSV or NDJSON: with which answers are imputed, where
 * columns {@code ..._imputed} say so, and how the household was drawn, where {@code households} has a column
 * {@code weight}. The files have the rows of an interview in one order, so they are read side by side.
 */
public final class Exported implements AutoCloseable {

    private static final String WEIGHT = "weight";
    private static final Set<String> GAPS = Set.of(Gap.DONT_KNOW.code(), Gap.REFUSED.code());
    private static final Set<String> IMPUTED = Set.of("1", "2", "3");

    private final List<Sheet> sheets = new ArrayList<>();

    private Exported() {}

    /** @param drawn by the columns of the export; empty where the row has no weight */
    public record Read(Revision revision, Optional<Drawn> drawn) {}

    public interface Taker {
        void take(Read read) throws IOException;
    }

    /** A table with the file that holds it. */
    private record Sheet(Table table, List<String> steps, TableFile file) {}

    /** @throws CannotRun if a file of the export is not there */
    public static Exported open(Path folder, Catalogue catalogue) throws IOException {
        Exported exported = new Exported();
        List<FormVersion> versions = catalogue.versions(HouseholdReader.FORM);
        List<Table> tables = new ArrayList<>(Dataset.of(versions).tables());
        tables.sort(Comparator.comparingInt(table -> steps(table).size()));
        try {
            for (Table table : tables) {
                exported.sheets.add(new Sheet(table, steps(table), TableFile.in(folder, table.name())));
            }
        } catch (IOException | RuntimeException e) {
            exported.close();
            throw e;
        }
        return exported;
    }

    private static List<String> steps(Table table) {
        return table.roster().map(Table::steps).orElse(List.of());
    }

    /** Whether households say how much they weigh. */
    public boolean weighted() {
        return sheets.get(0).file().has(WEIGHT);
    }

    /** Reads everything once. */
    public void forEach(Taker taker) throws IOException {
        TableFile households = sheets.get(0).file();
        while (households.row().isPresent()) {
            taker.take(next(households));
        }
        for (Sheet sheet : sheets) {
            if (sheet.file().row().isPresent()) {
                throw sheet.file().wrong("belongs to no interview that comes here in households; leave the files as"
                        + " they were exported");
            }
        }
    }

    private Read next(TableFile households) throws IOException {
        TableFile.Cells row = households.row().orElseThrow();
        String submission = row.text("submission");
        Optional<Drawn> drawn = weighted() ? drawn(households, row, submission) : Optional.empty();
        FormId form = form(households, row);
        String number = row.text("number");
        if (submission.isEmpty() || !number.matches("[1-9][0-9]{0,8}")) {
            throw households.wrong("has no submission or number");
        }
        Reading reading = new Reading(submission);
        for (Sheet sheet : sheets) {
            reading.rows(sheet);
        }
        Revision revision = new Revision(submission, Integer.parseInt(number), form, row.text("campaign"),
                row.text("unit"), row.text("area"), row.text("received_at"),
                new Answers(reading.answers, reading.missing), Map.of(), "", reading.imputed);
        return new Read(revision, drawn);
    }

    private static FormId form(TableFile file, TableFile.Cells row) {
        try {
            return new FormId(HouseholdReader.FORM, row.text("form_version"));
        } catch (IllegalArgumentException e) {
            throw file.wrong("has no form_version");
        }
    }

    /** Without strata all are one; without first-stage units every household was drawn by itself. */
    private static Optional<Drawn> drawn(TableFile file, TableFile.Cells row, String submission) {
        if (row.text(WEIGHT).isEmpty()) {
            return Optional.empty();
        }
        try {
            String fpc = row.text("fpc");
            String cluster = row.text("psu");
            double clusters = fpc.isEmpty() ? 0 : Double.parseDouble(fpc);
            if (!(clusters >= 0)) {
                throw file.wrong("fpc is a number of at least 1");
            }
            return Optional.of(new Drawn(row.text("stratum"), cluster.isEmpty() ? submission : cluster,
                    Double.parseDouble(row.text(WEIGHT)), clusters));
        } catch (IllegalArgumentException e) {
            throw file.wrong("weight and fpc are numbers, not below 0");
        }
    }

    /** One interview on its way back. */
    private static final class Reading {

        private final String submission;
        private final ObjectNode answers = JsonNodeFactory.instance.objectNode();
        private final Map<String, String> missing = new HashMap<>();
        private final Map<String, String> imputed = new HashMap<>();
        private final Map<String, ObjectNode> rows = new HashMap<>();
        private final Map<String, String> places = new HashMap<>();
        private final Set<String> main = new HashSet<>();

        Reading(String submission) {
            this.submission = submission;
            rows.put("", answers);
            places.put("", "");
        }

        void rows(Sheet sheet) throws IOException {
            TableFile file = sheet.file();
            while (file.row().isPresent() && file.row().get().text("submission").equals(submission)
                    && (!sheet.steps().isEmpty() || main.add(submission))) {
                TableFile.Cells row = file.row().get();
                String within = "";
                for (int i = 0; i < sheet.steps().size() - 1; i++) {
                    within += "/" + sheet.steps().get(i) + "/" + row.text(sheet.steps().get(i) + "_row");
                }
                if (!rows.containsKey(within)) {
                    throw file.wrong("lies in a row that is not there");
                }
                fill(sheet, row, within);
                file.next();
            }
        }

        private void fill(Sheet sheet, TableFile.Cells row, String within) {
            ObjectNode answered = rows.get(within);
            String place = places.get(within);
            if (!sheet.steps().isEmpty()) {
                String step = sheet.steps().get(sheet.steps().size() - 1);
                ArrayNode all = answered.withArray("/" + step);
                place += "/" + step + "/" + all.size();
                answered = all.addObject();
                String key = within + "/" + step + "/" + row.text("row");
                rows.put(key, answered);
                places.put(key, place);
            }
            for (Variable variable : sheet.table().variables()) {
                if (variable.question().isPresent()) {
                    cell(variable, variable.question().get().name(), row, place, answered);
                }
            }
        }

        private void cell(Variable variable, String question, TableFile.Cells row, String place, ObjectNode answered) {
            switch (variable.role()) {
                case VALUE -> {
                    JsonNode value = row.value(variable.name(), variable.type());
                    if (!value.isMissingNode()) {
                        answered.set(question, value);
                    }
                    String how = row.text(variable.name() + "_imputed");
                    if (IMPUTED.contains(how)) {
                        imputed.put(place + "/" + question, how);
                    }
                }
                case MENTIONED -> {
                    JsonNode chosen = row.value(variable.name(), ValueType.BOOLEAN);
                    if (chosen.isBoolean() && !answered.has(question)) {
                        answered.putArray(question);
                    }
                }
                case REASON -> {
                    String why = row.text(variable.name());
                    if (GAPS.contains(why)) {
                        missing.put(place + "/" + question, why);
                    }
                }
                case KEY, ADDED -> { }
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Sheet sheet : sheets) {
            sheet.file().close();
        }
    }
}
