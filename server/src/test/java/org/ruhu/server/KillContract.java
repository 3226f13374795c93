package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;
import org.ruhu.server.submission.Submissions;
import org.ruhu.tools.simulation.Plan;
import org.ruhu.tools.simulation.Scribble;
import org.ruhu.tools.simulation.Simulation;

/**
 * The server is killed again and again while tablets send. Tablets do what tablets do: send until they have an
 * acknowledgement. {@code -Druhu.kills=20} kills it twenty times.
 */
abstract class KillContract {

    private static final int KILLS = Integer.getInteger("ruhu.kills", 3);
    private static final int HOUSEHOLDS = 150 + 150 * KILLS;
    private static final int TABLETS = 6;
    private static final String CAMPAIGN = "census-2026";
    private static final String PASSWORD = "a long enough password";

    @TempDir
    Path data;

    /** Where the killed server keeps what it acknowledged. */
    abstract String store();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Simulation simulation = new Simulation(Plan.of(HOUSEHOLDS, 9, CAMPAIGN));
    private final Queue<Runnable> unsent = new ConcurrentLinkedQueue<>();
    private final Map<Integer, String> acknowledged = new ConcurrentHashMap<>();
    private final Semaphore acknowledgements = new Semaphore(0);
    private URI server;
    private String token;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsCountedTwice() throws Exception {
        prepare();
        IntStream.range(0, HOUSEHOLDS).forEach(household -> unsent.add(() -> send(household)));
        simulation.attachments().forEach(scribble -> unsent.add(() -> send(scribble)));
        Random random = new Random(42);
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildServer child = start()) {
                List<Future<?>> tablets = tablets();
                acknowledgements.acquire(40 + random.nextInt(80));
                child.kill();
                await(tablets);
                acknowledgements.drainPermits();
            }
        }
        try (ChildServer child = start()) {
            await(tablets());
            assertThat(unsent).isEmpty();
            for (int household = 0; household < HOUSEHOLDS; household++) {
                HttpResponse<byte[]> again = put(household);
                assertThat(again.statusCode()).isEqualTo(200);
                assertThat(Json.own(again.body()).get("digest").textValue()).isEqualTo(acknowledged.get(household));
            }
        }
        everythingFitsTogether();
    }

    private void everythingFitsTogether() {
        StringWriter found = new StringWriter();
        int exit = Main.command().setOut(new PrintWriter(found)).execute("check", "--data", data.toString(), "--store", store());
        assertThat(exit).as(found.toString()).isZero();
        try (Store store = open()) {
            assertThat(store.count(Submissions.KIND, Range.of("listed", CAMPAIGN), 1).values())
                    .containsExactly((long) HOUSEHOLDS);
        }
    }

    private void prepare() {
        Settings settings = Settings.of(Map.of("data", data.toString(), "store", store()));
        try (Store store = open(); App app = new App(settings, store, Catalogue.bundled(), Clock.systemUTC())) {
            new Campaigns(store).open(new Campaign(CAMPAIGN, Map.of("zh", "普查"), Domain.STAT, Plan.FORM, "5403",
                    LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-20"), 1.0, Json.object()));
            app.staff().open("zhaxi", "扎西", Optional.of("team-1"), Optional.of(PASSWORD),
                    List.of(Grant.of(Role.ENUMERATOR, "5403", CAMPAIGN)));
            app.staff().open("administrator", "管理员", Optional.empty(), Optional.of(PASSWORD),
                    List.of(Grant.of(Role.ADMINISTRATOR, "", Grant.EVERY)));
        }
        try (ChildServer child = start()) {
            token = signIn("administrator");
            StringBuilder units = new StringBuilder();
            IntStream.range(0, HOUSEHOLDS).forEach(household ->
                    units.append(simulation.household(household).unit().put("team", "team-1")).append('\n'));
            HttpResponse<byte[]> stored = send("POST", "/api/campaigns/" + CAMPAIGN + "/units", "application/x-ndjson",
                    units.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(Json.own(stored.body()).get("stored").intValue()).isEqualTo(HOUSEHOLDS);
            token = signIn("zhaxi");
        }
    }

    private Store open() {
        return Stores.open(store(), App.KINDS);
    }

    /** A token goes on when the server was killed. */
    private ChildServer start() {
        ChildServer child = ChildServer.start(Main.class, List.of("-Xmx512m"),
                List.of("--data", data.toString(), "--port", "0", "--store", store()));
        server = child.uri();
        return child;
    }

    /** They send until nothing is left or nobody answers; what was not acknowledged is left. */
    private List<Future<?>> tablets() {
        ExecutorService threads = Executors.newFixedThreadPool(TABLETS);
        List<Future<?>> tablets = new ArrayList<>();
        for (int tablet = 0; tablet < TABLETS; tablet++) {
            tablets.add(threads.submit(() -> {
                for (Runnable next = unsent.poll(); next != null; next = unsent.poll()) {
                    try {
                        next.run();
                    } catch (UncheckedIOException e) {
                        unsent.add(next);
                        return;
                    }
                }
            }));
        }
        threads.shutdown();
        return tablets;
    }

    private static void await(List<Future<?>> tablets) throws Exception {
        for (Future<?> tablet : tablets) {
            tablet.get();
        }
    }

    private void send(int household) {
        HttpResponse<byte[]> answer = put(household);
        assertThat(answer.statusCode()).isIn(200, 201);
        acknowledged.put(household, Json.own(answer.body()).get("digest").textValue());
        acknowledgements.release();
    }

    private void send(Scribble scribble) {
        assertThat(send("PUT", "/api/attachments/" + scribble.sha256(), "image/png", scribble.png()).statusCode())
                .isIn(200, 201);
    }

    private HttpResponse<byte[]> put(int household) {
        ObjectNode line = simulation.household(household).submission();
        String submission = line.remove("submission").textValue();
        String path = "/api/submissions/" + submission + "/revisions/" + line.remove("number");
        return send("PUT", path, "application/json", Json.bytes(line));
    }

    private String signIn(String account) {
        byte[] body = Json.bytes(Map.of("account", account, "password", PASSWORD));
        return Json.own(send("POST", "/api/session", "application/json", body).body()).get("token").textValue();
    }

    private HttpResponse<byte[]> send(String method, String path, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body));
        Optional.ofNullable(token).ifPresent(known -> request.header("Authorization", "Bearer " + known));
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
