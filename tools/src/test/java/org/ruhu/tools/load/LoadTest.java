package org.ruhu.tools.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.tools.Ruhu;
import org.ruhu.tools.World;
import org.ruhu.tools.simulation.Plan;
import org.ruhu.tools.simulation.Simulation;
import org.ruhu.tools.simulation.SimulationFiles;

class LoadTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Simulation simulation = new Simulation(Plan.of(120, 4, "test"));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private TinyServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TinyServer(simulation);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everythingIsSentAcknowledgedReadBackAndCounted() throws IOException {
        assertThat(load()).as(said()).isZero();
        assertThat(server.storedRevisions()).isEqualTo(120);
        assertThat(server.attachments()).isEqualTo(simulation.attachments().size());
        assertThat(said()).contains("120 acknowledged, 0 refused, 0 given up").contains("differences  none")
                .contains("acknowledgement thrown away").contains("we hung up");
    }

    @Test
    void aServerThatIsSilentOrBusyNowAndThenGetsEverythingAllTheSame() throws IOException {
        server.silentEvery = 7;
        server.busyEvery = 5;
        assertThat(load("--copies", "2")).as(said()).isZero();
        assertThat(server.storedRevisions()).isEqualTo(120);
        assertThat(said()).contains("429 too-many-requests").contains("connection failed");
    }

    @Test
    void manyAtOnceArriveAsWell() throws IOException {
        server.silentEvery = 5;
        assertThat(load("--via", "sync", "--batch", "7", "--copies", "3")).as(said()).isZero();
        assertThat(server.storedRevisions()).isEqualTo(120);
    }

    @Test
    void aRevisionForgottenAfterItsReceiptIsADifference() throws IOException {
        AtomicInteger revisions = new AtomicInteger();
        server.disk = revision -> revisions.incrementAndGet() == 40 ? JSON.createObjectNode() : revision;
        assertThat(load("--copies", "1", "--drop-acks", "0")).isOne();
        assertThat(differences()).extracting(difference -> difference.path("difference").asText())
                .contains("revision", "progress");
    }

    @Test
    void aRevisionThatCameOutOtherwiseIsADifference() throws IOException {
        AtomicInteger revisions = new AtomicInteger();
        server.disk = revision -> revisions.incrementAndGet() == 40 ? revision.put("unit", "another") : revision;
        assertThat(load("--copies", "1", "--drop-acks", "0")).isOne();
        assertThat(differences()).extracting(difference -> difference.path("difference").asText()).contains("revision");
    }

    @Test
    void aCounterThatIsOneTooManyIsADifference() throws IOException {
        server.counter = count -> count + 1;
        assertThat(load()).isOne();
        assertThat(differences()).allMatch(difference -> difference.path("difference").asText().equals("progress"));
    }

    @Test
    void unitsOfAnotherTeamAreRefusedAndThatIsADifference() throws IOException {
        assertThat(load("--seed", "5")).isOne();
        assertThat(said()).contains("403 other-team");
    }

    @Test
    void aWrongPasswordCannotRun() throws IOException {
        accounts("wrong");
        assertThat(run("load", "--server", server.url(), "--accounts", folder.resolve("accounts.json").toString()))
                .isEqualTo(2);
        assertThat(said()).contains("401").doesNotContain("wrong\"");
    }

    @Test
    void aFileIsSentByTheTeamsThatHaveItsUnits() throws IOException {
        new SimulationFiles(simulation).write(folder, 1, done -> { });
        assertThat(load(folder.resolve("submissions.ndjson").toString())).as(said()).isZero();
        assertThat(server.storedRevisions()).isEqualTo(120);
        Files.writeString(folder.resolve("bad"), "{}");
        assertThat(load(folder.resolve("bad").toString())).isEqualTo(2);
        assertThat(said()).contains("line 1 is not a revision");
    }

    @Test
    void aDatasetIsReadFromTheServerWithTheTokenOfASession() throws IOException {
        new SimulationFiles(simulation).write(folder, 1, done -> { });
        server.dataset = Files.readString(folder.resolve("submissions.ndjson"));
        input = "right\n".getBytes(StandardCharsets.UTF_8);
        String token = folder.resolve("token").toString();
        assertThat(run("sign-in", "--server", server.url(), "--account", "county", "--token-file", token)).isZero();
        assertThat(Files.getPosixFilePermissions(Path.of(token))).hasSize(2);
        String[] from = {"--server", server.url(), "--token-file", token};
        assertThat(run("validate", from[0], from[1], from[2], from[3])).isZero();
        assertThat(run("export", from[0], from[1], from[2], from[3], "--out", folder.toString())).isZero();
        assertThat(Files.readString(folder.resolve("households.csv")).lines()).hasSize(121);
        assertThat(run("validate", from[0], from[1], from[2], from[3], "--states", "accepted,checked")).isZero();
        assertThat(server.asked).endsWith("/household-census.ndjson?states=accepted%2Cchecked");
    }

    @Test
    void dedupeComparesThePersonsOfACampaignByPseudonyms() throws IOException {
        Path persons = folder.resolve("persons.csv");
        assertThat(run("simulate", "--households", "300", "--seed", "5", "--duplicates", "0.1", "--persons",
                persons.toString())).isZero();
        server.dataset = pseudonymous(Files.readAllLines(persons));
        Path token = Files.writeString(folder.resolve("token"), "statistician");
        List<String> from = List.of("dedupe", "--server", server.url(), "--token-file", token.toString());

        assertThat(run(from.toArray(String[]::new))).isEqualTo(2);
        assertThat(said()).contains("--campaign");

        List<String> whole = new ArrayList<>(from);
        whole.addAll(List.of("--campaign", "census", "--purpose", "doubles", "--out", folder.resolve("out").toString()));
        assertThat(run(whole.toArray(String[]::new))).as(said()).isOne();
        assertThat(Files.readAllLines(folder.resolve("out/pairs.csv"))).hasSizeGreaterThan(20)
                .anyMatch(line -> line.contains(",automatic,") && line.contains("same number"));
        assertThat(server.asked).endsWith("/persons.ndjson?campaign=census&records=all&purpose=doubles");

        whole.addAll(List.of("--records", "register"));
        assertThat(run(whole.toArray(String[]::new))).as(said()).isOne();
        assertThat(server.asked).contains("&records=register&");
        whole.set(whole.size() - 1, "some");
        assertThat(run(whole.toArray(String[]::new))).isEqualTo(2);
        assertThat(said()).contains("--records is one of all, interviews, register");
    }

    /** As the server hands persons out: an id number is a word that is the same for the same number. */
    private static String pseudonymous(List<String> csv) {
        List<String> columns = List.of(csv.get(0).replace("village", "area").replace("household", "submission").split(","));
        StringBuilder lines = new StringBuilder();
        for (String line : csv.subList(1, csv.size())) {
            String[] cells = line.split(",", -1);
            ObjectNode person = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < cells.length; i++) {
                String name = columns.get(i);
                boolean secret = name.equals("id_no") || name.equals("phone");
                if (!cells[i].isEmpty()) {
                    person.put(name, secret ? "#" + UUID.nameUUIDFromBytes(cells[i].getBytes(StandardCharsets.UTF_8)) : cells[i]);
                }
            }
            lines.append(person).append('\n');
        }
        return lines.toString();
    }

    @Test
    void nothingNewIsBegunAfterTheTimeIsOver() throws IOException {
        assertThat(load("--seconds", "0")).isZero();
        assertThat(server.storedRevisions()).isZero();
    }

    private byte[] input = {};

    private int load(String... more) throws IOException {
        accounts("right");
        List<String> args = new ArrayList<>(List.of("load", "--server", server.url(), "--accounts",
                folder.resolve("accounts.json").toString(), "--settle", "0"));
        args.addAll(Arrays.asList(more));
        return run(args.toArray(String[]::new));
    }

    private int run(String... args) {
        return Ruhu.run(new World(new ByteArrayInputStream(input), out,
                new PrintStream(err, true, StandardCharsets.UTF_8), false), args);
    }

    private void accounts(String password) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode accounts = json.putArray("accounts");
        for (String team : simulation.teams()) {
            accounts.addObject().put("account", team).put("password", password).put("area", team.substring(1, 7))
                    .put("team", team).putArray("roles").add("ENUMERATOR");
        }
        accounts.addObject().put("account", "county").put("password", password).put("area", "5403")
                .putArray("roles").add("COUNTY");
        json.putObject("simulation").put("households", 120).put("seed", 4).put("area", "5403").put("errors", 0)
                .put("duplicates", 0).put("campaign", "test");
        Files.writeString(folder.resolve("accounts.json"), json.toString());
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private List<ObjectNode> differences() throws IOException {
        List<ObjectNode> differences = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            differences.add((ObjectNode) JSON.readTree(line));
        }
        return differences;
    }
}
