package org.ruhu.tools.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.ruhu.tools.simulation.Plan;

/**
 * One line of {@code demo-accounts.json}.
 *
 * @param team empty unless the account belongs to a team
 */
public record Account(String account, String password, List<String> roles, String area, String team) {

    public static List<Account> read(Path file) throws IOException {
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        return StreamSupport.stream(json.path("accounts").spliterator(), false).map(Account::of).toList();
    }

    /** The simulation the accounts were made for, if the file says so. */
    public static Optional<Plan> simulation(Path file) throws IOException {
        JsonNode from = new ObjectMapper().readTree(file.toFile()).path("simulation");
        return from.isObject() ? Optional.of(new Plan(from.path("households").asInt(), from.path("seed").asLong(),
                from.path("area").asText(), from.path("errors").asDouble(), from.path("duplicates").asDouble(),
                from.path("campaign").asText())) : Optional.empty();
    }

    private static Account of(JsonNode json) {
        List<String> roles = StreamSupport.stream(json.path("roles").spliterator(), false)
                .map(JsonNode::asText).toList();
        return new Account(json.path("account").asText(), json.path("password").asText(), roles,
                json.path("area").asText(), json.path("team").asText());
    }

    /** Never the password. */
    @Override
    public String toString() {
        return account;
    }
}
