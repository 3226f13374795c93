package org.ruhu.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.ServerKit;

class AuditTest extends ServerKit {

    private List<String> told() {
        JsonNode entries = get(Person.AUDITOR, "/api/audit?limit=1000").ok().get("entries");
        return StreamSupport.stream(entries.spliterator(), false)
                .map(e -> "%s %s %s".formatted(e.get("actor").textValue(), e.get("action").textValue(),
                        e.get("subject").textValue())).toList();
    }

    @Test
    void signingInAndOutAndBeingRefusedIsOnRecord() {
        open(Person.ZHAXI);
        signIn("zhaxi", "not the password");
        signIn("549902199001011234", "typed into the wrong field");
        token(Person.ZHUOMA);
        send(request(Person.ZHUOMA, "/api/session").DELETE());
        assertThat(told()).contains("console account-opened zhaxi", "- sign-in-refused zhaxi",
                "- sign-in-refused unknown",
                "zhuoma signed-in zhuoma", "zhuoma signed-out zhuoma");
    }

    @Test
    void whatWasTypedAndPasswordsAreNotOnRecord() {
        open(Person.ZHAXI);
        signIn("zhaxi", "not the password");
        signIn("549902199001011234", "typed into the wrong field");
        assertThat(get(Person.AUDITOR, "/api/audit").text()).doesNotContain("549902").doesNotContain("argon2")
                .doesNotContain(PASSWORD).doesNotContain("not the password").doesNotContain("扎西");
    }

    @Test
    void theLogIsReadInPages() {
        token(Person.ZHAXI);
        token(Person.DUOJI);
        JsonNode first = get(Person.AUDITOR, "/api/audit?limit=2").ok();
        assertThat(first.get("entries")).hasSize(2);
        JsonNode next = get(Person.AUDITOR, "/api/audit?limit=2&after=" + first.get("next")).ok();
        assertThat(next.at("/entries/0/number").longValue()).isEqualTo(3);
        assertThat(next.at("/entries/0/previous")).isEqualTo(first.at("/entries/1/hash"));
    }

    @Test
    void onlyAnAuditorReadsIt() {
        for (Person person : List.of(Person.ZHAXI, Person.COUNTY, Person.STATISTICIAN, Person.ADMINISTRATOR)) {
            get(person, "/api/audit").refused(403, "not-allowed");
        }
    }

    @Test
    void aPlaceThatIsNoNumberIsRefused() {
        for (String after : List.of("x", "-1", "1.5", "99999999999999999999")) {
            get(Person.AUDITOR, "/api/audit?after=" + after).refused(400, "unreadable-request");
        }
        get(Person.AUDITOR, "/api/audit?limit=0").refused(400, "unreadable-request");
    }
}
