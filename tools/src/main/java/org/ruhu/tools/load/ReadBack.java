package org.ruhu.tools.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.ruhu.tools.load.Stock.Item;
import org.ruhu.tools.load.Wire.Reply;
import org.ruhu.tools.load.Wire.Request;
import org.ruhu.tools.remote.Refused;

/** Asks the server for everything it acknowledged: each revision there once, with the digest of what was sent. */
final class ReadBack {

    private final Wires wires;
    private final Teams teams;
    private final Consumer<Difference> differences;

    ReadBack(Wires wires, Teams teams, Consumer<Difference> differences) {
        this.wires = wires;
        this.teams = teams;
        this.differences = differences;
    }

    void all(List<Item> acknowledged, int clients, LongConsumer progress) {
        Map<UUID, List<Item>> bySubmission = acknowledged.stream().collect(Collectors.groupingBy(Item::submission));
        AtomicLong compared = new AtomicLong();
        Crew.work(clients, List.copyOf(bySubmission.values()), items -> {
            compare(items);
            progress.accept(compared.incrementAndGet());
        });
    }

    private void compare(List<Item> items) {
        JsonNode told = ask(items.get(0));
        Map<Integer, String> digests = new HashMap<>();
        for (JsonNode revision : told.path("revisions")) {
            String before = digests.put(revision.path("number").asInt(), revision.path("digest").asText());
            if (before != null) {
                differences.accept(new Difference("revision-twice", Delivery.name(items.get(0)), "one", "two"));
            }
        }
        for (Item item : items) {
            String found = digests.getOrDefault(item.number(), "nothing");
            if (!found.equals(item.digest())) {
                differences.accept(new Difference("revision", Delivery.name(item), item.digest(), found));
            }
        }
        if (digests.size() > items.size()) {
            differences.accept(new Difference("revisions", items.get(0).submission().toString(),
                    Integer.toString(items.size()), Integer.toString(digests.size())));
        }
    }

    private JsonNode ask(Item item) {
        return teams.patience().until(() -> {
            Reply reply = wires.exchange(Request.get("/api/submissions/" + item.submission(),
                    teams.remote(item.team()).token()));
            if (reply.status() == 401) {
                teams.again(item.team());
                throw new IOException("signed out");
            }
            if (reply.status() != 200 && reply.status() != 404) {
                throw new Refused(reply.status(), " to a question for a submission");
            }
            return Route.parsed(reply.body());
        });
    }
}
