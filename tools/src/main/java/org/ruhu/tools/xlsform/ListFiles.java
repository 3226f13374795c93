package org.ruhu.tools.xlsform;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the lists that lie in files beside a workbook. */
final class ListFiles {

    private static final long LARGEST = 50L << 20;

    private final Path folder;
    private final Choices choices;
    private final Remarks remarks;
    private final Set<String> read = new LinkedHashSet<>();

    ListFiles(Path folder, Choices choices, Remarks remarks) {
        this.folder = folder;
        this.choices = choices;
        this.remarks = remarks;
    }

    void read(Survey survey) {
        for (Node node : survey.root().all()) {
            boolean file = node.what.choice() && node.type.list().matches("(?i).*\\.(csv|xml|geojson)");
            if (file && read.add(node.type.list())) {
                Map<String, String> parameters = Ranges.parameters(node.line);
                read(node.type.list(), parameters.getOrDefault("value", "name"),
                        parameters.getOrDefault("label", "label"), node.line.at("type"));
            }
            String type = node.line.text("type").replaceAll("[-_ ]", "");
            if (node.what == What.DROPPED && type.equalsIgnoreCase("csvexternal")) {
                read(node.written + ".csv", "name", "label", node.line.at("type"));
            }
        }
    }

    private void read(String name, String value, String label, Place place) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder.normalize()) || !name.toLowerCase(java.util.Locale.ROOT).endsWith(".csv")) {
            remarks.refuse(place, "a list is read from a .csv file beside the workbook, not from '" + name + "'");
            return;
        }
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                remarks.refuse(place, Files.exists(file) ? "'" + name + "' is larger than 50 MB, or no file"
                        : "there is no file '" + name + "' beside the workbook");
                return;
            }
            List<NamedCsvRecord> rows;
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
                rows = reader.stream().toList();
            }
            keep(name, value, label, rows, place);
        } catch (IOException | CsvParseException | java.io.UncheckedIOException e) {
            remarks.refuse(place, "'" + name + "' cannot be read as CSV");
        }
    }

    private void keep(String name, String value, String label, List<NamedCsvRecord> rows, Place place) {
        if (rows.isEmpty() || !rows.get(0).getHeader().contains(value)) {
            remarks.refuse(place, "'" + name + "' has no " + (rows.isEmpty() ? "rows" : "column '" + value + "'"));
            return;
        }
        Map<String, NamedCsvRecord> byCode = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows) {
            String code = row.getField(value).strip();
            if (!Choices.code(code)) {
                remarks.refuse(place, "'" + name + "' line " + row.getStartingLineNumber() + ": '" + code
                        + "' cannot be a code");
            } else if (byCode.putIfAbsent(code, row) != null) {
                remarks.refuse(place, "'" + name + "' line " + row.getStartingLineNumber() + ": '" + code
                        + "' is there already");
            }
        }
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (String column : rows.get(0).getHeader()) {
            if (!column.equals("name") && !column.equals(label) && !column.isBlank()) {
                columns.put(column, byCode.values().stream()
                        .map(row -> row.findField(column).orElse("").strip()).toList());
            }
        }
        Map<String, Cell> labels = new LinkedHashMap<>();
        byCode.forEach((code, row) -> labels.put(code, new Cell(place, row.findField(label).orElse(code))));
        choices.add(name, new ArrayList<>(byCode.keySet()), columns, Map.of("", labels));
        choices.alias(name.replaceFirst("(?i)\\.csv$", ""), name);
    }
}
