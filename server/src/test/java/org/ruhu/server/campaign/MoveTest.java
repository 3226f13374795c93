package org.ruhu.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;
import org.ruhu.server.submission.FieldKit;

/** A census that moves to another version while tablets are out with the first. */
class MoveTest extends FieldKit {

    private static final int TRIES = 10_000;
    private static final String ADDRESS = "/api/campaigns/" + CAMPAIGN + "/form";

    /** The census with one question more, and with one less. */
    @Override
    protected Catalogue catalogue() {
        List<FormVersion> forms = new ArrayList<>(Catalogue.bundled().forms());
        FormVersion first = Catalogue.bundled().form(FORM).orElseThrow();
        forms.add(next(first, "7.1", Optional.of("asked_later"), Optional.empty()));
        forms.add(next(first, "7.2", Optional.empty(), Optional.of("natural_village")));
        return Catalogue.of(forms);
    }

    private static FormVersion next(FormVersion first, String version, Optional<String> more, Optional<String> less) {
        ObjectNode schema = first.schema().put("$id", "urn:ruhu:form:household-census:" + version);
        ObjectNode properties = (ObjectNode) schema.get("properties");
        var page = (ArrayNode) schema.at("/x-sections/0/questions");
        more.ifPresent(name -> {
            properties.putObject(name).put("type", "integer").putObject("x-question").put("required", false);
            page.add("/" + name);
        });
        less.ifPresent(name -> {
            properties.remove(name);
            for (int i = page.size() - 1; i >= 0; i--) {
                if (page.get(i).textValue().equals("/" + name)) {
                    page.remove(i);
                }
            }
        });
        return FormVersion.of(schema, members(first.bundle().get("labels")), members(first.bundle().get("codelists")));
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> members = new HashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private Answer move(Person person, String version) {
        return post(person, ADDRESS, Json.object().put("version", version));
    }

    private static ObjectNode of(ObjectNode sent, String version) {
        ((ObjectNode) sent.get("form")).put("version", version);
        return sent;
    }

    @Test
    void interviewsOfBothVersionsArriveAndEveryHouseholdCountsOnce() {
        UUID early = stored(Person.ZHAXI, interview(UNIT));
        move(Person.ADMINISTRATOR, "7.1").ok(201);
        UUID late = stored(Person.ZHAXI, of(interview(SECOND_UNIT), "7.1"));
        UUID draft = stored(Person.ZHAXI, interview(THIRD_UNIT));
        revise(Person.ZHAXI, early, 2, of(interview(UNIT), "7.1")).ok(201);

        assertThat(List.of(early, late, draft)).map(this::revisions).containsExactly(2, 1, 1);
        assertThat(enumerated(3)).isEqualTo(3);
        assertThat(get(Person.STATISTICIAN, "/api/datasets").ok().get("datasets").findValuesAsText("version"))
                .contains("1.0", "7.1");
    }

    /** Asked again until so many are counted; counting follows a moment behind. */
    private int enumerated(int expected) {
        int counted = -1;
        for (int i = 0; i < TRIES && counted != expected; i++) {
            counted = get(Person.COUNTY, "/api/progress?area=" + COUNTY).ok().at("/total/enumerated").intValue();
        }
        return counted;
    }

    @Test
    void aDeviceIsToldTheNewVersionAndThatEverythingIsToBeFetchedAnew() {
        JsonNode before = get(Person.ZHAXI, "/api/assignments").ok();
        move(Person.ADMINISTRATOR, "7.1").ok(201);
        JsonNode after = get(Person.ZHAXI, "/api/assignments?since=" + before.get("next").asLong()).ok();

        assertThat(after.get("units")).isEmpty();
        assertThat(after.get("basis")).isNotEqualTo(before.get("basis"));
        assertThat(before.findValuesAsText("version")).containsOnly("1.0");
        assertThat(get(Person.ZHAXI, "/api/assignments").ok().get("units").findValuesAsText("version"))
                .hasSize(3).containsOnly("7.1");
    }

    @Test
    void whoSawAnEarlierVersionDoesNotMoveWhatSomebodyElseHasMoved() {
        Campaigns campaigns = new Campaigns(store);
        Campaign census = campaigns.find(CAMPAIGN).orElseThrow();
        Move first = new Move("7.1", clock().instant(), "administrator");
        campaigns.move(census, 0, first);
        assertThatThrownBy(() -> campaigns.move(census, 0, first)).isInstanceOf(Refusal.class);
        assertThat(campaigns.moves(census)).containsExactly(first);
    }

    @Test
    void theSameFrameAgainChangesNothingAfterAMove() {
        move(Person.ADMINISTRATOR, "7.1").ok(201);
        assertThat(putUnits(unit(UNIT, "team-1")).get("same").intValue()).isEqualTo(1);
    }

    @Test
    void aUnitWithAFormOfItsOwnDoesNotMove() {
        ObjectNode other = unit(VILLAGE + "-0000", "team-1");
        other.putObject("form").put("name", "village-census").put("version", "1.0");
        putUnits(other);
        move(Person.ADMINISTRATOR, "7.1").ok(201);

        assertThat(get(Person.ZHAXI, "/api/assignments").ok().get("units").findValuesAsText("version"))
                .containsExactlyInAnyOrder("7.1", "7.1", "7.1", "1.0");
    }

    @Test
    void whatBreaksTheDataApartMustBeConfirmed() {
        JsonNode refused = move(Person.ADMINISTRATOR, "7.2").refused(409, "breaking-change");
        assertThat(refused.get("changes")).anySatisfy(change ->
                assertThat(change.get("breaking").booleanValue()).isTrue());
        assertThat(get(Person.ADMINISTRATOR, "/api/campaigns").ok().at("/campaigns/0/form/version").textValue())
                .isEqualTo("1.0");

        post(Person.ADMINISTRATOR, ADDRESS, Json.object().put("version", "7.2").put("confirm", true)).ok(201);
        stored(Person.ZHAXI, interview(UNIT));
    }

    @Test
    void everyMoveIsKeptAndCanBeGoneBackOn() {
        move(Person.ADMINISTRATOR, "7.1").ok(201);
        move(Person.ADMINISTRATOR, "7.1").ok(200);
        move(Person.ADMINISTRATOR, "1.0").refused(409, "breaking-change");
        post(Person.ADMINISTRATOR, ADDRESS, Json.object().put("version", "1.0").put("confirm", true)).ok(201);
        restart();

        JsonNode campaign = get(Person.ADMINISTRATOR, "/api/campaigns").ok().at("/campaigns/0");
        assertThat(campaign.at("/form/version").textValue()).isEqualTo("1.0");
        assertThat(campaign.get("versions").findValuesAsText("version")).containsExactly("1.0", "7.1", "1.0");
        assertThat(campaign.at("/versions/1/by").textValue()).isEqualTo("administrator");
        stored(Person.ZHAXI, of(interview(UNIT), "7.1"));
        assertThat(audited("campaign-moved")).hasSize(2);
    }

    @Test
    void whoMovesACampaignIsItsAdministratorAndTheVersionIsOfItsForm() {
        move(Person.COUNTY, "7.1").refused(403, "not-allowed");
        move(Person.ADMINISTRATOR, "9.9").refused(422, "unknown-form");
        move(Person.ADMINISTRATOR, "x").refused(422, "unreadable-body");
        post(Person.ADMINISTRATOR, "/api/campaigns/nothing/form", Json.object().put("version", "7.1"))
                .refused(404, "not-found");
        app.staff().open("elsewhere", "邻市", Optional.empty(), Optional.of(PASSWORD),
                List.of(Grant.of(Role.ADMINISTRATOR, "5404", Grant.EVERY)));
        String bearer = "Bearer " + signIn("elsewhere", PASSWORD).ok().get("token").textValue();
        send(request(ADDRESS).header("Authorization", bearer).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"version\":\"7.1\"}")))
                .refused(403, "foreign-area");
        revise(Person.ZHAXI, UUID.randomUUID(), 1, of(interview(UNIT), "7.1")).refused(422, "unknown-form");
    }
}
