package org.ruhu.server.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.review.Reviewing.Outcome;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;
import org.ruhu.server.submission.RevisionId;

/** One step about each of the submissions on a page: one that is refused stops no other. */
@Path("/api/submissions/steps")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class BatchResource {

    private static final int MOST = 500;

    private final Reviewing reviewing;

    public BatchResource(Reviewing reviewing) {
        this.reviewing = reviewing;
    }

    @POST
    public ObjectNode steps(@Context SecurityContext security, Body body) {
        Login login = Login.of(security);
        login.require(Role.INSTRUCTOR, Role.COUNTY);
        Step step = ReviewResource.step(body.only("step", "submissions"), Step.PASS, Step.ACCEPT);
        List<Body> asked = body.objects("submissions");
        if (asked.isEmpty() || asked.size() > MOST) {
            throw body.refusedAt("submissions", "send 1 to %d submissions".formatted(MOST));
        }
        List<UUID> named = named(asked);
        Map<UUID, Reviews.Wish> wishes = new HashMap<>();
        Map<UUID, Outcome> outcomes = new HashMap<>();
        IntStream.range(0, asked.size()).forEach(i -> {
            try {
                Subject subject = reviewing.subject(login, named.get(i));
                wishes.put(named.get(i), reviewing.wish(login, subject, step, asked.get(i)));
            } catch (Refusal refusal) {
                outcomes.put(named.get(i), new Outcome.Refused(refusal));
            }
        });
        List<UUID> wished = named.stream().filter(wishes::containsKey).toList();
        Iterator<Outcome> taken = reviewing.take(login, wished.stream().map(wishes::get).toList()).iterator();
        wished.forEach(submission -> outcomes.put(submission, taken.next()));
        ObjectNode answer = Json.object();
        var results = answer.putArray("results");
        named.forEach(submission -> results.add(told(submission, outcomes.get(submission))));
        return answer;
    }

    private static List<UUID> named(List<Body> asked) {
        Set<String> met = new HashSet<>();
        return asked.stream().map(one -> {
            String submission = one.only("submission", "number", "revision").text("submission", 36,
                    RevisionId.UUID_PATTERN, "send a UUID in lower case");
            if (!met.add(submission)) {
                throw one.refusedAt("submission", "name each submission once");
            }
            return UUID.fromString(submission);
        }).toList();
    }

    private static ObjectNode told(UUID submission, Outcome outcome) {
        ObjectNode told = Json.object().put("submission", submission.toString());
        if (outcome instanceof Outcome.Refused refused) {
            told.put("status", refused.refusal().status()).set("problem", refused.refusal().problem());
            return told;
        }
        Outcome.Done done = (Outcome.Done) outcome;
        return told.put("status", done.fresh() ? 201 : 200).put("state", done.subject().state().word())
                .put("taken", done.subject().review().steps().size());
    }
}
