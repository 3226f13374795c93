package org.ruhu.server.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;

/** The forms that look at other interviews, with those interviews. */
class InstrumentsTest extends VillageKit {

    private static final FormVersion VILLAGE_CENSUS = bundled("village-census");
    private static final FormVersion DOOR_CHECK = bundled("door-check");
    private static final FormVersion REVISIT = bundled("revisit");
    /** Whose days count, also where a test runs that is a day behind. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String DOOR = VILLAGE + "-0101";
    private static final String AGAIN = VILLAGE + "-0102";

    private static FormVersion bundled(String name) {
        return Catalogue.bundled().form(new FormId(name, "1.0")).orElseThrow();
    }

    private static ObjectNode example(FormVersion form) {
        String file = "/forms/" + form.id().name() + "/" + form.id().version() + "/examples/base.json";
        try (InputStream in = InstrumentsTest.class.getResourceAsStream(file)) {
            return (ObjectNode) Json.own(in.readAllBytes()).get("answers");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two registered households of four, in each a child of 11 at school and 800 yuan of dividends. */
    private static ObjectNode villageOfTwo() {
        return example(VILLAGE_CENSUS).put("village_code", VILLAGE).put("v_hh", 60).put("v_pop", 298)
                .put("v_hh_reg", 2).put("v_pop_reg", 8).put("v_pop_poor", 0).put("v_hh_mon", 0).put("v_coop_reg_hh", 2)
                .put("v_labour", 150).put("v_sign_hh", 55).put("v_kids", 40).put("v_dropout", 0).put("v_reloc_hh", 0)
                .put("v_div_total", 0.16);
    }

    private JsonNode found(ObjectNode village) {
        return found(VILLAGE_CENSUS, VILLAGE_UNIT, village);
    }

    private JsonNode found(FormVersion form, String unit, ObjectNode answers) {
        return revise(Person.ZHAXI, UUID.randomUUID(), 1, sent(form, unit, answers)).ok(201).get("findings");
    }

    @Test
    void aVillageIsHeldAgainstItsHouseholds() {
        putUnits(unitOf(VILLAGE_CENSUS, VILLAGE_UNIT, "team-1"));
        assertThat(codes(found(villageOfTwo().put("v_hh_reg", 30).put("v_pop_reg", 150).put("v_kids", 0)))).isEmpty();
        stored(Person.ZHAXI, interview(UNIT));
        stored(Person.ZHAXI, interview(SECOND_UNIT));
        stored(Person.ZHAXI, interview(THIRD_UNIT));

        assertThat(codes(found(villageOfTwo()))).isEmpty();
        assertThat(codes(found(villageOfTwo().put("v_hh_reg", 3)))).containsExactly("V04");
        assertThat(codes(found(villageOfTwo().put("v_kids", 1)))).containsExactly("V06");
        assertThat(codes(found(villageOfTwo().put("v_div_total", 0.18)))).containsExactly("V09");
        assertThat(codes(found(villageOfTwo().put("v_pop_poor", 9).put("v_pop_reg", 8)))).contains("V01", "V05");
    }

    @Test
    void problemsFoundAtTheDoorStandInTheLedger() {
        ObjectNode unit = unitOf(DOOR_CHECK, DOOR, "team-1");
        unit.putObject("prefill").put("helper_id", "5403-0900");
        putUnits(unit);
        ObjectNode helper = example(DOOR_CHECK).put("checker2_id", "5403-0900");

        assertThat(codes(found(DOOR_CHECK, DOOR, helper))).containsExactly("C01");
        JsonNode problems = get(Person.COUNTY, "/api/problems").ok().get("problems");
        assertThat(problems.findValuesAsText("domain")).containsExactlyInAnyOrder("05", "06");
        assertThat(problems.findValuesAsText("state")).containsOnly("found");
        assertThat(problems.findValuesAsText("due")).contains("2019-09-09");
    }

    @Test
    void whoLooksBackOpenlyIsToldAtTheDoorWhatTheServerKnows() {
        goBack("team-1", false);
        JsonNode context = assigned(Person.ZHAXI, AGAIN).get("context");
        assertThat(context.get("orig_members").intValue()).isEqualTo(4);
        assertThat(context.get("unit_team")).isEqualTo(context.get("orig_team"));
        ObjectNode answers = answered(context.get("orig_day").textValue()).put("q_net", 30000);
        assertThat(codes(found(REVISIT, AGAIN, answers))).containsExactly("calculated-differs", "Q05C");
        assertThat(codes(found(REVISIT, AGAIN, answers.put("q_diff", "q_net ").put("q_reconcile", "2"))))
                .containsExactly("Q05C");
    }

    @Test
    void theServerFindsWhatABlindVisitDiffersIn() {
        goBack("team-2", true);
        ObjectNode answers = answered(LocalDate.now(ZONE).toString()).put("q_type", "2").put("q_cross_area", true)
                .put("q_blind", true).put("q_enum1", "5101-0007").put("q_enum2", "5101-0008").put("q_food", false)
                .put("sample_stage", "1-2").put("q_prob", 0.01).put("q_weight", 100).put("q_n_hukou", 3);
        answers.remove(List.of("q_same_team", "q_days", "q_diff"));
        UUID revisit = stored(Person.DUOJI, sent(REVISIT, AGAIN, answers));

        assertThat(assigned(Person.DUOJI, AGAIN).get("context").properties()).singleElement()
                .satisfies(told -> assertThat(told.getKey()).isEqualTo("unit_team"));
        assertThat(codes(shown(Person.DUOJI, revisit).at("/revisions/0/findings"))).isEmpty();
        assertThat(codes(shown(Person.COUNTY, revisit).at("/revisions/0/findings"))).containsExactly("Q05A", "Q09B");
    }

    private void goBack(String team, boolean blind) {
        UUID original = stored(Person.ZHAXI, interview(UNIT));
        putUnits(unitOf(REVISIT, AGAIN, team).put("original", original.toString()).put("blind", blind));
    }

    /** What the household of the first interview says again. */
    private static ObjectNode answered(String day) {
        ObjectNode answers = example(REVISIT).put("q_date", day).put("q_days", 0).put("q_water_in", true)
                .put("q_water_short", 5).put("q_net", 43320.5);
        answers.remove("q_water_min");
        return answers;
    }
}
