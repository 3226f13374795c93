package org.ruhu.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ruhu.server.App;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;
import org.ruhu.tools.dataset.Formats;

/** Files that are made in the background, fetched in parts, and gone after a while. */
class ExportTest extends ExportContract {

    @Override
    protected Map<String, String> changedSettings() {
        return Map.of("export_hours", "5");
    }

    @Test
    void anExportIsMadeAndFetchedInEveryFormat() throws Exception {
        stored(Person.ZHAXI, interview(UNIT));
        for (String format : Formats.words()) {
            JsonNode export = done(wish().put("format", format));

            assertThat(export.get("submissions").intValue()).isOne();
            assertThat(export.get("rows").intValue()).as(format).isEqualTo(format.equals("geojson") ? 1 : 5);
            byte[] bytes = bytes(export);
            assertThat(bytes).hasSize(export.get("size").intValue());
            assertThat(export.get("sha256").textValue()).isEqualTo(sha256(bytes));
            assertThat(files(export)).containsKeys("provenance.json").containsKey(
                    (Set.of("xlsx", "sqlite", "gpkg").contains(format) ? "household-census-1.0." : "households.") + format);
        }
        assertThat(faults("Export", get(Person.STATISTICIAN, "/api/exports").ok().at("/exports/0"))).isEmpty();
    }

    @Test
    void aDownloadGoesOnWhereItBrokeOff() {
        stored(Person.ZHAXI, interview(UNIT));
        JsonNode export = done(wish());
        String path = export.get("file").textValue();
        byte[] whole = bytes(export);
        Answer all = get(Person.STATISTICIAN, path);
        String tag = all.header("ETag");

        assertThat(all.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(tag).isEqualTo("\"" + export.get("sha256").textValue() + "\"");
        Answer rest = send(request(Person.STATISTICIAN, path).header("Range", "bytes=100-").header("If-Range", tag));
        assertThat(rest.status()).isEqualTo(206);
        assertThat(rest.header("Content-Range"))
                .isEqualTo("bytes 100-%d/%d".formatted(whole.length - 1, whole.length));
        assertThat(rest.response().body()).isEqualTo(Arrays.copyOfRange(whole, 100, whole.length));
        assertThat(send(request(Person.STATISTICIAN, path).header("Range", "bytes=0-0")).response().body()).hasSize(1);
        assertThat(send(request(Person.STATISTICIAN, path).header("Range", "bytes=-7")).response().body()).hasSize(7);
        Answer other = send(request(Person.STATISTICIAN, path).header("Range", "bytes=100-")
                .header("If-Range", "\"another\""));
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.response().body()).isEqualTo(whole);
        Answer behind = send(request(Person.STATISTICIAN, path).header("Range", "bytes=99999999-"));
        behind.refused(416, "no-such-part");
        assertThat(behind.header("Content-Range")).isEqualTo("bytes */" + whole.length);
        assertThat(send(request(Person.STATISTICIAN, path).header("If-None-Match", tag)).status()).isEqualTo(304);
    }

    @Test
    void whatIsFinishedIsItsOwnersAndTheServersAlone() throws IOException {
        stored(Person.ZHAXI, interview(UNIT));
        JsonNode export = done(wish());
        String path = "/api/exports/" + export.get("id").textValue();

        for (Person person : List.of(Person.ZHAXI, Person.ZHUOMA, Person.COUNTY, Person.ADMINISTRATOR)) {
            post(person, "/api/exports", wish()).refused(403, "not-allowed");
            get(person, "/api/exports").refused(403, "not-allowed");
            get(person, path).refused(403, "not-allowed");
            get(person, path + "/file").refused(403, "not-allowed");
            send(request(person, path).DELETE()).refused(403, "not-allowed");
        }
        get(path + "/file").refused(401, "not-signed-in");
        try (Stream<Path> files = Files.list(data.resolve("exports"))) {
            assertThat(files).singleElement().satisfies(file ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
        }
        assertThat(audited("dataset-asked")).hasSize(1);
        assertThat(audited("dataset-done")).hasSize(1);
    }

    @Test
    void aGrantThatEndedGivesNoFileAndMakesNone() {
        stored(Person.ZHAXI, interview(UNIT));
        JsonNode export = done(wish());
        regrant("540321");

        get(Person.STATISTICIAN, export.get("file").textValue()).refused(403, "foreign-area");
        post(Person.STATISTICIAN, "/api/exports", wish().put("area", VILLAGE)).refused(403, "foreign-area");
        assertThat(done(wish()).get("submissions").intValue()).isZero();
    }

    private void regrant(String area) {
        send(request(Person.ADMINISTRATOR, "/api/accounts/statistician").header("Content-Type", "application/json")
                .method("PUT", BodyPublishers.ofByteArray(Json.bytes(Map.of("name", "统计员", "grants",
                        List.of(Map.of("role", "STATISTICIAN", "area", area, "campaign", CAMPAIGN))))))).ok();
    }

    @Test
    void aFileExpiresAndIsTakenAway() throws IOException {
        stored(Person.ZHAXI, interview(UNIT));
        JsonNode export = done(wish());
        clock.pass(Duration.ofHours(5));

        assertThat(until("expired", export.get("id").textValue()).has("file")).isFalse();
        get(Person.STATISTICIAN, "/api/exports/" + export.get("id").textValue() + "/file").refused(410, "gone");
        try (Stream<Path> files = Files.list(data.resolve("exports"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whatWasCutOffByARestartIsMadeAgainAndWhatItLeftIsSweptAway() throws IOException {
        stored(Person.ZHAXI, interview(UNIT));
        JsonNode first = done(wish());
        Exports exports = new Exports(store);
        exports.change(first.get("id").textValue(), export -> export.started(clock.instant()));
        Files.write(data.resolve("exports/" + first.get("id").textValue() + ".part"), new byte[100]);
        Files.write(data.resolve("exports/ruhu-1234.rows"), new byte[100]);
        new App(settings(), store, catalogue(), clock).close();
        assertThat(data.resolve("exports/ruhu-1234.rows")).as("a command that looks on takes nothing away").exists();

        restart();

        assertThat(ended(first.get("id").textValue()).get("state").textValue()).isEqualTo("done");
        try (Stream<Path> files = Files.list(data.resolve("exports"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void indicatorsAreMadeOfTheHouseholdCensusAndOfNoOtherForm() throws Exception {
        stored(Person.ZHAXI, interview(UNIT));
        JsonNode export = done(wish().put("format", "indicators").put("language", "en"));
        assertThat(export.get("name").textValue()).isEqualTo("household-census-1.0-indicators.zip");

        Map<String, byte[]> files = files(export);
        assertThat(files).containsOnlyKeys("figures.csv", "report.html", "provenance.json");
        assertThat(new String(files.get("figures.csv"), StandardCharsets.UTF_8))
                .contains("poverty.register.rate,,all,,2020,,,").contains("household-census 1.0 ");
        assertThat(new String(files.get("report.html"), StandardCharsets.UTF_8)).contains("id=\"en\" checked");
        JsonNode provenance = Json.read(files.get("provenance.json"));
        assertThat(provenance.at("/files/0/sha256").textValue()).isEqualTo(sha256(files.get("figures.csv")));
        assertThat(get(Person.STATISTICIAN, "/api/datasets").ok().get("formats").toString()).contains("indicators");

        post(Person.STATISTICIAN, "/api/exports", Json.object().put("form", "village-census").put("format", "indicators"))
                .refused(422, "unreadable-body");
    }

    @Test
    void indicatorsGoByTheLinesOfTheServerAndAreMadeAgainWhenOneIsAdded() throws Exception {
        stored(Person.ZHAXI, interview(UNIT));
        ObjectNode wish = wish().put("format", "indicators").put("language", "en");
        JsonNode before = done(wish);
        post(Person.ADMINISTRATOR, "/api/parameters", Json.object().put("name", "poverty_line").put("area", "5403")
                .put("from", "2020-01-01").put("value", 4321).put("source", "a decision").put("verified", true)).ok(201);

        JsonNode after = done(wish);

        assertThat(after.get("unchanged").booleanValue()).isFalse();
        assertThat(new String(files(before).get("report.html"), StandardCharsets.UTF_8)).doesNotContain("4321");
        assertThat(new String(files(after).get("report.html"), StandardCharsets.UTF_8)).contains("4321 yuan");
    }

    @Test
    void indicatorsOfASampleHaveIntervalsByOnesOwnLinesAndLeaveOutWhoWasNotDrawn() throws Exception {
        List.of(UNIT, SECOND_UNIT, THIRD_UNIT).forEach(unit -> stored(Person.ZHAXI, interview(unit)));
        ObjectNode wish = wish().put("format", "indicators").put("language", "en");
        wish.putObject("figures").put("lines", "area,year,value,source\r\n5403,2020,99999,a trial\r\n")
                .put("design", "unit,stratum,psu,weight\n" + UNIT + ",a,v1,10\n" + THIRD_UNIT + ",a,v2,30\n")
                .putArray("by").add("village");

        JsonNode export = done(wish);

        assertThat(export.toString()).contains("\"sha256\"").doesNotContain("a trial");
        Map<String, byte[]> files = files(export);
        String figures = new String(files.get("figures.csv"), StandardCharsets.UTF_8);
        assertThat(figures.lines().filter(line -> line.startsWith("poverty.register.rate,,all"))).singleElement()
                .asString().contains(",2020,,,1,share,2,");
        assertThat(figures.lines().map(line -> line.split(",")[2]).distinct())
                .containsExactly("area_level", "all", "village");
        assertThat(new String(files.get("report.html"), StandardCharsets.UTF_8)).contains("99999 yuan")
                .contains("the design does not name their unit");
        assertThat(new String(files.get("provenance.json"), StandardCharsets.UTF_8)).doesNotContain("a trial");
        post(Person.STATISTICIAN, "/api/exports", Json.object().put("form", FORM.name()).put("format", "csv")
                .set("figures", Json.object())).refused(422, "unreadable-body");
    }

    @Test
    void cancellingTakesTheFileAway() throws IOException {
        stored(Person.ZHAXI, interview(UNIT));
        JsonNode export = done(wish());
        String path = "/api/exports/" + export.get("id").textValue();

        assertThat(send(request(Person.STATISTICIAN, path).DELETE()).ok().get("state").textValue()).isEqualTo("expired");

        get(Person.STATISTICIAN, path + "/file").refused(410, "gone");
        try (Stream<Path> files = Files.list(data.resolve("exports"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whatIsAskedWronglyIsRefusedWithItsPlace() {
        Map<String, ObjectNode> wrong = Map.of("/format", wish().put("format", "dbf"), "/language",
                wish().put("language", "fr"), "/area", wish().put("area", "x"), "/revision", wish().put("revision", "3"));
        wrong.forEach((place, wish) -> assertThat(post(Person.STATISTICIAN, "/api/exports", wish)
                .refused(422, "unreadable-body").at("/errors/0/pointer").textValue()).isEqualTo("#" + place));
        ObjectNode states = wish();
        states.putArray("states").add("forgotten");
        post(Person.STATISTICIAN, "/api/exports", states).refused(422, "unreadable-body");
        post(Person.STATISTICIAN, "/api/exports", wish().put("version", "9.9")).refused(404, "not-found");
        post(Person.STATISTICIAN, "/api/exports", wish().put("area", "1101")).refused(403, "foreign-area");
        get(Person.STATISTICIAN, "/api/exports/" + UUID.randomUUID()).refused(404, "not-found");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
