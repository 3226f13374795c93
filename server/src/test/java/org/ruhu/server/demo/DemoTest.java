package org.ruhu.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.App;
import org.ruhu.server.Settings;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;
import org.ruhu.tools.remote.Remote;

class DemoTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HOUSEHOLDS = 60;
    /** Pairs are found a moment after the interviews arrived; so often a reader asks again. */
    private static final int TRIES = 5_000;

    @TempDir
    static Path data;
    private static Store store;
    private static App app;

    @BeforeAll
    static void makeTheDemo() throws IOException {
        store = Stores.open("sqlite:" + data.resolve("ruhu.db"), App.KINDS);
        app = new App(Settings.of(Map.of("port", "0", "data", data.toString())), store, Catalogue.bundled(), clock())
                .start();
        make();
    }

    @AfterAll
    static void stop() {
        app.close();
        store.close();
    }

    private static Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    private static void make() throws IOException {
        new Demo(data, Catalogue.bundled(), clock(), new PrintStream(OutputStream.nullOutputStream()))
                .run(app.staff(), app.uri().toString(), HOUSEHOLDS);
    }

    private static JsonNode file() throws IOException {
        return JSON.readTree(data.resolve("demo-accounts.json").toFile());
    }

    private static Remote as(String name) throws IOException {
        JsonNode account = stream(file().path("accounts")).filter(each -> each.path("account").asText().equals(name))
                .findFirst().orElseThrow();
        Remote anybody = Remote.at(app.uri().toString());
        return anybody.with(anybody.signIn(name, account.path("password").asText()));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Test
    void everyFormHasACampaign() throws IOException {
        List<String> tried = stream(as("administrator").get("/api/campaigns").path("campaigns"))
                .map(campaign -> campaign.at("/form/name").asText()).toList();
        assertThat(tried).containsExactlyInAnyOrderElementsOf(
                Catalogue.bundled().forms().stream().map(FormVersion::id).map(id -> id.name()).distinct().toList());
    }

    @Test
    void problemsStandAtEveryPlaceOfTheLedger() throws IOException {
        assertThat(problems().keySet()).hasSize(8);
        assertThat(problems().values()).containsExactlyInAnyOrder("found", "verified", "not-a-fact", "assigned",
                "fixing", "fixed", "cancelled", "bounced");
    }

    @Test
    void theVillageFormAndTheRevisitDifferFromTheCensus() throws IOException {
        assertThat(findings("county", Round.VILLAGES)).contains("V04");
        assertThat(findings("county", Round.REVISIT)).contains("Q05C");
        assertThat(findings("check-county", Round.CHECK)).isEmpty();
    }

    @Test
    void clerksHavePairsToJudge() throws IOException {
        Remote county = as("county");
        JsonNode queue = county.get("/api/linkage/pairs");
        for (int i = 0; i < TRIES && queue.at("/counts/todo").asInt() == 0; i++) {
            queue = county.get("/api/linkage/pairs");
        }
        assertThat(queue.path("pairs")).isNotEmpty();
        assertThat(queue.at("/counts/todo").asInt()).isPositive();
    }

    @Test
    void someUnitsOfEveryCampaignAreLeftToTry() throws IOException {
        assertThat(listed("team-540302-01")).contains(Round.COUNTY);
        assertThat(listed("team-540302-01")).contains(Round.REVISIT);
        assertThat(listed("check-team")).contains(Round.SCORES);
        assertThat(file().path("ballots")).hasSize(8);
    }

    @Test
    void aStartAfterACrashGoesOnWhereTheLastOneStopped() throws IOException {
        Map<String, String> problems = problems();
        List<String> submissions = submissions("county", Round.REVISIT);
        assertThat(submissions).isNotEmpty();
        ObjectNode interrupted = ((ObjectNode) file()).put("complete", false);
        JSON.writeValue(data.resolve("demo-accounts.json").toFile(), interrupted);
        make();
        assertThat(file().path("complete").asBoolean()).isTrue();
        assertThat(problems()).isEqualTo(problems);
        assertThat(submissions("county", Round.REVISIT)).isEqualTo(submissions);
    }

    private static Map<String, String> problems() throws IOException {
        Map<String, String> states = new TreeMap<>();
        as("check-county").get("/api/problems").path("problems").forEach(problem ->
                states.put(problem.path("item").asText(), problem.path("state").asText()));
        return states;
    }

    private static List<String> listed(String account) throws IOException {
        return stream(as(account).get("/api/assignments").path("units"))
                .filter(unit -> unit.path("state").asText().equals("listed"))
                .map(unit -> unit.path("campaign").asText()).toList();
    }

    @Test
    void mostInterviewsAreAcceptedAndSomeAreLeftToTry() throws IOException {
        Map<String, Integer> standing = standing();
        assertThat(standing).containsKeys("accepted", "returned", "received", "checked", "waiting");
        assertThat(standing.get("accepted")).isGreaterThan(standing.values().stream().mapToInt(n -> n).sum() / 2);
        make();
        assertThat(standing()).isEqualTo(standing);
    }

    private static Map<String, Integer> standing() throws IOException {
        Map<String, Integer> standing = new TreeMap<>();
        stream(as("county").get("/api/submissions?limit=500").path("submissions"))
                .forEach(row -> standing.merge(row.path("state").asText(), 1, Integer::sum));
        return standing;
    }

    /** Each submission with its revisions: they are there as soon as they were acknowledged. */
    private static List<String> submissions(String account, String campaign) throws IOException {
        return stream(as(account).get("/api/submissions?campaign=" + campaign).path("submissions"))
                .map(JsonNode::toString).sorted().toList();
    }

    private static List<String> findings(String account, String campaign) throws IOException {
        Remote office = as(account);
        List<String> codes = new ArrayList<>();
        for (JsonNode row : office.get("/api/submissions?campaign=" + campaign).path("submissions")) {
            office.get("/api/submissions/" + row.path("submission").asText()).path("revisions").path(0)
                    .path("findings").forEach(finding -> codes.add(finding.path("check").asText()));
        }
        return codes;
    }
}
