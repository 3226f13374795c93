package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;

/** A whole server over a fresh embedded store, asked over HTTP, with somebody of each role who can sign in. */
public abstract class ServerKit {

    protected static final String PASSWORD = "a long enough password";
    protected static final String CAMPAIGN = "census-2026";
    protected static final String COUNTY = "540302";
    protected static final String ADMINISTRATOR = "administrator";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new HashMap<>();

    @TempDir
    protected Path data;
    protected Store store;
    protected App app;

    @BeforeEach
    void startServer() {
        store = Stores.open("sqlite:" + data.resolve("ruhu.db"), App.KINDS);
        start();
        app.staff().open(ADMINISTRATOR, "管理员", Optional.empty(), Optional.of(PASSWORD),
                List.of(Grant.of(Role.ADMINISTRATOR, "", Grant.EVERY)));
    }

    @AfterEach
    void stopServer() {
        app.close();
        store.close();
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

        /** The answer, which must be this refusal. */
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

    protected URI uri(String path) {
        return app.uri().resolve(path);
    }

    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
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

    /** Asks as an account; "" asks as nobody. */
    protected Answer get(String account, String path) {
        return send(as(account, request(path)));
    }

    protected Answer post(String account, String path, Object json) {
        return send(as(account, request(path)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(json))));
    }

    protected Answer put(String account, String path, Object json) {
        return send(as(account, request(path)).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(Json.bytes(json))));
    }

    protected HttpRequest.Builder as(String account, HttpRequest.Builder request) {
        return account.isEmpty() ? request : request.header("Authorization", "Bearer " + token(account));
    }

    /** Signed in once. */
    protected String token(String account) {
        return tokens.computeIfAbsent(account, a -> signIn(a, PASSWORD).ok().get("token").textValue());
    }

    protected Answer signIn(String account, String password) {
        return send(request("/api/session").header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(
                Json.bytes(Json.object().put("account", account).put("password", password)))));
    }
}
