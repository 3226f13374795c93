package org.ruhu.server.region;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Carries;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Load;
import org.ruhu.server.door.Query;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;
import org.ruhu.tools.lines.Lines;
import org.ruhu.tools.lines.RawLine;

/** Regions for everybody; an administrator adds villages and tells of changes. */
@Path("/api/regions")
@Produces(MediaType.APPLICATION_JSON)
public final class RegionResource {

    private static final int MOST_REFUSED = 1_000;
    private static final int BATCH = 500;

    private final Regions regions;
    private final AuditLog audit;

    public RegionResource(Regions regions, AuditLog audit) {
        this.regions = regions;
        this.audit = audit;
    }

    @GET
    public ObjectNode below(@QueryParam("parent") @DefaultValue("") String parent) {
        ObjectNode answer = Json.object();
        var array = answer.putArray("regions");
        regions.below(Query.area("parent", parent))
                .forEach(region -> array.add(region.json().put("leaf", !regions.anyBelow(region.code()))));
        return answer;
    }

    /** A region a line; a line that is refused does not stop the others. */
    @POST
    @Carries(Load.STREAM)
    @Consumes("application/x-ndjson")
    public ObjectNode addLines(@Context SecurityContext security, InputStream body) {
        Uptake uptake = new Uptake(Login.of(security));
        new Lines(body).forEachRemaining(uptake::take);
        return uptake.told();
    }

    /** One region, or a list of them, each as a line would be. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public ObjectNode addJson(@Context SecurityContext security, InputStream body) throws IOException {
        Uptake uptake = new Uptake(Login.of(security));
        JsonNode json = Json.read(body.readAllBytes());
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                uptake.take(i + 1, json.get(i));
            }
        } else {
            uptake.take(1, Body.of(json, ""));
        }
        return uptake.told();
    }

    /** Takes up what one request brings, so many at a time. */
    private final class Uptake {

        private final Login login;
        private final Reach reach;
        private final Map<Long, Region> waiting = new LinkedHashMap<>();
        private final ObjectNode told = Json.object();
        private final ArrayNode refused = told.arrayNode();
        private long stored;
        private long same;

        Uptake(Login login) {
            this.login = login;
            this.reach = login.require(Role.ADMINISTRATOR);
        }

        void take(RawLine line) {
            try {
                if (line.tooLong()) {
                    throw new Refusal(Refusal.Kind.TOO_LARGE, "The line is too long");
                }
                take(line.number(), Body.read(line.bytes()));
            } catch (Refusal refusal) {
                refuse(line.number(), detail(refusal));
            }
        }

        void take(long line, JsonNode json) {
            try {
                take(line, Body.of(json, ""));
            } catch (Refusal refusal) {
                refuse(line, detail(refusal));
            }
        }

        void take(long line, Body body) {
            Region region = region(body);
            if (!reach.covers(Grant.EVERY, region.code())) {
                audit.append(Event.of(login.account(), "refused-foreign-area", "region " + region.code()));
                throw Refusal.foreignArea();
            }
            waiting.put(line, region);
            if (waiting.size() >= BATCH) {
                store();
            }
        }

        private void store() {
            Iterator<Regions.Outcome> outcomes = regions.put(List.copyOf(waiting.values())).iterator();
            waiting.keySet().forEach(line -> {
                switch (outcomes.next()) {
                    case STORED -> stored++;
                    case SAME -> same++;
                    case NO_PARENT -> refuse(line, "lies in no region known here; send that one first");
                }
            });
            waiting.clear();
        }

        private void refuse(long line, String detail) {
            if (refused.size() < MOST_REFUSED) {
                refused.addObject().put("line", line).put("detail", detail);
            }
        }

        ObjectNode told() {
            store();
            if (stored > 0) {
                audit.append(Event.of(login.account(), "regions-changed", "regions").with("stored", stored));
            }
            told.put("stored", stored).put("same", same).set("refused", refused);
            return told;
        }
    }

    private static String detail(Refusal refusal) {
        var errors = refusal.problem().path("errors");
        return errors.isEmpty() ? refusal.getMessage()
                : errors.get(0).get("pointer").textValue() + " " + errors.get(0).get("detail").textValue();
    }

    private static Region region(Body body) {
        body.only("code", "name", "nameEn", "level", "parent", "from", "until", "successors", "leaf");
        String code = body.text("code", 12, Region.CODE, "has 2, 4, 6, 9 or 12 digits");
        return new Region(code, body.text("name", 100, "(?s).*\\S.*", "is a name of at most 100 characters"),
                body.maybeText("nameEn"), day(body, "from"), day(body, "until"), successors(body));
    }

    private static Optional<LocalDate> day(Body body, String name) {
        try {
            return body.maybeText(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw body.refusedAt(name, "is a day such as 2026-11-01");
        }
    }

    private static List<String> successors(Body body) {
        List<String> successors = new ArrayList<>();
        if (body.has("successors")) {
            body.any("successors").forEach(code -> {
                if (!code.asText().matches(Region.CODE)) {
                    throw body.refusedAt("successors", "are codes of regions");
                }
                successors.add(code.textValue());
            });
        }
        return successors;
    }
}
