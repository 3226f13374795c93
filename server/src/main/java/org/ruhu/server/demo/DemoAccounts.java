package org.ruhu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ruhu.tools.simulation.Plan;

/**
 * The file {@code demo-accounts.json}: what the demo was made from and who may sign in. It is written before the first
 * account is opened, so that no password is ever lost; readable by its owner only.
 *
 * @param ballots  of the anonymous survey that nobody has answered with yet
 * @param complete whether everything the demo shows is in the store
 */
record DemoAccounts(Plan plan, List<DemoAccount> accounts, List<String> ballots, boolean complete) {

    private static final ObjectMapper JSON = new ObjectMapper();

    DemoAccounts {
        accounts = List.copyOf(accounts);
        ballots = List.copyOf(ballots);
    }

    /**
     * @param team      empty for office staff
     * @param campaigns in which it holds its role; all of one domain
     */
    record DemoAccount(String account, String password, String role, String area, Optional<String> team, String name,
            List<String> campaigns) {

        DemoAccount {
            campaigns = List.copyOf(campaigns);
        }

        ObjectNode json() {
            ObjectNode json = JSON.createObjectNode().put("account", account).put("password", password);
            json.putArray("roles").add(role);
            json.put("area", area);
            team.ifPresent(name -> json.put("team", name));
            campaigns.forEach(json.withArray("campaigns")::add);
            return json.put("name", name);
        }

        static DemoAccount of(JsonNode json, String census) {
            List<String> campaigns = new ArrayList<>();
            json.path("campaigns").forEach(campaign -> campaigns.add(campaign.asText()));
            return new DemoAccount(json.path("account").asText(), json.path("password").asText(),
                    json.path("roles").path(0).asText(), json.path("area").asText(),
                    Optional.ofNullable(json.get("team")).map(JsonNode::asText), json.path("name").asText(),
                    campaigns.isEmpty() ? List.of(census) : campaigns);
        }
    }

    DemoAccount of(String role) {
        return accounts.stream().filter(account -> account.role().equals(role)).findFirst().orElseThrow();
    }

    DemoAccount named(String name) {
        return accounts.stream().filter(account -> account.account().equals(name)).findFirst().orElseThrow();
    }

    /** Those who enumerate the census. */
    List<DemoAccount> teams() {
        return accounts.stream().filter(account -> account.team().isPresent())
                .filter(account -> account.campaigns().contains(plan.campaign())).toList();
    }

    DemoAccounts with(List<String> freeBallots) {
        return new DemoAccounts(plan, accounts, freeBallots, complete);
    }

    DemoAccounts completed() {
        return new DemoAccounts(plan, accounts, ballots, true);
    }

    static Optional<DemoAccounts> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode json = JSON.readTree(file.toFile());
        JsonNode from = json.path("simulation");
        Plan plan = new Plan(from.path("households").asInt(), from.path("seed").asLong(), from.path("area").asText(),
                from.path("errors").asDouble(), from.path("duplicates").asDouble(), from.path("campaign").asText());
        List<DemoAccount> accounts = new ArrayList<>();
        json.path("accounts").forEach(account -> accounts.add(DemoAccount.of(account, plan.campaign())));
        List<String> ballots = new ArrayList<>();
        json.path("ballots").forEach(ballot -> ballots.add(ballot.asText()));
        return Optional.of(new DemoAccounts(plan, accounts, ballots, json.path("complete").asBoolean()));
    }

    void write(Path file, String server) throws IOException {
        ObjectNode json = JSON.createObjectNode().put("server", server).put("complete", complete);
        json.putObject("simulation").put("households", plan.households()).put("seed", plan.seed())
                .put("area", plan.area()).put("errors", plan.errors()).put("duplicates", plan.duplicates())
                .put("campaign", plan.campaign());
        accounts.forEach(account -> json.withArray("accounts").add(account.json()));
        ballots.forEach(json.withArray("ballots")::add);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), json);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
