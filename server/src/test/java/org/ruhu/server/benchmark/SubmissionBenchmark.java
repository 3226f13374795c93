package org.ruhu.server.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ruhu.forms.Answers;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.Context;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.App;
import org.ruhu.server.ChildServer;
import org.ruhu.server.Settings;
import org.ruhu.server.benchmark.Load.Measured;
import org.ruhu.server.benchmark.Load.Request;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;
import org.ruhu.server.submission.Submissions;
import org.ruhu.tools.simulation.Plan;
import org.ruhu.tools.simulation.Scribble;
import org.ruhu.tools.simulation.Simulation;

/**
 * What it costs to accept a household: a server of its own process over SQLite, asked over HTTP by clients that share
 * its processors. Beside it, in the same run: a server that only parses, the store alone, schema and checks alone.
 *
 * <p>{@code --households N} measured in each phase (20000), {@code --clients N} (16), {@code --stored N} put into
 * the store before everything is measured again (0), {@code --jvm OPTION} for the server.
 */
public final class SubmissionBenchmark {

    private static final String CAMPAIGN = "census-2026";
    private static final String PASSWORD = "a long enough password";
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final int LINES_AT_ONCE = 500;

    private final int households;
    private final int clients;
    private final int stored;
    private final List<String> jvm = new ArrayList<>();
    private final Simulation simulation;
    private int used;
    private int found;

    private SubmissionBenchmark(Map<String, String> options) {
        households = Integer.parseInt(options.getOrDefault("--households", "20000"));
        clients = Integer.parseInt(options.getOrDefault("--clients", "16"));
        stored = Integer.parseInt(options.getOrDefault("--stored", "0"));
        Optional.ofNullable(options.get("--jvm")).ifPresent(option -> jvm.addAll(List.of(option.split(" "))));
        simulation = new Simulation(Plan.of(households * 6 + stored + 10_000, 20261121, CAMPAIGN));
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        Path data = Files.createTempDirectory("ruhu-benchmark-");
        try {
            new SubmissionBenchmark(options).run(data);
        } finally {
            delete(data);
        }
    }

    private void run(Path data) throws IOException {
        System.out.printf("%d households a phase, %d clients, %d processors, Java %s%n", households, clients,
                Runtime.getRuntime().availableProcessors(), Runtime.version());
        System.out.println("| what | per second | server CPU ms each | p50 ms | p99 ms | statuses |");
        System.out.println("|-|-|-|-|-|-|");
        engine();
        bare();
        people(data, clients);
        storeAlone(data.resolve("alone"));
        measure(data, "");
        if (stored > 0) {
            fill(data);
            measure(data, ", %,d stored".formatted(stored));
        }
    }

    private void fill(Path data) throws IOException {
        try (ChildServer server = ChildServer.start(data, "-Xmx1g")) {
            Load load = new Load(server.uri(), tokens(server.uri(), 2));
            for (int left = stored; left > 0; left -= 20_000) {
                List<Integer> some = take(Math.min(left, 20_000));
                putUnits(server.uri(), some.get(0), some.get(0) + some.size());
                load.send(uploads(some), server::cpu);
            }
        }
    }

    private void measure(Path data, String when) throws IOException {
        List<String> options = new ArrayList<>(List.of("-Xmx1g"));
        options.addAll(jvm);
        try (ChildServer server = ChildServer.start(data, options.toArray(String[]::new))) {
            List<String> tokens = tokens(server.uri(), clients);
            Load load = new Load(server.uri(), tokens);
            sendAttachments(server.uri(), tokens.get(0));
            putUnits(server.uri(), used, used + households * 4 + 5_000);
            load.send(puts(take(5_000)), server::cpu);
            String many = clients + " clients" + when;
            System.out.println(load.send(puts(take(households)), server::cpu).row("PUT, " + many));
            System.out.println(load.send(puts(take(households)), server::cpu).row("PUT, again" + when));
            Load one = new Load(server.uri(), tokens.subList(0, 1));
            System.out.println(one.send(puts(take(households / 4)), server::cpu).row("PUT, one client" + when));
            sync(one, server, "POST /api/sync, one client" + when);
            sync(load, server, "POST /api/sync, " + many);
        }
    }

    /** Rates of lines, not of uploads. */
    private void sync(Load load, ChildServer server, String name) throws IOException {
        List<Integer> indices = take(households / 2);
        Measured uploaded = load.send(uploads(indices), server::cpu);
        System.out.println(new Measured(indices.size(), uploaded.seconds(), uploaded.cpu(), uploaded.nanos(),
                uploaded.statuses()).row(name + ", " + LINES_AT_ONCE + " lines each"));
    }

    private List<Request> uploads(List<Integer> indices) {
        return IntStream.range(0, (indices.size() + LINES_AT_ONCE - 1) / LINES_AT_ONCE).parallel().mapToObj(upload -> {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            int from = upload * LINES_AT_ONCE;
            for (int index : indices.subList(from, Math.min(indices.size(), from + LINES_AT_ONCE))) {
                lines.writeBytes(Json.bytes(simulation.household(index).submission()));
                lines.write('\n');
            }
            return new Request("POST", "/api/sync", NDJSON, lines.toByteArray());
        }).toList();
    }

    /** Households nobody has sent yet. */
    private List<Integer> take(int count) {
        used += count;
        return IntStream.range(used - count, used).boxed().toList();
    }

    private List<Request> puts(List<Integer> indices) {
        return indices.parallelStream().map(index -> {
            ObjectNode line = simulation.household(index).submission();
            String path = "/api/submissions/" + line.remove("submission").textValue() + "/revisions/"
                    + line.remove("number").intValue();
            return new Request("PUT", path, JSON, Json.bytes(line));
        }).toList();
    }

    private void engine() {
        FormVersion form = Catalogue.bundled().form(Plan.FORM).orElseThrow();
        List<Answers> interviews = IntStream.range(0, 2_000).mapToObj(index ->
                new Answers(simulation.household(index).submission().get("answers"), Map.of())).toList();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 8; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (Answers answers : interviews) {
                found += form.misfits(answers).size() + form.confront(answers, Context.none()).size();
            }
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        }
        double millis = best / 1e6 / interviews.size();
        System.out.printf("| %-46s | %9.0f | %10.3f | | | %d findings |%n", "schema and all checks alone, one thread",
                1000 / millis, millis, found);
    }

    private void bare() throws IOException {
        try (ChildServer server = ChildServer.start(BareServer.class, List.of("-Xmx1g"), List.of())) {
            Load load = new Load(server.uri(), IntStream.range(0, clients).mapToObj(i -> "nobody").toList());
            List<Request> requests = puts(IntStream.range(0, households).boxed().toList());
            load.send(requests, server::cpu);
            System.out.println(load.send(requests, server::cpu).row("PUT to a server that only parses"));
        }
    }

    /** As many threads as clients insert what would be stored, without anything around it. */
    private void storeAlone(Path folder) throws IOException {
        try (Store store = Stores.open("sqlite:" + folder.resolve("ruhu.db"), List.of(Submissions.KIND))) {
            List<Document> documents = IntStream.range(0, households).parallel().mapToObj(this::document).toList();
            ExecutorService threads = Executors.newFixedThreadPool(clients);
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long[] nanos = new long[documents.size()];
            long cpu = system.getProcessCpuTime();
            long start = System.nanoTime();
            IntFunction<CompletableFuture<Void>> insert = i -> CompletableFuture.runAsync(() -> {
                long sent = System.nanoTime();
                store.insert(Submissions.KIND, documents.get(i));
                nanos[i] = System.nanoTime() - sent;
            }, threads);
            CompletableFuture.allOf(IntStream.range(0, households).mapToObj(insert)
                    .toArray(CompletableFuture[]::new)).join();
            double seconds = (System.nanoTime() - start) / 1e9;
            Duration spent = Duration.ofNanos(system.getProcessCpuTime() - cpu);
            Arrays.sort(nanos);
            System.out.println(new Measured(households, seconds, spent, nanos, Map.of())
                    .row("durable inserts alone, " + clients + " threads"));
            threads.shutdown();
        }
    }

    private Document document(int index) {
        ObjectNode line = simulation.household(index).submission();
        String unit = line.get("unit").textValue();
        String submission = line.get("submission").textValue();
        return new Document(unit.substring(0, 12) + "/" + submission + "/000001", Json.bytes(line), Map.of(
                "submission", submission, "number", 1L, "campaign", CAMPAIGN, "unit", unit, "team", "team-1"));
    }

    private static void people(Path data, int clients) {
        Settings settings = Settings.of(Map.of("data", data.toString()));
        try (Store store = Stores.open(settings.store(), App.KINDS);
             App app = new App(settings, store, Catalogue.bundled(), Clock.systemUTC())) {
            new Campaigns(store).open(new Campaign(CAMPAIGN, Map.of("en", "Benchmark"), Domain.STAT, Plan.FORM, "5403",
                    LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-20"), 1.0,
                    Json.object().put("ref_date", "2020-12-31").put("poverty_line", 4000)));
            app.staff().open("administrator", "管理员", Optional.empty(), Optional.of(PASSWORD),
                    List.of(Grant.of(Role.ADMINISTRATOR, "", Grant.EVERY)));
            for (int i = 0; i < clients; i++) {
                app.staff().open("enumerator-" + i, "普查员", Optional.of("team-1"), Optional.of(PASSWORD),
                        List.of(Grant.of(Role.ENUMERATOR, "5403", CAMPAIGN)));
            }
        }
    }

    private static List<String> tokens(URI server, int clients) {
        return IntStream.range(0, clients).mapToObj(i -> token(server, "enumerator-" + i)).toList();
    }

    private static String token(URI server, String account) {
        try (Wire wire = new Wire(server, "")) {
            byte[] body = wire.send("POST", "/api/session", JSON,
                    Json.bytes(Map.of("account", account, "password", PASSWORD))).body();
            return Json.own(body).get("token").textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sendAttachments(URI server, String token) throws IOException {
        try (Wire wire = new Wire(server, token)) {
            for (Scribble scribble : simulation.attachments()) {
                require(wire.send("PUT", "/api/attachments/" + scribble.sha256(), "image/png", scribble.png()));
            }
        }
    }

    private void putUnits(URI server, int from, int to) throws IOException {
        try (Wire wire = new Wire(server, token(server, "administrator"))) {
            for (int start = from; start < to; start += 2_000) {
                ByteArrayOutputStream lines = new ByteArrayOutputStream();
                IntStream.range(start, Math.min(to, start + 2_000)).parallel()
                        .mapToObj(index -> Json.bytes(simulation.household(index).unit().put("team", "team-1")))
                        .forEachOrdered(line -> {
                            lines.writeBytes(line);
                            lines.write('\n');
                        });
                require(wire.send("POST", "/api/campaigns/" + CAMPAIGN + "/units", NDJSON, lines.toByteArray()));
            }
        }
    }

    private static void require(Wire.Answer answer) throws IOException {
        if (answer.status() >= 300) {
            throw new IOException(new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
