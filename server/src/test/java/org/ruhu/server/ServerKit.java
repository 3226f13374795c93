package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.MongoDatabases;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;

/**
 * A whole server over a fresh embedded store, asked over HTTP: a campaign in Changdu with two villages, and a
 * {@link Person} of each role, whose account is opened when a test first speaks as that person. {@link OverMongo} puts
 * the other store in place of the embedded one.
 */
public abstract class ServerKit {

    protected static final String PASSWORD = "a long enough password";
    protected static final String CAMPAIGN = "census-2026";
    protected static final FormId FORM = new FormId("household-census", "1.0");
    protected static final String COUNTY = "540302";
    protected static final String OTHER_COUNTY = "540321";
    protected static final String TOWNSHIP = "540302102";
    protected static final String VILLAGE = "540302102201";
    protected static final String OTHER_VILLAGE = "540302102202";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Map<Person, String> tokens = new EnumMap<>(Person.class);
    private final Optional<MongoDatabases> database = getClass().isAnnotationPresent(OverMongo.class)
            ? Optional.of(new MongoDatabases()) : Optional.empty();

    protected Path data;
    protected Store store;
    protected App app;

    @BeforeEach
    void startServer(@TempDir Path folder) {
        if (!shared()) {
            begin(folder);
        }
    }

    @AfterEach
    void stopServer() {
        if (!shared()) {
            end();
        }
    }

    /** Whether one server serves all tests of the class. */
    boolean shared() {
        return false;
    }

    void begin(Path folder) {
        data = folder;
        store = openStore();
        start();
        new Campaigns(store).open(new Campaign(CAMPAIGN, Map.of("zh", "普查", "en", "Census"), Domain.STAT, FORM, "5403",
                LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-20"), 1.0,
                Json.object().put("ref_date", "2026-10-31").put("poverty_line", 4000)));
    }

    protected Store openStore() {
        return Stores.open(database.map(MongoDatabases::uri).orElse("sqlite:" + data.resolve("ruhu.db")), App.KINDS);
    }

    /** The database goes last: a server saves its counts when it ends. */
    void end() {
        app.close();
        store.close();
        database.ifPresent(MongoDatabases::close);
    }

    /** The server again, over the same store; sessions go on. */
    protected void restart() {
        app.close();
        start();
    }

    private void start() {
        app = new App(settings(), store, catalogue(), clock()).start();
    }

    protected Settings settings() {
        Map<String, String> given = new LinkedHashMap<>(Map.of("port", "0", "data", data.toString()));
        database.ifPresent(mongo -> given.put("store", mongo.uri()));
        given.putAll(changedSettings());
        return Settings.of(given);
    }

    protected Map<String, String> changedSettings() {
        return Map.of();
    }

    protected Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    protected Catalogue catalogue() {
        return Catalogue.bundled();
    }

    /** Makes the two villages known. */
    protected void addVillages() {
        for (String village : List.of(VILLAGE, OTHER_VILLAGE)) {
            post(Person.ADMINISTRATOR, "/api/regions", Map.of("code", village, "name", "村" + village.substring(9)))
                    .ok();
        }
    }

    /** What the server answered. */
    public record Answer(int status, HttpResponse<byte[]> response) {

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return Json.read(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The problem, which must be of this status and kind. */
        public JsonNode refused(int status, String kind) {
            assertThat(this.status).as(text()).isEqualTo(status);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(json().get("type").textValue()).isEqualTo("/problems/" + kind);
            assertThat(json().get("status").intValue()).isEqualTo(status);
            return json();
        }

        public JsonNode ok() {
            return ok(200);
        }

        public JsonNode ok(int status) {
            assertThat(this.status).as(text()).isEqualTo(status);
            return json();
        }
    }

    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(app.uri().toString().replaceFirst("/$", "") + path)).timeout(PATIENCE);
    }

    protected HttpRequest.Builder request(Person person, String path) {
        return request(path).header("Authorization", "Bearer " + token(person));
    }

    protected Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    protected Answer get(String path) {
        return send(request(path));
    }

    protected Answer get(Person person, String path) {
        return send(request(person, path));
    }

    protected Answer post(Person person, String path, Object json) {
        return send(request(person, path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(json))));
    }

    protected Answer put(Person person, String path, Object json) {
        return send(request(person, path).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(Json.bytes(json))));
    }

    /** Opens the account when first asked for, and signs in once. */
    protected String token(Person person) {
        return tokens.computeIfAbsent(person, p -> {
            open(p);
            return signIn(p.account(), PASSWORD).ok().get("token").textValue();
        });
    }

    /** After so long that sessions are over. */
    protected void signInAnew() {
        tokens.replaceAll((person, ended) -> signIn(person.account(), PASSWORD).ok().get("token").textValue());
    }

    protected void open(Person person) {
        app.staff().open(person.account(), person.shown, person.team, Optional.of(PASSWORD), List.of(person.grant));
    }

    protected Answer signIn(String account, String password) {
        return send(request("/api/session").header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(
                Json.bytes(Map.of("account", account, "password", password)))));
    }

    /** Where an answer is not as the API description says of a shape. */
    protected List<String> faults(String shape, JsonNode answer) {
        ObjectNode schema = Json.object().put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$ref", "#/components/schemas/" + shape);
        schema.set("components", get("/openapi.json").ok().get("components"));
        Schema judge = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
        return judge.validate(Json.text(answer), InputFormat.JSON).stream().map(Object::toString).toList();
    }
}
