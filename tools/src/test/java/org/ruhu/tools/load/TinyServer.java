package org.ruhu.tools.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.ruhu.forms.Canonical;
import org.ruhu.tools.simulation.Household;
import org.ruhu.tools.simulation.Simulation;

/** As much of a server as a load needs, in memory, with faults to order. */
final class TinyServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Simulation simulation;
    private final Map<String, ObjectNode> stored = new TreeMap<>();
    private final Map<String, String> teams = new HashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Set<String> attachments = new HashSet<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private HttpServer http;

    /** Every n-th request finds nobody; 0 for none. */
    int silentEvery;
    /** Every n-th request is too much; 0 for none. */
    int busyEvery;
    /** What becomes of a revision on its way to the disk. */
    UnaryOperator<ObjectNode> disk = body -> body;
    /** What is downloaded. */
    String dataset = "";
    /** Where a download was last asked for, with its query. */
    volatile String asked = "";
    /** How many are shown where there are so many. */
    UnaryOperator<Integer> counter = count -> count;

    TinyServer(Simulation simulation) throws IOException {
        this.simulation = simulation;
        for (int i = 0; i < simulation.plan().households(); i++) {
            Household household = simulation.household(i);
            teams.put(household.unit().path("unit").asText(), household.team());
        }
        start(0);
    }

    private void start(int port) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    int storedRevisions() {
        synchronized (stored) {
            return stored.size();
        }
    }

    int attachments() {
        return attachments.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            int request = requests.incrementAndGet();
            if (silentEvery > 0 && request % silentEvery == 0) {
                return;
            }
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/api/session")) {
                JsonNode who = JSON.readTree(body);
                boolean right = who.path("password").asText().equals("right");
                answer(exchange, right ? 200 : 401, right
                        ? JSON.createObjectNode().put("token", who.path("account").asText())
                        : problem("wrong-credentials"));
            } else if (busyEvery > 0 && request % busyEvery == 0) {
                answer(exchange, 429, problem("too-many-requests"));
            } else {
                api(exchange, path, body);
            }
        }
    }

    private void api(HttpExchange exchange, String path, byte[] body) throws IOException {
        String[] steps = path.split("/");
        if (path.startsWith("/api/attachments/")) {
            synchronized (stored) {
                attachments.add(steps[3]);
            }
            answer(exchange, 201, JSON.createObjectNode());
        } else if (path.equals("/api/sync")) {
            sync(exchange, new String(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(),
                    StandardCharsets.UTF_8));
        } else if (path.equals("/api/assignments")) {
            answer(exchange, 200, assignments(team(exchange)));
        } else if (path.endsWith(".ndjson")) {
            asked = exchange.getRequestURI().toString();
            write(exchange, 200, dataset.getBytes(StandardCharsets.UTF_8));
        } else if (path.equals("/api/progress")) {
            answer(exchange, 200, progress(exchange.getRequestURI().getQuery().replaceAll(".*area=([0-9]*).*", "$1")));
        } else if (steps.length == 6) {
            ObjectNode receipt = take(steps[3], Integer.parseInt(steps[5]), (ObjectNode) JSON.readTree(body), exchange);
            answer(exchange, receipt.path("status").asInt(), receipt);
        } else {
            ObjectNode whole = JSON.createObjectNode();
            ArrayNode revisions = whole.putArray("revisions");
            synchronized (stored) {
                stored.forEach((key, revision) -> {
                    if (key.startsWith(steps[3])) {
                        revisions.addObject().put("number", revision.path("number").asInt())
                                .put("digest", digest(revision));
                    }
                });
            }
            answer(exchange, revisions.isEmpty() ? 404 : 200, whole);
        }
    }

    private void sync(HttpExchange exchange, String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int number = 0;
        for (String line : lines.lines().toList()) {
            ObjectNode body = (ObjectNode) JSON.readTree(line);
            String submission = body.remove("submission").asText();
            ObjectNode receipt = take(submission, body.remove("number").asInt(), body, exchange);
            int status = receipt.path("status").asInt();
            ObjectNode result = JSON.createObjectNode().put("line", ++number).put("status", status);
            result.set("receipt", receipt);
            out.writeBytes((result + "\n").getBytes(StandardCharsets.UTF_8));
        }
        write(exchange, 200, out.toByteArray());
    }

    private ObjectNode take(String submission, int number, ObjectNode body, HttpExchange exchange) {
        if (!team(exchange).equals(teams.get(body.path("unit").asText()))) {
            return problem("other-team").put("status", 403);
        }
        ObjectNode revision = body.deepCopy().put("number", number);
        ObjectNode receipt = JSON.createObjectNode().put("digest", digest(revision));
        synchronized (stored) {
            String key = submission + "/" + number;
            boolean before = stored.containsKey(key);
            ObjectNode kept = disk.apply(revision);
            if (!before && !kept.isEmpty()) {
                stored.put(key, kept);
            }
            return receipt.put("status", before ? 200 : 201);
        }
    }

    private static String team(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
    }

    private ObjectNode assignments(String team) {
        ObjectNode page = JSON.createObjectNode().put("next", 1).put("more", false);
        ArrayNode units = page.putArray("units");
        teams.forEach((unit, its) -> {
            if (its.equals(team)) {
                units.addObject().put("unit", unit);
            }
        });
        return page;
    }

    private static String digest(ObjectNode revision) {
        ObjectNode digested = revision.deepCopy();
        digested.remove("paradata");
        digested.remove("number");
        return Canonical.digest(digested);
    }

    private ObjectNode progress(String area) {
        ObjectNode answer = JSON.createObjectNode();
        TreeSet<String> children = new TreeSet<>();
        teams.keySet().stream().filter(unit -> unit.startsWith(area)).forEach(unit ->
                children.add(unit.substring(0, area.length() == 4 ? 6 : area.length() == 6 ? 9 : 12)));
        answer.set("total", row(area));
        ArrayNode rows = answer.putArray("children");
        children.forEach(child -> rows.add(row(child)));
        return answer;
    }

    private ObjectNode row(String area) {
        Map<String, Integer> results = new TreeMap<>();
        synchronized (stored) {
            stored.values().stream().filter(revision -> revision.path("unit").asText().startsWith(area))
                    .forEach(revision ->
                    results.merge(revision.path("answers").path("result_code").asText(), 1, Integer::sum));
        }
        ObjectNode row = JSON.createObjectNode().put("code", area)
                .put("units", teams.keySet().stream().filter(unit -> unit.startsWith(area)).count())
                .put("enumerated", counter.apply(results.values().stream().mapToInt(Integer::intValue).sum()));
        results.forEach(row.putObject("results")::put);
        return row;
    }

    private static ObjectNode problem(String kind) {
        return JSON.createObjectNode().put("type", "/problems/" + kind).put("title", kind);
    }

    private static void answer(HttpExchange exchange, int status, JsonNode json) throws IOException {
        write(exchange, status, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
