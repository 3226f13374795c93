package org.ruhu.server.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.Catalogue;
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
 * Fills an empty server with a census of Changdu: real counties and townships, made-up villages and people, and
 * interviews that simulated teams send in; and with a campaign for every other form in one of the counties. Everything
 * but the first administrator comes in over the API, and every step may be repeated, so a start after a crash goes on
 * where the last one stopped.
 */
public final class Demo {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** With it even a small demo has doubles within the first county. */
    private static final long SEED = 6;
    private static final double ERRORS = 0.02;
    /** More than there ought to be, so that a small demo has some to judge. */
    private static final double DUPLICATES = 0.1;
    private static final int LINES = 200;

    /** Of the villages in turn: what a supervisor sees in the second week. No village is finished: try one yourself. */
    private static final List<Double> SHARES = List.of(0.5, 0.75, 0.0, 0.9, 0.25);

    private final Path file;
    private final Clock clock;
    private final PrintStream console;
    private final Catalogue catalogue;

    /** @param data where {@code demo-accounts.json} is kept */
    public Demo(Path data, Catalogue catalogue, Clock clock, PrintStream console) {
        this.catalogue = catalogue;
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
            accounts = build(staff, server, accounts).completed();
        }
        accounts.write(file, server);
        show(accounts, server);
    }

    private DemoAccounts accounts(int households, String server) throws IOException {
        Optional<DemoAccounts> there = DemoAccounts.read(file);
        if (there.isPresent()) {
            return there.get();
        }
        Plan plan = new Plan(households, SEED, "5403", ERRORS, DUPLICATES, Plan.CAMPAIGN);
        DemoAccounts made = new DemoAccounts(plan, people(new Simulation(plan)), List.of(), false);
        made.write(file, server);
        return made;
    }

    private static List<DemoAccount> people(Simulation simulation) {
        String census = simulation.plan().campaign();
        Village first = simulation.villages().get(0);
        List<String> statistics = new ArrayList<>(Round.STATISTICS);
        statistics.add(census);
        List<DemoAccount> people = new ArrayList<>();
        people.add(office("administrator", Role.ADMINISTRATOR, "5403", "Administrator 管理员", List.of(census)));
        people.add(office("county", Role.COUNTY, "5403", "Census office 普查办", statistics));
        people.add(office("instructor", Role.INSTRUCTOR, "5403", "Instructor 普查指导员", statistics));
        people.add(office("statistician", Role.STATISTICIAN, "5403", "Statistician 统计员", statistics));
        people.add(office("auditor", Role.AUDITOR, "5403", "Auditor 审计员", List.of(census)));
        for (String team : simulation.teams()) {
            String county = team.substring(1, 7);
            List<String> campaigns = team.equals(first.team())
                    ? List.of(census, Round.VILLAGES, Round.COUNTY, Round.REVISIT)
                    : county.equals(first.county()) ? List.of(census, Round.VILLAGES) : List.of(census);
            people.add(team("team-" + team.substring(1), county, team, "Team 普查组 " + team.substring(1), campaigns));
        }
        String county = first.county();
        people.add(team(StatisticsRounds.REVISIT_TEAM, county, "R" + county, "Revisits 抽查组", List.of(Round.REVISIT)));
        people.add(team(AdministrationRounds.TEAM, county, "P" + county, "Door-to-door check 排查组", Round.ADMINISTRATION));
        people.add(office(AdministrationRounds.INSTRUCTOR, Role.INSTRUCTOR, county, "Check instructor 排查指导员",
                Round.ADMINISTRATION));
        people.add(office(AdministrationRounds.OFFICE, Role.COUNTY, county, "Rectification office 整改办",
                Round.ADMINISTRATION));
        return people;
    }

    private static DemoAccount office(String account, Role role, String area, String name, List<String> campaigns) {
        return new DemoAccount(account, password(), role.name(), area, Optional.empty(), name, campaigns);
    }

    private static DemoAccount team(String account, String area, String team, String name, List<String> campaigns) {
        return new DemoAccount(account, password(), Role.ENUMERATOR.name(), area, Optional.of(team), name, campaigns);
    }

    /** Easy to type on a tablet: three groups of four small letters without look-alikes, 56 bits. */
    private static String password() {
        String letters = "abcdefghjkmnpqrstuvwxyz23456789";
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(letters.charAt(RANDOM.nextInt(letters.length())));
        }
        return password.toString();
    }

    private DemoAccounts build(Staff staff, String server, DemoAccounts accounts) throws IOException {
        Simulation simulation = new Simulation(accounts.plan());
        String county = simulation.villages().get(0).county();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        DemoAccount first = accounts.of(Role.ADMINISTRATOR.name());
        if (staff.isEmpty()) {
            staff.open(first.account(), first.name(), Optional.empty(), Optional.of(first.password()),
                    List.of(new Grant(Role.ADMINISTRATOR, "", Grant.EVERY, Optional.empty(), Optional.empty())));
        }
        Remote anybody = Remote.at(server);
        Remote administrator = signedIn(anybody, first);
        Frame frame = new Frame(administrator);
        openCampaigns(administrator, Round.all(accounts.plan(), county), today);
        openAccounts(administrator, accounts);
        sendVillages(frame, simulation);
        sendFrame(frame, simulation);
        sendInterviews(anybody, simulation, accounts);
        new StatisticsRounds(simulation, accounts, anybody, catalogue, today).build(frame);
        new AdministrationRounds(simulation, accounts, anybody, catalogue, today).build(frame);
        new Doubles(signedIn(anybody, accounts.of(Role.INSTRUCTOR.name())),
                signedIn(anybody, accounts.of(Role.COUNTY.name())), simulation.plan().campaign()).judge();
        new Desks(signedIn(anybody, accounts.of(Role.INSTRUCTOR.name())),
                signedIn(anybody, accounts.of(Role.COUNTY.name())), simulation.plan().campaign()).review();
        return survey(accounts, server, administrator, anybody, county);
    }

    private static Remote signedIn(Remote anybody, DemoAccount account) throws IOException {
        return anybody.with(anybody.signIn(account.account(), account.password()));
    }

    private static void openCampaigns(Remote administrator, List<Round> rounds, LocalDate today) throws IOException {
        Set<String> open = new HashSet<>();
        administrator.get("/api/campaigns").path("campaigns").forEach(campaign -> open.add(campaign.path("id").asText()));
        for (Round round : rounds) {
            if (!open.contains(round.id())) {
                administrator.post("/api/campaigns", "application/json", JSON.writeValueAsBytes(round.json(today)));
            }
        }
    }

    /** Ballots are written down before the first is answered with: they are told only once. */
    private DemoAccounts survey(DemoAccounts accounts, String server, Remote administrator, Remote anybody,
                                String county) throws IOException {
        DemoAccounts known = accounts;
        if (known.ballots().isEmpty()) {
            known = accounts.with(StaffSurvey.ballots(administrator, county));
            known.write(file, server);
        }
        return known.with(StaffSurvey.answered(anybody, known.ballots(), county));
    }

    private static void openAccounts(Remote administrator, DemoAccounts accounts) throws IOException {
        Set<String> open = new HashSet<>();
        administrator.get("/api/accounts").path("accounts").forEach(account -> open.add(account.path("account").asText()));
        for (DemoAccount account : accounts.accounts()) {
            if (!open.contains(account.account())) {
                ObjectNode wanted = JSON.createObjectNode().put("account", account.account())
                        .put("name", account.name()).put("password", account.password());
                account.team().ifPresent(team -> wanted.put("team", team));
                var grants = wanted.putArray("grants");
                account.campaigns().forEach(campaign -> grants.addObject().put("role", account.role())
                        .put("area", account.area()).put("campaign", campaign));
                administrator.post("/api/accounts", "application/json", JSON.writeValueAsBytes(wanted));
            }
        }
    }

    private static void sendVillages(Frame frame, Simulation simulation) throws IOException {
        Lines lines = new Lines();
        for (Village village : simulation.villages()) {
            lines.add(SimulationFiles.region(village));
        }
        frame.putRegions(lines);
    }

    private static void sendFrame(Frame frame, Simulation simulation) throws IOException {
        Lines lines = new Lines();
        for (int index = 0; index < simulation.plan().households(); index++) {
            lines.add(simulation.household(index).unit());
            if (lines.count() == 5 * LINES || index == simulation.plan().households() - 1) {
                frame.put(simulation.plan().campaign(), lines);
            }
        }
    }

    /** Every team sends the households it has been to, and the signatures but one, which is still on its way. */
    private void sendInterviews(Remote anybody, Simulation simulation, DemoAccounts accounts) throws IOException {
        int sent = 0;
        String late = late(simulation);
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

    /** A signature that is still on its way. */
    static String late(Simulation simulation) {
        return simulation.household(0).submission().path("attachments").path(0).asText();
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

    private void show(DemoAccounts accounts, String server) {
        console.println("Demo accounts, also in " + file + ":");
        Map<String, String> pages = Map.of("ENUMERATOR", "fills interviews", "COUNTY", "sees progress and submissions",
                "INSTRUCTOR", "sees progress and submissions", "STATISTICIAN", "downloads datasets",
                "AUDITOR", "reads the audit log", "ADMINISTRATOR", "keeps accounts and campaigns");
        List<DemoAccount> teams = accounts.teams();
        accounts.accounts().stream()
                .filter(account -> !teams.contains(account) || teams.indexOf(account) < 3)
                .forEach(account -> console.printf("  %-20s %-16s %s, area %s%n", account.account(), account.password(),
                        pages.get(account.role()), account.area()));
        if (teams.size() > 3) {
            console.println("  and " + (teams.size() - 3) + " more teams");
        }
        if (!accounts.ballots().isEmpty()) {
            console.println("The anonymous survey is at " + server.replaceFirst("/$", "") + "/survey/" + Round.STAFF + ", with one of the ballots");
            console.println("  " + String.join(", ", accounts.ballots()));
        }
    }
}
