package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Query;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;
import org.ruhu.server.submission.Quarantine.Item;

/** What was refused, for the team that sent it and for those who supervise its area. */
@Path("/api/quarantine")
@Produces(MediaType.APPLICATION_JSON)
public final class QuarantineResource {

    private static final int MOST_ITEMS = 500;
    private static final int LONGEST_KEY = 200;

    private final Quarantine quarantine;
    private final Blackout blackout;

    public QuarantineResource(Quarantine quarantine, Blackout blackout) {
        this.quarantine = quarantine;
        this.blackout = blackout;
    }

    @GET
    public ObjectNode list(@Context SecurityContext security, @QueryParam("area") @DefaultValue("") String area,
                           @QueryParam("limit") @DefaultValue("50") String limit,
                           @QueryParam("after") @DefaultValue("") String after) {
        Login login = Login.of(security);
        Reach reach = login.require(Role.ENUMERATOR, Role.INSTRUCTOR, Role.COUNTY);
        int most = (int) Query.number("limit", limit, 1, MOST_ITEMS);
        List<Item> items = quarantine.list(reach.areas(Query.area("area", area)), item -> item.readableBy(login),
                Optional.of(after).filter(token -> !token.isEmpty()).map(QuarantineResource::key), most + 1);
        ObjectNode answer = Json.object();
        var rows = answer.putArray("items");
        items.stream().limit(most).forEach(item -> rows.add(told(item)));
        if (items.size() > most) {
            answer.put("next", token(items.get(most - 1).key()));
        }
        return answer;
    }

    @GET
    @Path("{id: " + Quarantine.ID_PATTERN + "}")
    public ObjectNode one(@Context SecurityContext security, @PathParam("id") String id) {
        Login login = Login.of(security);
        login.require(Role.ENUMERATOR, Role.INSTRUCTOR, Role.COUNTY);
        Item item = quarantine.find(id).filter(found -> found.readableBy(login))
                .orElseThrow(() -> Refusal.notFound("Nothing in the quarantine of your area has this id"));
        ObjectNode answer = told(item);
        answer.set("body", blackout.over(quarantine.body(item)));
        return answer;
    }

    private ObjectNode told(Item item) {
        ObjectNode told = item.json();
        told.set("problem", blackout.over(quarantine.problem(item)));
        return told;
    }

    private static String token(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String token) {
        try {
            String key = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (key.length() <= LONGEST_KEY && key.matches("[0-9]*/[0-9TZ:.-]+/" + Quarantine.ID_PATTERN)) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // not base64: refused like every other token that is not ours
        }
        throw Query.refused("after", "give next as the page before told it");
    }
}
