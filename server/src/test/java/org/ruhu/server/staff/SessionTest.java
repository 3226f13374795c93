package org.ruhu.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.ServerKit;
import org.ruhu.server.SetClock;

class SessionTest extends ServerKit {

    private final SetClock clock = new SetClock();

    @Override
    protected Clock clock() {
        return clock;
    }

    @Test
    void whoSignsInLearnsWhoTheyAreAndIsKnownByTheToken() {
        open(Person.ZHAXI);
        JsonNode session = signIn("zhaxi", PASSWORD).ok();
        assertThat(session.get("name").textValue()).isEqualTo("扎西");
        assertThat(session.get("team").textValue()).isEqualTo("team-1");
        assertThat(session.at("/roles/0/role").textValue()).isEqualTo("ENUMERATOR");
        assertThat(session.at("/roles/0/area").textValue()).isEqualTo(TOWNSHIP);
        assertThat(session.at("/roles/0/campaign").textValue()).isEqualTo(CAMPAIGN);

        String bearer = "Bearer " + session.get("token").textValue();
        JsonNode known = send(request("/api/session").header("Authorization", bearer)).ok();
        assertThat(known.get("account").textValue()).isEqualTo("zhaxi");
        assertThat(known.has("token")).isFalse();
    }

    @Test
    void theCookieIsOutOfReachForScriptsAndOtherSites() {
        open(Person.ZHAXI);
        String cookie = signIn("zhaxi", PASSWORD).header("Set-Cookie");
        assertThat(cookie).startsWith("ruhu=").contains("HttpOnly").contains("SameSite=Strict").contains("Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void aCookieReadsButWritesOnlyWithTheHeaderOfOurPages() {
        open(Person.ADMINISTRATOR);
        String cookie = signIn("administrator", PASSWORD).header("Set-Cookie").replaceFirst(";.*", "");
        send(request("/api/accounts").header("Cookie", cookie)).ok();
        send(request("/api/session").header("Cookie", cookie).DELETE()).refused(403, "cross-site");
        assertThat(send(request("/api/session").header("Cookie", cookie).header("X-Ruhu", "1").DELETE()).status())
                .isEqualTo(204);
        send(request("/api/session").header("Cookie", cookie)).refused(401, "not-signed-in");
    }

    @Test
    void nobodyIsToldNothing() {
        assertThat(get("/api/session").refused(401, "not-signed-in").get("detail").textValue())
                .contains("POST /api/session");
        get("/api/forms").refused(401, "not-signed-in");
        send(request("/api/accounts").header("Authorization", "Bearer nonsense")).refused(401, "not-signed-in");
    }

    @Test
    void aSignOutTakesEffectAtOnce() {
        get(Person.ZHAXI, "/api/session").ok();
        assertThat(send(request(Person.ZHAXI, "/api/session").DELETE()).status()).isEqualTo(204);
        get(Person.ZHAXI, "/api/session").refused(401, "not-signed-in");
        get(Person.ZHAXI, "/api/forms").refused(401, "not-signed-in");
    }

    @Test
    void aSessionOutlivesARestart() {
        token(Person.ZHAXI);
        restart();
        get(Person.ZHAXI, "/api/session").ok();
    }

    @Test
    void anOfficeIsSignedInForADayOfWorkAndATabletForAMonth() {
        token(Person.ZHAXI);
        token(Person.ZHUOMA);
        clock.pass(Duration.ofHours(12));
        get(Person.ZHUOMA, "/api/session").refused(401, "not-signed-in");
        get(Person.ZHAXI, "/api/session").ok();
        clock.pass(Duration.ofDays(30));
        get(Person.ZHAXI, "/api/session").refused(401, "not-signed-in");
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountLookTheSame() {
        open(Person.ZHAXI);
        JsonNode wrong = signIn("zhaxi", "not the password").refused(401, "wrong-credentials");
        JsonNode unknown = signIn("nobody-here", "not the password").refused(401, "wrong-credentials");
        assertThat(unknown).isEqualTo(wrong);
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForATimeThatDoubles() {
        open(Person.ZHAXI);
        for (int i = 0; i < 5; i++) {
            signIn("zhaxi", "wrong password " + i).refused(401, "wrong-credentials");
        }
        Answer locked = signIn("zhaxi", PASSWORD);
        locked.refused(429, "locked-out");
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(30, 31);

        clock.pass(Duration.ofSeconds(30));
        signIn("zhaxi", "wrong again").refused(401, "wrong-credentials");
        assertThat(Integer.parseInt(signIn("zhaxi", PASSWORD).header("Retry-After"))).isBetween(60, 61);

        clock.pass(Duration.ofSeconds(60));
        signIn("zhaxi", PASSWORD).ok();
        signIn("zhaxi", "wrong once").refused(401, "wrong-credentials");
        signIn("zhaxi", PASSWORD).ok();
    }

    @Test
    void anUnknownAccountIsLockedLikeAKnownOne() {
        for (int i = 0; i < 5; i++) {
            signIn("nobody-here", "wrong password").refused(401, "wrong-credentials");
        }
        signIn("nobody-here", "wrong password").refused(429, "locked-out");
    }

    @Test
    void anotherAccountIsNotLockedWithIt() {
        open(Person.ZHAXI);
        open(Person.DUOJI);
        for (int i = 0; i < 5; i++) {
            signIn("zhaxi", "wrong password");
        }
        signIn("duoji", PASSWORD).ok();
    }

    @Test
    void aGrantEndsWhenItsPeriodEnds() {
        String until = clock.instant().plus(Duration.ofHours(1)).toString();
        post(Person.ADMINISTRATOR, "/api/accounts",
                Map.of("account", "helper", "name", "多吉", "password", PASSWORD, "grants",
                new Object[] {Map.of("role", "AUDITOR", "area", "", "until", until)})).ok(201);
        String bearer = "Bearer " + signIn("helper", PASSWORD).ok().get("token").textValue();
        send(request("/api/audit").header("Authorization", bearer)).ok();
        clock.pass(Duration.ofHours(1));
        send(request("/api/audit").header("Authorization", bearer)).refused(403, "not-allowed");
    }

    @Test
    void aBodyThatIsNotASignInSaysWhatIsMissing() {
        JsonNode problem = send(request("/api/session").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"account\":\"zhaxi\"}"))).refused(422, "unreadable-body");
        assertThat(problem.at("/errors/0/pointer").textValue()).isEqualTo("#/password");
    }
}
