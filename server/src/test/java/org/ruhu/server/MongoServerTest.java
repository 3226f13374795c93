package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The same server over the other store: what it keeps itself is there again after a restart. */
@OverMongo
class MongoServerTest extends ServerKit {

    @Test
    void accountsSessionsRegionsCampaignsAndTheAuditLogOutliveARestart() {
        addVillages();
        token(Person.ZHAXI);
        restart();
        get(Person.ZHAXI, "/api/session").ok();
        assertThat(get("/health").ok().get("store").textValue()).isEqualTo("mongodb");
        assertThat(get(Person.ZHAXI, "/api/regions?parent=" + TOWNSHIP).ok().get("regions")).hasSize(2);
        assertThat(get(Person.ZHAXI, "/api/campaigns").ok().get("campaigns").findValuesAsText("id"))
                .containsExactly(CAMPAIGN);
        assertThat(get(Person.AUDITOR, "/api/audit").ok().get("entries").findValuesAsText("action"))
                .contains("account-opened", "signed-in", "regions-changed");
        assertThat(send(request(Person.ZHAXI, "/api/session").DELETE()).status()).isEqualTo(204);
        get(Person.ZHAXI, "/api/session").refused(401, "not-signed-in");
        assertThat(findings()).isEmpty();
    }

    private List<String> findings() {
        return Found.by(app.check(), false);
    }
}
