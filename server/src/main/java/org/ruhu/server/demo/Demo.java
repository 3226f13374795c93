package org.ruhu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.server.demo.DemoAccounts.DemoAccount;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;
import org.ruhu.server.staff.Staff;
import org.ruhu.tools.remote.Remote;
import org.ruhu.tools.simulation.Household;
import org.ruhu.tools.simulation.Plan;
import org.ruhu.tools.simulation.Scribble;
import org.ruhu.tools.simulation.Simulation;
import org.ruhu.tools.simulation.SimulationFiles;
import org.ruhu.tools.simulation.Village;

/**
 * Fills an empty server with a campaign in Changdu: real counties and townships, made-up villages and people, and
 * interviews that simulated teams send in. Everything but the first administrator comes in over the API, and every step
 * may be repeated, so a start after a crash goes on where the last one stopped.
 */
public final class Demo {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 1;
    private static final double ERRORS = 0.02;
    private static final double DUPLICATES = 0.01;
    private static final int LINES = 200;

    /** Of the villages in turn: what a supervisor sees in the second week. No village is finished: try one yourself. */
    private static final List<Double> SHARES = List.of(0.5, 0.75, 0.0, 0.9, 0.25);

    private final Path file;
    private final Clock clock;
    private final PrintStream console;

    /** @param data where {@code demo-accounts.json} is kept */
    public Demo(Path data, Clock clock, PrintStream console) {
        this.file = data.resolve("demo-accounts.json");
        this.clock = clock;
        this.console = console;
    }

    /**
     * @param server     where it listens
     * @param households of a demo that is not there yet; one that is keeps its own
     */
    public void run(Staff staff, String server, int households) throws IOException {
        DemoAccounts accounts = accounts(households, server);
        if (!accounts.complete()) {
            console.println("Making the demo: " + accounts.plan().households() + " households ...");
            build(staff, server, accounts);
            accounts = new DemoAccounts(accounts.plan(), accounts.accounts(), true);
        }
        accounts.write(file, server);
        show(accounts);
    }

    private DemoAccounts accounts(int households, String server) throws IOException {
        Optional<DemoAccounts> there = DemoAccounts.read(file);
        if (there.isPresent()) {
            return there.get();
        }
        Plan plan = new Plan(households, SEED, "5403", ERRORS, DUPLICATES, Plan.CAMPAIGN);
        DemoAccounts made = new DemoAccounts(plan, people(new Simulation(plan)), false);
        made.write(file, server);
        return made;
    }

    private static List<DemoAccount> people(Simulation simulation) {
        SecureRandom random = new SecureRandom();
        List<DemoAccount> people = new ArrayList<>();
        people.add(office("administrator", Role.ADMINISTRATOR, "Administrator 管理员", random));
        people.add(office("county", Role.COUNTY, "Census office 普查办", random));
        people.add(office("instructor", Role.INSTRUCTOR, "Instructor 普查指导员", random));
        people.add(office("statistician", Role.STATISTICIAN, "Statistician 统计员", random));
        people.add(office("auditor", Role.AUDITOR, "Auditor 审计员", random));
        for (String team : simulation.teams()) {
            String county = team.substring(1, 7);
            people.add(new DemoAccount("team-" + team.substring(1), password(random), Role.ENUMERATOR.name(), county,
                    Optional.of(team), "Team 普查组 " + team.substring(1)));
        }
        return people;
    }

    private static DemoAccount office(String account, Role role, String name, SecureRandom random) {
        return new DemoAccount(account, password(random), role.name(), "5403", Optional.empty(), name);
    }

    /** Easy to type on a tablet: three groups of four small letters without look-alikes, 56 bits. */
    private static String password(SecureRandom random) {
        String letters = "abcdefghjkmnpqrstuvwxyz23456789";
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(letters.charAt(random.nextInt(letters.length())));
        }
        return password.toString();
    }

    private void build(Staff staff, String server, DemoAccounts accounts) throws IOException {
        Simulation simulation = new Simulation(accounts.plan());
        DemoAccount first = accounts.of(Role.ADMINISTRATOR.name());
        if (staff.isEmpty()) {
            staff.open(first.account(), first.name(), Optional.empty(), Optional.of(first.password()),
                    List.of(new Grant(Role.ADMINISTRATOR, "", Grant.EVERY, Optional.empty(), Optional.empty())));
        }
        Remote anybody = Remote.at(server);
        Remote administrator = anybody.with(anybody.signIn(first.account(), first.password()));
        openCampaign(administrator, accounts.plan());
        openAccounts(administrator, accounts);
        sendVillages(administrator, simulation);
        sendFrame(administrator, simulation);
        sendInterviews(anybody, simulation, accounts);
    }

    /** In its second week, so that some is expected by today. */
    private void openCampaign(Remote administrator, Plan plan) throws IOException {
        for (JsonNode campaign : administrator.get("/api/campaigns").path("campaigns")) {
            if (campaign.path("id").asText().equals(plan.campaign())) {
                return;
            }
        }
        LocalDate today = LocalDate.now(clock);
        ObjectNode campaign = JSON.createObjectNode().put("id", plan.campaign()).put("domain", "STAT")
                .put("area", plan.area()).put("starts", today.minusDays(10).toString())
                .put("ends", today.plusDays(20).toString()).put("target", 1.0);
        campaign.putObject("name").put("zh", "昌都市脱贫攻坚普查（演示）").put("en", "Changdu poverty census (demo)");
        campaign.putObject("form").put("name", Plan.FORM.name()).put("version", Plan.FORM.version());
        campaign.putObject("context").put("ref_date", "2020-12-31").put("poverty_line", 4000);
        administrator.post("/api/campaigns", "application/json", JSON.writeValueAsBytes(campaign));
    }

    private static void openAccounts(Remote administrator, DemoAccounts accounts) throws IOException {
        Set<String> open = new HashSet<>();
        administrator.get("/api/accounts").path("accounts").forEach(account -> open.add(account.path("account").asText()));
        for (DemoAccount account : accounts.accounts()) {
            if (!open.contains(account.account())) {
                ObjectNode wanted = JSON.createObjectNode().put("account", account.account())
                        .put("name", account.name()).put("password", account.password());
                account.team().ifPresent(team -> wanted.put("team", team));
                wanted.putArray("grants").addObject().put("role", account.role()).put("area", account.area())
                        .put("campaign", accounts.plan().campaign());
                administrator.post("/api/accounts", "application/json", JSON.writeValueAsBytes(wanted));
            }
        }
    }

    private static void sendVillages(Remote administrator, Simulation simulation) throws IOException {
        Lines lines = new Lines();
        for (Village village : simulation.villages()) {
            lines.add(SimulationFiles.region(village));
        }
        expectNoneRefused(administrator.post("/api/regions", "application/x-ndjson", lines.taken()));
    }

    private static void sendFrame(Remote administrator, Simulation simulation) throws IOException {
        Lines lines = new Lines();
        for (int index = 0; index < simulation.plan().households(); index++) {
            lines.add(simulation.household(index).unit());
            if (lines.count() == 5 * LINES || index == simulation.plan().households() - 1) {
                expectNoneRefused(administrator.post("/api/campaigns/" + simulation.plan().campaign() + "/units",
                        "application/x-ndjson", lines.taken()));
            }
        }
    }

    private static void expectNoneRefused(JsonNode answer) {
        if (!answer.path("refused").isEmpty()) {
            throw new IllegalStateException("the demo was refused: " + answer.path("refused").get(0));
        }
    }

    /** Every team sends the households it has been to, and the signatures but one, which is still on its way. */
    private void sendInterviews(Remote anybody, Simulation simulation, DemoAccounts accounts) throws IOException {
        int sent = 0;
        String late = simulation.household(0).submission().path("attachments").path(0).asText();
        for (DemoAccount team : accounts.teams()) {
            Remote device = anybody.with(anybody.signIn(team.account(), team.password()));
            if (sent == 0) {
                for (Scribble signature : simulation.attachments()) {
                    if (!signature.sha256().equals(late)) {
                        DemoDevice.putAttachment(device, signature);
                    }
                }
            }
            Lines lines = new Lines();
            for (Household household : visited(simulation, team.team().orElseThrow())) {
                lines.add(household.submission());
                if (lines.count() == LINES) {
                    sent += DemoDevice.sync(device, lines.taken());
                }
            }
            sent += DemoDevice.sync(device, lines.taken());
        }
        console.println(sent + " interviews sent by " + accounts.teams().size() + " teams.");
    }

    private static List<Household> visited(Simulation simulation, String team) {
        List<Household> visited = new ArrayList<>();
        List<Village> villages = simulation.villages();
        for (int i = 0; i < villages.size(); i++) {
            Village village = villages.get(i);
            if (village.team().equals(team)) {
                int done = (int) (village.households() * SHARES.get(i % SHARES.size()));
                for (int index = village.first(); index < village.first() + done; index++) {
                    visited.add(simulation.household(index));
                }
            }
        }
        return visited;
    }

    private void show(DemoAccounts accounts) {
        console.println("Demo accounts, also in " + file + ":");
        Map<String, String> pages = Map.of("ENUMERATOR", "fills interviews", "COUNTY", "sees progress and submissions",
                "INSTRUCTOR", "sees progress and submissions", "STATISTICIAN", "downloads datasets",
                "AUDITOR", "reads the audit log", "ADMINISTRATOR", "keeps accounts and campaigns");
        List<DemoAccount> teams = accounts.teams();
        accounts.accounts().stream()
                .filter(account -> account.team().isEmpty() || teams.indexOf(account) < 3)
                .forEach(account -> console.printf("  %-20s %-16s %s, area %s%n", account.account(), account.password(),
                        pages.get(account.role()), account.area()));
        if (teams.size() > 3) {
            console.println("  and " + (teams.size() - 3) + " more teams");
        }
    }

    /** NDJSON being collected. */
    private static final class Lines {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int count;

        void add(ObjectNode line) {
            bytes.writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
            bytes.write('\n');
            count++;
        }

        int count() {
            return count;
        }

        /** What was collected; begins anew. */
        byte[] taken() {
            byte[] taken = bytes.toByteArray();
            bytes.reset();
            count = 0;
            return taken;
        }
    }
}
