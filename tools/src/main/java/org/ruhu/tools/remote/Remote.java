package org.ruhu.tools.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.ruhu.tools.CannotRun;

/** A Ruhu server over HTTP, as one account sees it. Safe to share between threads. */
public final class Remote {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI base;
    private final Optional<String> token;

    private Remote(HttpClient http, URI base, Optional<String> token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /** @param url such as {@code http://localhost:8080} */
    public static Remote at(String url) {
        URI base = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        if (base.getScheme() == null || base.getHost() == null) {
            throw new CannotRun("--server wants an address such as http://localhost:8080");
        }
        HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10))
                .build();
        return new Remote(http, base, Optional.empty());
    }

    /** The same server with a bearer token. What is none is never shown: it may be interviews, or a token after all. */
    public Remote with(String token) {
        if (!token.matches("[A-Za-z0-9._~+/-]+=*")) {
            throw new CannotRun("--token-file holds no token; let ruhu sign-in write it");
        }
        return new Remote(http, base, Optional.of(token));
    }

    /** The token of a new session. */
    public String signIn(String account, String password) throws IOException {
        String body = JSON.createObjectNode().put("account", account).put("password", password).toString();
        HttpResponse<String> answer = send(request("/api/session")
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build());
        return json(answer).path("token").asText();
    }

    public JsonNode get(String path) throws IOException {
        return json(send(request(path).GET().build()));
    }

    /** Stores bytes under a name. */
    public void put(String path, String contentType, byte[] body) throws IOException {
        json(send(request(path).header("Content-Type", contentType).PUT(BodyPublishers.ofByteArray(body)).build()));
    }

    public JsonNode post(String path, String contentType, byte[] body) throws IOException {
        HttpRequest.Builder request = request(path).header("Content-Type", contentType);
        return json(send(request.POST(BodyPublishers.ofByteArray(body)).build()));
    }

    /** A long answer, read as it comes. */
    public InputStream stream(String path) throws IOException {
        try {
            HttpResponse<InputStream> answer = http.send(request(path).GET().build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw refused(answer.statusCode(), new String(answer.body().readNBytes(1 << 16)));
            }
            return answer.body();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    public URI base() {
        return base;
    }

    /** The bearer token; empty before signing in. */
    public String token() {
        return token.orElse("");
    }

    /** A request with this account's token, for those who want to send it themselves. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request;
    }

    public HttpClient http() {
        return http;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw refused(answer.statusCode(), answer.body());
        }
        return answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
    }

    private static Refused refused(int status, String body) {
        return new Refused(status, detail(body));
    }

    private static String detail(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return !problem.has("title") ? ""
                    : ": " + problem.path("title").asText() + ". " + problem.path("detail").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }
}
