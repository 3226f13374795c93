package org.ruhu.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.ServerKit;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Json;

class AccountTest extends ServerKit {

    private static final String REGISTER = "register-2026";

    private static Map<String, Object> account(String name, Map<?, ?>... grants) {
        return Map.of("account", name, "name", "卓玛", "password", PASSWORD, "team", "team-9", "grants", grants);
    }

    private static Map<String, String> grant(String role, String area, String campaign) {
        return Map.of("role", role, "area", area, "campaign", campaign);
    }

    private void openRegister() {
        new Campaigns(store).open(new Campaign(REGISTER, Map.of("zh", "建档"), Domain.ADMIN, FORM, "5403",
                LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-20"), 1.0, Json.object()));
    }

    @Test
    void anAccountOpenedByAnAdministratorCanSignInAndIsListedWithoutItsPassword() {
        post(Person.ADMINISTRATOR, "/api/accounts", account("zhuoma-2", grant("COUNTY", COUNTY, CAMPAIGN))).ok(201);
        assertThat(signIn("zhuoma-2", PASSWORD).ok().get("team").textValue()).isEqualTo("team-9");
        Answer list = get(Person.ADMINISTRATOR, "/api/accounts");
        assertThat(list.ok().get("accounts").findValuesAsText("account")).contains("zhuoma-2", "administrator");
        assertThat(list.text()).doesNotContain("argon2").doesNotContain(PASSWORD);
    }

    @Test
    void aTakenNameIsAConflict() {
        open(Person.ZHAXI);
        post(Person.ADMINISTRATOR, "/api/accounts", account("zhaxi", grant("COUNTY", COUNTY, CAMPAIGN)))
                .refused(409, "account-taken");
        signIn("zhaxi", PASSWORD).ok();
    }

    @Test
    void onlyAnAdministratorKeepsAccounts() {
        for (Person person : List.of(Person.ZHAXI, Person.ZHUOMA, Person.COUNTY, Person.STATISTICIAN, Person.AUDITOR)) {
            get(person, "/api/accounts").refused(403, "not-allowed");
            post(person, "/api/accounts", account("x1", grant("AUDITOR", "", "*"))).refused(403, "not-allowed");
        }
    }

    @Test
    void anAdministratorOfOneCountyHandsOutNothingBeyondIt() {
        app.staff().open("county-administrator", "县管理员", Optional.empty(), Optional.of(PASSWORD),
                List.of(Grant.of(Role.ADMINISTRATOR, COUNTY, CAMPAIGN)));
        open(Person.OTHER_COUNTY);
        open(Person.ZHAXI);
        String bearer = "Bearer " + signIn("county-administrator", PASSWORD).ok().get("token").textValue();
        JsonNode seen = send(request("/api/accounts").header("Authorization", bearer)).ok();
        assertThat(seen.get("accounts").findValuesAsText("account")).contains("zhaxi").doesNotContain("other-county");
        for (Map<String, String> beyond
                : List.of(grant("COUNTY", OTHER_COUNTY, CAMPAIGN), grant("COUNTY", "54", CAMPAIGN),
                grant("ADMINISTRATOR", COUNTY, "*"))) {
            send(request("/api/accounts").header("Authorization", bearer).header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(Json.bytes(account("beyond", beyond)))))
                    .refused(403, "foreign-area");
        }
        assertThat(get(Person.AUDITOR, "/api/audit").ok().get("entries").findValuesAsText("action"))
                .contains("refused-foreign-area");
    }

    @Test
    void noAccountServesBothAdministrationAndStatisticsAndTheAttemptIsOnRecord() {
        openRegister();
        post(Person.ADMINISTRATOR, "/api/accounts",
                account("both", grant("COUNTY", COUNTY, CAMPAIGN), grant("COUNTY", COUNTY, REGISTER)))
                .refused(403, "domains-mixed");
        post(Person.ADMINISTRATOR, "/api/accounts", account("every", grant("COUNTY", COUNTY, "*")))
                .refused(403, "domains-mixed");
        signIn("both", PASSWORD).refused(401, "wrong-credentials");
        assertThat(get(Person.AUDITOR, "/api/audit").ok().get("entries").findValuesAsText("action"))
                .contains("domains-mixed-refused");
    }

    @Test
    void anAccountThatIsChangedCannotBeMixedEither() {
        openRegister();
        open(Person.COUNTY);
        put(Person.ADMINISTRATOR, "/api/accounts/county", Map.of("name", "县办", "grants",
                List.of(grant("COUNTY", COUNTY, CAMPAIGN), grant("INSTRUCTOR", COUNTY, REGISTER))))
                        .refused(403, "domains-mixed");
    }

    @Test
    void closingAnAccountOrChangingItsPasswordEndsItsSessionsAtOnce() {
        token(Person.ZHAXI);
        token(Person.DUOJI);
        List<?> grants = List.of(grant("ENUMERATOR", TOWNSHIP, CAMPAIGN));
        put(Person.ADMINISTRATOR, "/api/accounts/zhaxi",
                Map.of("name", "扎西", "team", "team-1", "grants", grants, "closed", true)).ok();
        put(Person.ADMINISTRATOR, "/api/accounts/duoji", Map.of("name", "多吉", "team", "team-2", "grants", grants,
                "password", "another long password")).ok();
        get(Person.ZHAXI, "/api/session").refused(401, "not-signed-in");
        get(Person.DUOJI, "/api/session").refused(401, "not-signed-in");
        signIn("zhaxi", PASSWORD).refused(401, "wrong-credentials");
        signIn("duoji", PASSWORD).refused(401, "wrong-credentials");
        signIn("duoji", "another long password").ok();
    }

    @Test
    void aChangedGrantHoldsForTheSessionThatIsOpen() {
        get(Person.COUNTY, "/api/audit").refused(403, "not-allowed");
        put(Person.ADMINISTRATOR, "/api/accounts/county", Map.of("name", "县办", "grants",
                List.of(Map.of("role", "AUDITOR", "area", COUNTY)))).ok();
        get(Person.COUNTY, "/api/audit").ok();
    }

    @Test
    void aShortPasswordOrAnUnknownCampaignIsRefused() {
        post(Person.ADMINISTRATOR, "/api/accounts", Map.of("account", "short", "name", "卓玛", "password", "123456789",
                "grants", List.of(grant("AUDITOR", "", "*")))).refused(422, "unreadable-body");
        post(Person.ADMINISTRATOR, "/api/accounts", account("lost", grant("COUNTY", COUNTY, "no-such-campaign")))
                .refused(422, "unknown-campaign");
        JsonNode problem = post(Person.ADMINISTRATOR, "/api/accounts",
                account("wrong", grant("KING", COUNTY, CAMPAIGN)))
                .refused(422, "unreadable-body");
        assertThat(problem.at("/errors/0/pointer").textValue()).isEqualTo("#/grants/0/role");
    }
}
