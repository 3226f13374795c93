package org.ruhu.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.server.Person;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Json;

/** Answers nobody gave filled in, weights beside the answers: what goes into a file that nobody said. */
class PreparedExportTest extends ExportKit {

    private static final String RULE = "{\"seed\": 7, \"rules\": [{\"questions\": [\"/house_area\"], %s}]}";

    private static ObjectNode imputed(String means) {
        ObjectNode wish = wish().put("format", "ndjson").put("campaign", CAMPAIGN);
        return wish.set("impute", Json.read(RULE.formatted(means).getBytes(StandardCharsets.UTF_8)));
    }

    private UUID unknownArea() {
        ObjectNode sent = interview(UNIT);
        ((ObjectNode) sent.get("answers")).remove("house_area");
        ((ObjectNode) sent.get("missing")).put("/house_area", "dont-know");
        return stored(Person.ZHAXI, sent);
    }

    private static JsonNode household(Map<String, byte[]> files, UUID submission) {
        return new String(files.get("households.ndjson"), StandardCharsets.UTF_8).lines()
                .map(line -> (JsonNode) Json.read(line.getBytes(StandardCharsets.UTF_8)))
                .filter(row -> row.get("submission").textValue().equals(submission.toString())).findFirst().orElseThrow();
    }

    @Test
    void whatNobodySaidIsFilledInAndFlaggedAndTheRulesAreOnRecord() throws IOException {
        UUID lacking = unknownArea();
        UUID lending = stored(Person.ZHAXI, interview(SECOND_UNIT));

        Map<String, byte[]> files = files(done(imputed("\"value\": \"land_arable * 2\"")));
        assertThat(household(files, lacking).get("house_area").decimalValue()).isEqualByComparingTo("17");
        assertThat(household(files, lacking).get("house_area_imputed").asText()).isEqualTo("1");
        assertThat(household(files, lending).get("house_area_imputed").asText()).isEqualTo("0");
        assertThat(new String(files.get("imputation.csv"), StandardCharsets.UTF_8)).contains("house_area,formula,1");
        assertThat(Json.read(files.get("provenance.json")).at("/asked/impute/rules/0/value").textValue())
                .isEqualTo("land_arable * 2");

        JsonNode lent = household(files(done(imputed("\"classes\": [[\"hh_attr\"]], \"leastDonors\": 1"))), lacking);
        assertThat(lent.get("house_area").intValue()).isEqualTo(120);
        assertThat(lent.get("house_area_imputed").asText()).isEqualTo("2");
        assertThat(household(files(done(wish().put("format", "ndjson"))), lacking).hasNonNull("house_area")).isFalse();
    }

    @Test
    void whatIsLookedAtTwiceIsCountedOnce() throws IOException {
        unknownArea();
        ObjectNode accepted = imputed("\"value\": \"1\"");
        accepted.remove("states");
        JsonNode provenance = Json.read(files(done(accepted)).get("provenance.json"));
        assertThat(provenance.at("/data/leftOut/received").intValue()).isOne();
        assertThat(provenance.at("/data/submissions").intValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"value\": \"gps_lat\" | looks at what is masked",
        "\"when\": \"head_name == '扎西'\", \"value\": \"1\" | looks at what is masked",
        "\"classes\": [[\"phone\"]] | looks at what is masked", "\"value\": \"nothing_such\" | nothing_such",
        "\"value\": \"1\", \"classes\": [[]] | say either value"})
    void aPlanThatTellsOfWhatIsMaskedOrIsNoneIsRefused(String means, String why) {
        JsonNode place = post(Person.STATISTICIAN, "/api/exports", imputed(means)).refused(422, "unreadable-body")
                .at("/errors/0");
        assertThat(place.get("pointer").textValue()).isEqualTo("#/impute");
        assertThat(place.get("detail").textValue()).contains(why);
    }

    @Test
    void nothingIsFilledInForAdministrationNorForWhoIsNamedNorInIndicators() {
        ObjectNode plan = imputed("\"value\": \"1\"");
        post(Person.STATISTICIAN, "/api/exports", plan.deepCopy().put("format", "indicators"))
                .refused(422, "unreadable-body");
        ObjectNode named = Json.object().put("purpose", "match the census with school lists").put("days", 2);
        named.set("asked", plan);
        post(Person.STATISTICIAN, "/api/permits", named).refused(422, "unreadable-body");

        new Campaigns(store).open(new Campaign("help-2026", Map.of("en", "Help"), Domain.ADMIN, FORM, "5403",
                LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-20"), 1.0, Json.object()));
        restart();
        send(request(Person.ADMINISTRATOR, "/api/accounts/statistician").header("Content-Type", "application/json")
                .method("PUT", BodyPublishers.ofByteArray(Json.bytes(Map.of("name", "统计员", "grants", List.of(
                        Map.of("role", "STATISTICIAN", "area", "5403", "campaign", "help-2026"))))))).ok();
        assertThat(post(Person.STATISTICIAN, "/api/exports", plan.deepCopy().put("campaign", ""))
                .refused(422, "unreadable-body").at("/errors/0/detail").textValue()).contains("help-2026");
        assertThat(done(plan.deepCopy().retain("form", "version")).get("submissions").intValue()).isZero();
    }

    private Answer columns(Person person, String csv) {
        return send(request(person, "/api/exports/columns").header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
    }

    @Test
    void weightsThatWereSentStandBesideTheAnswers() throws IOException {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        String sha256 = columns(Person.STATISTICIAN, "unit,weight\n" + UNIT + ",2.5\n" + THIRD_UNIT + ",1\n").ok(201)
                .get("sha256").textValue();

        Map<String, byte[]> files = files(done(wish().put("format", "ndjson").put("columns", sha256)));

        assertThat(household(files, submission).get("weight").decimalValue()).isEqualByComparingTo("2.5");
        JsonNode provenance = Json.read(files.get("provenance.json"));
        assertThat(provenance.at("/asked/columns").textValue()).isEqualTo(sha256);
        assertThat(provenance.at("/columns/linesUnused").intValue()).isOne();
        assertThat(provenance.at("/columns/rowsLacking").intValue()).isZero();
        assertThat(audited("columns-sent")).containsExactly("statistician " + sha256);
        columns(Person.COUNTY, "unit,weight\n").refused(403, "not-allowed");
        columns(Person.STATISTICIAN, "household,weight\n1,2\n").refused(422, "unreadable-body");
        assertThat(post(Person.STATISTICIAN, "/api/exports", wish().put("columns", "0".repeat(64)))
                .refused(422, "unreadable-body").at("/errors/0/pointer").textValue()).isEqualTo("#/columns");
    }

    @Test
    void columnsAreForgottenUnlessAnExportWaitsForThem(@TempDir Path folder) throws IOException {
        ExportFiles files = ExportFiles.open(folder);
        Instant then = Instant.parse("2026-11-02T08:00:00Z");
        String sha256 = files.keepColumns("unit,weight\n1,2\n".getBytes(StandardCharsets.UTF_8), then);

        files.forgetColumns(then, any -> false);
        files.forgetColumns(then.plusSeconds(1), sha256::equals);
        assertThat(files.readColumns(sha256)).isPresent();
        files.forgetColumns(then.plusSeconds(1), any -> false);
        assertThat(files.hasColumns(sha256)).isFalse();
    }

    @Test
    void ofVeryManyColumnsTheNewestAreKept(@TempDir Path folder) throws IOException {
        ExportFiles files = ExportFiles.open(folder);
        Instant then = Instant.parse("2026-11-02T08:00:00Z");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < ExportFiles.MOST_COLUMNS + 2; i++) {
            all.add(files.keepColumns(("unit,weight\n1," + i + "\n").getBytes(StandardCharsets.UTF_8),
                    then.plusSeconds(i)));
        }

        files.forgetColumns(then, all.get(0)::equals);

        assertThat(all.stream().filter(sha256 -> !files.hasColumns(sha256))).as("the first is waited for")
                .containsExactly(all.get(1));
    }
}
