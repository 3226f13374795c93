package org.ruhu.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.ServerKit;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;

class CampaignTest extends ServerKit {

    static ObjectNode check() {
        return Json.own("""
                {"id":"check-2026","name":{"zh":"排查","en":"Check"},"domain":"ADMIN","form":{"name":"household-census","version":"1.0"},
                 "area":"5403","starts":"2026-11-01","ends":"2026-12-20","target":0.95,"context":{"poverty_line":4000}}""");
    }

    @Test
    void aCampaignIsOpenedOnceAndNeverChanges() {
        JsonNode opened = post(Person.ADMINISTRATOR, "/api/campaigns", check()).ok(201);
        assertThat(opened).isEqualTo(check());
        post(Person.ADMINISTRATOR, "/api/campaigns", check()).ok(200);
        post(Person.ADMINISTRATOR, "/api/campaigns", check().put("target", 0.5)).refused(409, "campaign-taken");
        assertThat(get(Person.ADMINISTRATOR, "/api/campaigns").ok().get("campaigns").findValuesAsText("id"))
                .containsExactly(CAMPAIGN, "check-2026");
    }

    @Test
    void everybodySeesTheCampaignsOfTheOwnGrants() {
        post(Person.ADMINISTRATOR, "/api/campaigns", check()).ok(201);
        assertThat(get(Person.ZHAXI, "/api/campaigns").ok().get("campaigns").findValuesAsText("id"))
                .containsExactly(CAMPAIGN);
    }

    @Test
    void onlyAnAdministratorOfTheAreaOpensOne() {
        post(Person.COUNTY, "/api/campaigns", check()).refused(403, "not-allowed");
        app.staff().open("elsewhere", "邻市", Optional.empty(), Optional.of(PASSWORD),
                List.of(Grant.of(Role.ADMINISTRATOR, "5404", Grant.EVERY)));
        String bearer = "Bearer " + signIn("elsewhere", PASSWORD).ok().get("token").textValue();
        send(request("/api/campaigns").header("Authorization", bearer).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(check())))).refused(403, "foreign-area");
    }
}
