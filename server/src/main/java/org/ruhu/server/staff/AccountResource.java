package org.ruhu.server.staff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;

/** Accounts, kept by administrators within their own areas and campaigns. */
@Path("/api/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountResource {

    private static final int MOST_GRANTS = 100;

    private final Accounts accounts;
    private final Openings openings;
    private final Clock clock;

    AccountResource(Accounts accounts, Openings openings, Clock clock) {
        this.accounts = accounts;
        this.openings = openings;
        this.clock = clock;
    }

    @GET
    public ObjectNode list(@Context SecurityContext security) {
        Reach reach = Login.of(security).require(Role.ADMINISTRATOR);
        ObjectNode answer = Json.object();
        var array = answer.putArray("accounts");
        accounts.all().stream().filter(account -> within(reach, account.grants()))
                .forEach(account -> array.add(account.shown()));
        return answer;
    }

    @POST
    public Response open(@Context SecurityContext security, Body body) {
        Login login = Login.of(security);
        login.require(Role.ADMINISTRATOR);
        body.only("account", "name", "password", "team", "grants");
        String name = body.text("account", 64, Accounts.NAME, "is 2 to 64 small letters, digits and . _ -");
        List<Grant> grants = grants(body, login);
        Account account = new Account(name, name(body), team(body), openings.hash(body.text("password")), grants, false,
                clock.instant(), 0);
        openings.open(account, login.account());
        return Response.status(Response.Status.CREATED).entity(account.shown()).build();
    }

    /**
     * Replaces name, team and grants; a password or {@code "closed": true} ends every session of the account at once.
     */
    @PUT
    @Path("{account: " + Accounts.NAME + "}")
    public ObjectNode change(@Context SecurityContext security, @PathParam("account") String name, Body body) {
        Login login = Login.of(security);
        Reach reach = login.require(Role.ADMINISTRATOR);
        body.only("name", "password", "team", "grants", "closed");
        Account before = accounts.find(name).filter(account -> within(reach, account.grants()))
                .orElseThrow(() -> Refusal.notFound("There is no such account in your areas"));
        Account after = new Account(name, name(body), team(body),
                body.maybeText("password").map(openings::hash).orElse(before.password()), grants(body, login),
                body.has("closed") && body.bool("closed"),
                body.has("password") || body.has("closed") ? clock.instant() : before.since(), before.version());
        openings.change(after, login.account());
        return after.shown();
    }

    private static boolean within(Reach reach, List<Grant> grants) {
        return grants.stream().allMatch(grant -> reach.covers(grant.campaign(), grant.area()));
    }

    private static String name(Body body) {
        return body.text("name", 100, "(?s).*\\S.*", "is a name of at most 100 characters");
    }

    private static Optional<String> team(Body body) {
        return body.has("team")
                ? Optional.of(body.text("team", 64, Accounts.TEAM, "is letters, digits and . _ -"))
                : Optional.empty();
    }

    private List<Grant> grants(Body body, Login login) {
        List<Grant> grants = body.objects("grants").stream().map(AccountResource::grant).toList();
        if (grants.size() > MOST_GRANTS) {
            throw body.refusedAt("grants", "are at most " + MOST_GRANTS);
        }
        if (!within(login.reach(Role.ADMINISTRATOR), grants)) {
            throw openings.foreign(login.account(), body.maybeText("account").orElse("account"));
        }
        return grants;
    }

    private static Grant grant(Body body) {
        body.only("role", "area", "campaign", "from", "until");
        String names = "ENUMERATOR|INSTRUCTOR|COUNTY|STATISTICIAN|AUDITOR|ADMINISTRATOR";
        Role role = Role.valueOf(body.text("role", 20, names, "is one of " + names.replace("|", ", ")));
        String area = body.text("area", 12, "([1-9][0-9]{1,11})?", "is the first 2 to 12 digits of a code, or empty");
        return new Grant(role, area, body.maybeText("campaign").orElse(Grant.EVERY), instant(body, "from"),
                instant(body, "until"));
    }

    private static Optional<Instant> instant(Body body, String name) {
        try {
            return body.maybeText(name).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw body.refusedAt(name, "is a moment such as 2026-11-01T00:00:00Z");
        }
    }
}
