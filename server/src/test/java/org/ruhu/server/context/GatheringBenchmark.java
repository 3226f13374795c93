package org.ruhu.server.context;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.server.App;
import org.ruhu.server.Settings;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;

/** A village of so many households: how long its own form waits at the door, the first time and then. */
final class GatheringBenchmark {

    private static final String VILLAGE = "540302102201";
    private static final String CAMPAIGN = "census";
    private static final String PASSWORD = "a long enough password";
    private static final int LATER = 200;
    private static final int LINES = 500;

    private final HttpClient client = HttpClient.newHttpClient();
    private final App app;
    private String token = "";

    private GatheringBenchmark(App app) {
        this.app = app;
    }

    /** @param args number of households */
    public static void main(String[] args) throws Exception {
        int households = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
        Path data = Files.createTempDirectory("ruhu-gathering");
        Settings settings = Settings.of(Map.of("port", "0", "data", data.toString()));
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        try (Store store = Stores.open(settings.store(), App.KINDS)) {
            new Campaigns(store).open(new Campaign(CAMPAIGN, Map.of("en", "Benchmark"), Domain.STAT,
                    new FormId("household-census", "1.0"), "5403", LocalDate.parse("2026-11-01"),
                    LocalDate.parse("2026-12-20"), 1, Json.object()));
            try (App app = new App(settings, store, Catalogue.bundled(), clock).start()) {
                new GatheringBenchmark(app).run(households);
            }
        }
    }

    private void run(int households) throws Exception {
        app.staff().open("admin", "admin", Optional.empty(), Optional.of(PASSWORD),
                List.of(Grant.of(Role.ADMINISTRATOR, "", Grant.EVERY)));
        app.staff().open("enumerator", "enumerator", Optional.of("team"), Optional.of(PASSWORD),
                List.of(Grant.of(Role.ENUMERATOR, "5403", CAMPAIGN)));
        signIn("admin");
        StringBuilder frame = new StringBuilder(unit(0, "village-census"));
        for (int n = 1; n <= households; n++) {
            frame.append(unit(n, "household-census"));
        }
        lines("/api/campaigns/" + CAMPAIGN + "/units", frame.toString());
        signIn("enumerator");
        for (int from = 1; from <= households; from += LINES) {
            StringBuilder some = new StringBuilder();
            for (int n = from; n < from + LINES && n <= households; n++) {
                some.append(sent("household-census", n).put("submission", UUID.randomUUID().toString()).put("number", 1))
                        .append('\n');
            }
            lines("/api/sync", some.toString());
        }
        System.out.printf("%,d households; the village's form the first time: %.1f ms%n", households, put());
        System.out.printf("the second time: %.1f ms%n", put());
        double[] later = new double[LATER];
        for (int i = 0; i < LATER; i++) {
            household(1 + i % households);
            later[i] = put();
        }
        Arrays.sort(later);
        System.out.printf("each time after one more household has come: p50 %.1f ms, p99 %.1f ms%n", later[LATER / 2],
                later[LATER * 99 / 100]);
    }

    private double put() throws Exception {
        return put("village-census", 0);
    }

    private void household(int n) throws Exception {
        put("household-census", n);
    }

    private double put(String form, int n) throws Exception {
        byte[] body = Json.bytes(sent(form, n));
        long start = System.nanoTime();
        HttpResponse<String> answer = client.send(request("/api/submissions/" + UUID.randomUUID() + "/revisions/1")
                .header("Content-Type", "application/json").PUT(BodyPublishers.ofByteArray(body)).build(),
                BodyHandlers.ofString());
        double millis = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return millis;
    }

    private void lines(String path, String lines) throws Exception {
        client.send(request(path).header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(lines))
                .build(), BodyHandlers.ofString());
    }

    private void signIn(String account) throws Exception {
        HttpResponse<byte[]> answer = client.send(request("/api/session").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(Map.of("account", account, "password", PASSWORD)))).build(),
                BodyHandlers.ofByteArray());
        token = Json.own(answer.body()).get("token").textValue();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.uri().resolve(path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static String unit(int n, String form) {
        ObjectNode unit = Json.object().put("unit", "%s-%04d".formatted(VILLAGE, n)).put("team", "team");
        unit.putObject("form").put("name", form).put("version", "1.0");
        return unit + "\n";
    }

    private static ObjectNode sent(String form, int n) throws IOException {
        try (InputStream in = Catalogue.class.getResourceAsStream("/forms/" + form + "/1.0/examples/base.json")) {
            ObjectNode sent = Json.object().put("campaign", CAMPAIGN).put("unit", "%s-%04d".formatted(VILLAGE, n));
            sent.putObject("form").put("name", form).put("version", "1.0");
            sent.set("answers", Json.own(in.readAllBytes()).get("answers"));
            return sent;
        }
    }
}
