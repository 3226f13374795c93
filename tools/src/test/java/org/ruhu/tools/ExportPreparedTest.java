package org.ruhu.tools;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.tools.simulation.Plan;
import org.ruhu.tools.simulation.Simulation;

/** Exports in which something stands beside the answers. */
class ExportPreparedTest {

    private static final List<String> INCOME = List.of("inc_wage_local", "inc_wage_out", "inc_post", "inc_crop",
            "inc_stock", "inc_gather", "inc_nonfarm", "exp_crop", "exp_stock", "exp_nonfarm", "exp_depr", "exp_tax",
            "inc_land", "inc_div", "inc_int", "inc_dibao", "inc_tekun", "inc_pension", "inc_disab", "inc_eco",
            "inc_agri", "inc_edu", "inc_relief", "inc_family", "inc_other_tr", "exp_trans");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void aHouseholdThatDidNotTellItsIncomeBorrowsAllOfItAndItsNetIncomeFollows() throws IOException {
        Files.writeString(folder.resolve("plan.json"), """
                {"seed": 2026, "rules": [{"name": "income", "questions": [%s], "classes": [["hh_attr"], []]}]}"""
                .formatted(String.join(", ", INCOME.stream().map(name -> "\"/" + name + "\"").toList())));
        assertThat(export()).isZero();
        List<NamedCsvRecord> plain = table("households.csv");
        assertThat(export("--impute", folder.resolve("plan.json").toString())).as(err.toString()).isZero();
        List<NamedCsvRecord> filled = table("households.csv");

        int borrowed = 0;
        for (int i = 0; i < plain.size(); i++) {
            boolean told = !plain.get(i).getField("net_income").isEmpty() || plain.get(i).getField("inc_land_missing")
                    .equals("not-asked");
            borrowed += told ? 0 : 1;
            assertThat(filled.get(i).getField("net_income").isEmpty())
                    .isEqualTo(plain.get(i).getField("inc_land_missing").equals("not-asked"));
            assertThat(filled.get(i).getField("net_income_imputed")).isEqualTo(told
                    ? plain.get(i).getField("net_income").isEmpty() ? "" : "0" : "3");
            assertThat(filled.get(i).getField("inc_land_missing")).isEqualTo(plain.get(i).getField("inc_land_missing"));
            assertThat(filled.get(i).getField("head_name")).isEqualTo(plain.get(i).getField("head_name"));
        }
        assertThat(borrowed).isPositive();
        assertThat(cells("inc_land")).isEqualTo(borrowed);
    }

    @Test
    void weightsStandBesideTheAnswersAndWhatMatchesNothingIsSaid() throws IOException {
        assertThat(export()).isZero();
        String unit = table("households.csv").get(3).getField("unit");
        Files.writeString(folder.resolve("weights.csv"), "unit,weight\n" + unit + ",12.5\nnowhere,1\n");
        assertThat(export("--beside", folder.resolve("weights.csv").toString())).isZero();
        assertThat(table("households.csv").get(3).getField("weight")).isEqualTo("12.5");
        assertThat(table("members.csv")).filteredOn(row -> row.getField("unit").equals(unit))
                .allMatch(row -> row.getField("weight").equals("12.5"));
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("weights.csv: 1 lines belong to no row, ");
    }

    @Test
    void aPlanThatDoesNotSuitIsRefusedWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("plan.json"), "{\"rules\": [{\"questions\": [\"/no\"], \"value\": \"0\"}]}");
        assertThat(export("--impute", folder.resolve("plan.json").toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("plan.json: rules[0]: no version of household-census");
    }

    private long cells(String question) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(
                folder.resolve("out/imputation.csv"))) {
            return rows.stream().filter(row -> row.getField("question").equals(question))
                    .mapToLong(row -> Long.parseLong(row.getField("cells"))).sum();
        }
    }

    private List<NamedCsvRecord> table(String name) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(
                folder.resolve("out").resolve(name))) {
            return rows.stream().toList();
        }
    }

    private int export(String... options) {
        Simulation simulation = new Simulation(Plan.of(300, 5, "test"));
        StringBuilder lines = new StringBuilder();
        IntStream.range(0, 300).forEach(i -> lines.append(simulation.household(i).submission()).append('\n'));
        List<String> arguments = new ArrayList<>(List.of("export", "-", "--out", folder.resolve("out").toString()));
        arguments.addAll(List.of(options));
        byte[] in = lines.toString().getBytes(StandardCharsets.UTF_8);
        World world = new World(new ByteArrayInputStream(in), new ByteArrayOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        return Ruhu.run(world, arguments.toArray(String[]::new));
    }
}
