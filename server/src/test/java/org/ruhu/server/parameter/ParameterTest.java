package org.ruhu.server.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.server.Person;
import org.ruhu.server.ServerKit;
import org.ruhu.server.door.Json;
import org.ruhu.server.region.Regions;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;

class ParameterTest extends ServerKit {

    private static final String HEAD = "name,area,from,to,value,source,verified\r\n";

    @Test
    void theTablesThatComeWithTheServerAreTold() {
        JsonNode line = line("?name=poverty_line");

        assertThat(line.get("title").get("zh").textValue()).isNotEmpty();
        assertThat(line.get("values")).isNotEmpty().allSatisfy(value ->
                assertThat(value.get("origin").textValue()).isEqualTo("bundled"));
        assertThat(line("?name=poverty_line&area=540302&day=2020-06-30").at("/holds/value").intValue()).isEqualTo(4000);
    }

    @Test
    void whatIsAddedHoldsFromThenOnAndWhatItReplacesStaysInTheHistory() {
        add(value("5403", "2020-01-01", 4300)).ok(201);
        add(value("5403", "2020-01-01", 4500)).ok(201);

        JsonNode line = line("?name=poverty_line&area=540302&day=2020-06-30");
        assertThat(line.at("/holds/value").intValue()).isEqualTo(4500);
        assertThat(line.get("values").findValuesAsText("value")).containsExactly("4000", "4300", "4500");
        assertThat(line.get("values").findValues("replaced")).extracting(JsonNode::booleanValue)
                .containsExactly(false, true, false);
        assertThat(line.at("/values/2/by").textValue()).isEqualTo("administrator");
        assertThat(line("?name=poverty_line&area=540421&day=2020-06-30").at("/holds/value").intValue()).isEqualTo(4000);
    }

    @Test
    void whatWasAddedIsStillThereAfterARestart() {
        add(value("5403", "2020-01-01", 4300)).ok(201);
        restart();
        assertThat(line("?name=poverty_line&area=540302&day=2020-06-30").at("/holds/value").intValue()).isEqualTo(4300);
    }

    @Test
    void twoServersOnOneStoreGiveEveryValueAVersionOfItsOwn() {
        ParameterTables other = new ParameterTables(store, Parameters.bundled(), clock());
        add(value("5403", "2020-01-01", 4300)).ok(201);
        ProposalReader reader = new ProposalReader(other.parameters(), new Regions(store));
        other.add(reader.json(Json.bytes(value("5403", "2020-01-01", 4500))).proposals(), "elsewhere");

        add(value("5403", "2020-01-01", 4600)).ok(201);
        assertThat(line("?name=poverty_line&area=5403").get("values").findValuesAsText("version"))
                .endsWith("2", "3", "4");
    }

    @Test
    void theSameAgainIsNotAddedAgainButAReturnToAnEarlierValueIs() {
        add(value("5403", "2020-01-01", 4300)).ok(201);
        assertThat(add(value("5403", "2020-01-01", 4300)).ok(200).get("same").intValue()).isEqualTo(1);
        add(value("5403", "2020-01-01", 4500)).ok(201);
        add(value("5403", "2020-01-01", 4300)).ok(201);
        assertThat(line("?name=poverty_line&area=540302&day=2020-06-30").at("/holds/value").intValue()).isEqualTo(4300);
    }

    @Test
    void aTableIsAddedAsASpreadsheetSavesIt() {
        String table = "\uFEFF" + HEAD + "poverty_line,5403,2020-01-01,2020-12-31,4300.5,\"决定, 第3号\",TRUE\r\n\r\n"
                + "poverty_line,,2021-01-01,,4400,国家,\r\n";
        assertThat(csv(table.getBytes(StandardCharsets.UTF_8)).ok(201).get("stored").intValue()).isEqualTo(2);

        JsonNode line = line("?name=poverty_line&area=540302&day=2020-06-30");
        assertThat(line.at("/holds/value").decimalValue()).isEqualByComparingTo("4300.5");
        assertThat(line.at("/holds/source").textValue()).isEqualTo("决定, 第3号");
        assertThat(line("?name=poverty_line&area=540302&day=2030-06-30").at("/holds/value").intValue()).isEqualTo(4400);
    }

    @Test
    void theSameTableAgainAddsNothing() {
        byte[] table = (HEAD + "poverty_line,5403,2020-01-01,,4300,a decision,\n").getBytes(StandardCharsets.UTF_8);
        csv(table).ok(201);
        assertThat(csv(table).ok(200).get("same").intValue()).isEqualTo(1);
        restart();
        assertThat(csv(table).ok(200).get("stored").intValue()).isZero();
    }

    @Test
    void aCommaThatSplitsAValueInTwoIsNotTakenForASmallerValue() {
        String table = "name,area,from,to,value,source\npoverty_line,5403,2020-01-01,,4,300,a decision\n";
        assertThat(csv(table.getBytes(StandardCharsets.UTF_8)).refused(422, "unreadable-body")
                .at("/refused/0/detail").textValue()).contains("more cells");
    }

    @Test
    void whatCouldNotBeReadAgainIsNotStored() {
        csv((HEAD + "poverty_line,5403,2020-01-01,,4300,a\0decision,\n").getBytes(StandardCharsets.UTF_8))
                .refused(422, "unreadable-body");
        restart();
        add(value("5403", "2020-01-01", 4300)).ok(201);
    }

    @Test
    void aTableThatIsCutOffAddsNothing() {
        String table = HEAD + "poverty_line,5403,2020-01-01,,4300,a decision,\npoverty_line,5403,2021-01-01,,4400,\"a dec";
        csv(table.getBytes(StandardCharsets.UTF_8)).refused(422, "unreadable-body");
        assertThat(line("?name=poverty_line&area=5403&day=2020-06-30").at("/holds/value").intValue()).isEqualTo(4000);
    }

    @Test
    void oneWrongLineKeepsAllOthersOutAndEveryFaultIsNamed() {
        String table = HEAD + "poverty_line,5403,2020-01-01,,4300,a decision,true\n"
                + "no_such_line,5403,2020-01-01,,4300,a decision,true\n"
                + "poverty_line,54039,2020-02-30,,4 300,,yes\n";
        JsonNode refused = csv(table.getBytes(StandardCharsets.UTF_8)).refused(422, "unreadable-body").get("refused");

        assertThat(refused).extracting(fault -> fault.get("line").asText() + " " + fault.get("field").textValue())
                .containsExactly("3 name", "4 area", "4 from", "4 value", "4 source", "4 verified");
        assertThat(line("?name=poverty_line&area=540302&day=2020-06-30").at("/holds/value").intValue()).isEqualTo(4000);
    }

    @Test
    void whatIsNoTableIsRefusedWithWhatToSend() {
        csv("poverty_line;5403".getBytes(StandardCharsets.UTF_8)).refused(422, "unreadable-body");
        csv(new byte[0]).refused(422, "unreadable-body");
        csv((HEAD + "\"poverty_line,5403").getBytes(StandardCharsets.UTF_8)).refused(422, "unreadable-body");
        assertThat(csv((HEAD + "poverty_line,,2021-01-01,,4400,国家,\r\n").getBytes(Charset.forName("GB18030")))
                .refused(422, "unreadable-body").get("detail").textValue()).contains("CSV UTF-8");
        post(Person.ADMINISTRATOR, "/api/parameters", List.of()).refused(422, "unreadable-body");
        post(Person.ADMINISTRATOR, "/api/parameters", List.of(7)).refused(422, "unreadable-body");
        post(Person.ADMINISTRATOR, "/api/parameters?preview=yes", value("", "2020-01-01", 1))
                .refused(400, "unreadable-request");
        get(Person.ZHAXI, "/api/parameters?day=2020-02-30").refused(400, "unreadable-request");
    }

    @Test
    void aPreviewTellsWhomItConcernsAndStoresNothing() {
        add(value("540302", "2026-01-01", 5000)).ok(201);
        JsonNode change = post(Person.ADMINISTRATOR, "/api/parameters?preview=true", value("54", "2020-06-01", 4800))
                .ok().at("/changes/0");

        assertThat(change.at("/before/value").intValue()).isEqualTo(4000);
        assertThat(change.get("keeps").findValuesAsText("area")).containsExactly("540302");
        assertThat(line("?name=poverty_line&area=540421&day=2020-06-30").at("/holds/value").intValue()).isEqualTo(4000);
    }

    @Test
    void onlyAnAdministratorAddsAndOnlyForTheOwnArea() {
        post(Person.COUNTY, "/api/parameters", value("5403", "2020-01-01", 4300)).refused(403, "not-allowed");
        app.staff().open("elsewhere", "邻市", Optional.empty(), Optional.of(PASSWORD),
                List.of(Grant.of(Role.ADMINISTRATOR, "5404", Grant.EVERY)));
        String bearer = "Bearer " + signIn("elsewhere", PASSWORD).ok().get("token").textValue();
        JsonNode refused = send(request("/api/parameters").header("Authorization", bearer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(value("5403", "2020-01-01", 4300)))))
                .refused(422, "unreadable-body");
        assertThat(refused.at("/refused/0/field").textValue()).isEqualTo("area");
        get("/api/parameters").refused(401, "not-signed-in");
    }

    @Test
    void whoAddedIsInTheAuditLog() {
        add(value("5403", "2020-01-01", 4300)).ok(201);
        JsonNode entries = get(Person.AUDITOR, "/api/audit?limit=1000").ok().get("entries");
        assertThat(entries.findParents("action")).anySatisfy(entry -> {
            assertThat(entry.get("action").textValue()).isEqualTo("parameters-added");
            assertThat(entry.get("actor").textValue()).isEqualTo("administrator");
        });
    }

    private JsonNode line(String query) {
        return get(Person.ZHAXI, "/api/parameters" + query).ok().at("/parameters/0");
    }

    private Answer add(ObjectNode value) {
        return post(Person.ADMINISTRATOR, "/api/parameters", value);
    }

    private Answer csv(byte[] table) {
        return send(request(Person.ADMINISTRATOR, "/api/parameters").header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(table)));
    }

    private static ObjectNode value(String area, String from, int value) {
        return Json.object().put("name", "poverty_line").put("area", area).put("from", from).put("value", value)
                .put("source", "a decision").put("verified", true);
    }
}
