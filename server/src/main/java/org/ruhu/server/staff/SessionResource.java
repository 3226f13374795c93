package org.ruhu.server.staff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;

/** Signing in, asking who one is, signing out. */
@Path("/api/session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource {

    private final Accounts accounts;
    private final Sessions sessions;
    private final LockOut lockOut;
    private final AuditLog audit;
    private final Clock clock;

    SessionResource(Accounts accounts, Sessions sessions, LockOut lockOut, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.lockOut = lockOut;
        this.audit = audit;
        this.clock = clock;
    }

    @POST
    @Open
    public Response signIn(@Context Request request, Body body) {
        body.only("account", "password");
        String name = body.text("account");
        String password = body.text("password");
        String address = Request.getRemoteAddr(request);
        lockOut.requireOpen(name, address);
        Account account = accounts.verify(name, password).orElseThrow(() -> wrong(name, address));
        lockOut.right(name);
        Sessions.SignIn signIn = sessions.open(account);
        audit.append(Event.of(account.account(), "signed-in", account.account()));
        Instant expires = signIn.session().expires();
        ObjectNode answer = shown(account.login(clock.instant()), expires).put("token", signIn.token());
        return Response.ok(answer).cookie(cookie(request, signIn.token(), Duration.between(clock.instant(), expires)))
                .build();
    }

    @GET
    @Open
    public ObjectNode whoAmI(@Context HttpHeaders headers) {
        Sessions.Current current = token(headers).flatMap(sessions::find)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_SIGNED_IN, "Sign in at POST /api/session"));
        return shown(current.login(), current.expires());
    }

    @DELETE
    public Response signOut(@Context SecurityContext security, @Context Request request,
                            @Context HttpHeaders headers) {
        Login login = Login.of(security);
        token(headers).ifPresent(sessions::end);
        audit.append(Event.of(login.account(), "signed-out", login.account()));
        return Response.noContent().cookie(cookie(request, "", Duration.ZERO)).build();
    }

    /** The audit log does not tell what was typed as an account unless it is one: it may be a password. */
    private Refusal wrong(String name, String address) {
        lockOut.wrong(name, address);
        String subject = accounts.find(name).map(Account::account).orElse("unknown");
        audit.append(Event.of(Event.NOBODY, "sign-in-refused", subject).with("address", address));
        return new Refusal(Refusal.Kind.WRONG_CREDENTIALS, "Look at the account name and the password and try again");
    }

    private static Optional<String> token(HttpHeaders headers) {
        return LoginFilter.bearer(headers.getHeaderString(HttpHeaders.AUTHORIZATION))
                .or(() -> LoginFilter.cookie(headers::getCookies));
    }

    private static NewCookie cookie(Request request, String token, Duration lasts) {
        return new NewCookie.Builder(LoginFilter.COOKIE).value(token).path("/").maxAge((int) lasts.toSeconds())
                .httpOnly(true).secure(request.isSecure()).sameSite(NewCookie.SameSite.STRICT).build();
    }

    private static ObjectNode shown(Login login, Instant expires) {
        ObjectNode shown = Json.object().put("account", login.account()).put("name", login.name());
        shown.set("roles", Account.written(login.grants()));
        login.team().ifPresent(team -> shown.put("team", team));
        return shown.put("expires", expires.toString());
    }
}
