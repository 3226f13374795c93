package org.ruhu.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ruhu indicators} on a folder of {@code ruhu export}. */
class ExportedIndicatorsTest extends IndicatorsBase {

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson"})
    void anExportHasTheFiguresOfItsInterviews(String format) throws IOException {
        indicators("i", lines.toString());
        export(format);
        indicators("j", folder.resolve("e").toString());
        assertThat(figures("j")).isEqualTo(figures("i"));
    }

    @Test
    void weightsOfAnExportAreItsDesign() throws IOException {
        Path design = design();
        indicators("i", lines.toString(), "--design", design.toString());
        export("csv", "--beside", design.toString());
        indicators("j", folder.resolve("e").toString());
        assertThat(figures("j")).isEqualTo(figures("i"));
        assertThat(figure("income.register.mean", "", "", "").has("lower")).isTrue();
        assertThat(said()).contains("or they have no weight");
    }

    /** Wages from outside are missing from every fifth interview and filled in. */
    @Test
    void imputedAnswersCountAndAreTold() throws IOException {
        List<String> fewer = new ArrayList<>();
        int at = 0;
        for (String line : Files.readAllLines(lines)) {
            ObjectNode interview = (ObjectNode) JSON.readTree(line);
            if (at++ % 5 == 0) {
                ((ObjectNode) interview.get("answers")).remove("inc_wage_out");
            }
            fewer.add(JSON.writeValueAsString(interview));
        }
        Files.write(lines, fewer);
        Path plan = Files.writeString(folder.resolve("plan.json"), """
                {"seed": 1, "rules": [{"name": "wages", "questions": ["/inc_wage_out"], "value": "100"}]}""");
        indicators("i", lines.toString());
        export("csv", "--impute", plan.toString());
        indicators("j", folder.resolve("e").toString());
        Map<String, JsonNode> before = everybody("i");
        Map<String, JsonNode> after = everybody("j");
        JsonNode mean = after.get("income.register.mean");
        long more = mean.path("households").asLong() - before.get("income.register.mean").path("households").asLong();
        assertThat(more).isPositive();
        assertThat(mean.path("imputed_households").asLong()).isEqualTo(more);
        assertThat(mean.path("imputed_share").asDouble()).isPositive().isLessThan(1);
        assertThat(after.get("compliance.income.pass").path("imputed_households").asLong())
                .isGreaterThanOrEqualTo(more);
        assertThat(List.of("poverty.register.rate", "inequality.disposable.gini", "compliance.exit.unknown"))
                .allMatch(of -> after.get(of).path("imputed_households").asLong() > 0);
        assertThat(List.of("compliance.food.pass", "mpi.h.k33", "recognition.exit.yes"))
                .allMatch(of -> after.get(of).path("imputed_households").asLong() == 0);
        for (String quality : List.of("quality.income-missing", "quality.round-amounts", "quality.myers")) {
            assertThat(after.get(quality)).isEqualTo(before.get(quality));
        }
        assertThat(Files.readString(folder.resolve("j/report.html"))).contains(">插补<");
        assertThat(Files.readString(folder.resolve("i/report.html"))).doesNotContain(">插补<");
    }

    @Test
    void whatIsNoExportIsToldApart() throws IOException {
        assertThat(ruhu("indicators", folder.resolve("s").toString(), "--out", folder.resolve("i").toString()))
                .isEqualTo(2);
        assertThat(said()).contains("there is no households.csv");
        export("csv");
        List<String> members = new ArrayList<>(Files.readAllLines(folder.resolve("e/members.csv")));
        members.add(1, members.remove(members.size() - 1));
        Files.write(folder.resolve("e/members.csv"), members);
        assertThat(ruhu("indicators", folder.resolve("e").toString(), "--out", folder.resolve("i").toString()))
                .isEqualTo(2);
        assertThat(said()).contains("leave the files as they were exported");
    }

    private Path design() throws IOException {
        List<String> design = new ArrayList<>(List.of("unit,stratum,psu,weight,fpc"));
        for (String line : Files.readAllLines(folder.resolve("s/units.ndjson"))) {
            String unit = JSON.readTree(line).path("unit").asText();
            if (!unit.endsWith("7")) {
                design.add(unit + ",s" + unit.substring(0, 6) + ",p" + unit.substring(0, 12) + unit.charAt(unit.length() - 2)
                        + ","
                        + (5 + unit.charAt(unit.length() - 1) % 7) + ",60");
            }
        }
        return Files.write(folder.resolve("design.csv"), design);
    }

    private Map<String, JsonNode> everybody(String name) throws IOException {
        Map<String, JsonNode> everybody = new HashMap<>();
        figures(name).stream().filter(figure -> figure.path("area").asText().isEmpty()
                        && figure.path("group_by").asText().isEmpty())
                .forEach(figure -> everybody.put(figure.path("indicator").asText(), figure));
        return everybody;
    }

    private void export(String format, String... more) {
        List<String> args = new ArrayList<>(List.of("export", lines.toString(), "--out", folder.resolve("e").toString(),
                "--form", "household-census", "--format", format));
        args.addAll(List.of(more));
        assertThat(ruhu(args.toArray(String[]::new))).as(said()).isZero();
    }

    private void indicators(String to, String from, String... more) {
        List<String> args = new ArrayList<>(List.of("indicators", from, "--out", folder.resolve(to).toString(), "--by",
                "county,hh_attr"));
        args.addAll(List.of(more));
        assertThat(ruhu(args.toArray(String[]::new))).as(said()).isZero();
    }
}
