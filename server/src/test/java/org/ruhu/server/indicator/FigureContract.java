package org.ruhu.server.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.SetClock;
import org.ruhu.server.door.Json;
import org.ruhu.server.submission.FieldKit;

/** How figures follow what a store holds, whichever it is. */
abstract class FigureContract extends FieldKit {

    static final String RATE = "poverty.register.rate";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    final SetClock clock = new SetClock();

    @Override
    protected Clock clock() {
        return clock;
    }

    /** What came before it may only then be known of all. */
    @BeforeEach
    void theServerHasRunForAWhile() {
        clock.pass(store.lateness());
    }

    @Test
    void aCountySeesItsAreaOnceItWasWorkedOutAndIsToldWhenTheDataHaveChanged() throws IOException {
        interviews(VILLAGE, 12);
        JsonNode nothing = of(Person.COUNTY, COUNTY);
        assertThat(nothing.get("state").textValue()).isEqualTo("none");
        assertThat(nothing.get("mayMake").booleanValue()).isTrue();

        JsonNode first = made(Person.COUNTY, COUNTY);

        assertThat(first.at("/figures/compliance.exit.pass/households").intValue()).isEqualTo(12);
        assertThat(first.at("/children/0/code").textValue()).isEqualTo(TOWNSHIP);
        assertThat(first.at("/children/0/figures/" + RATE + "/households").intValue()).isEqualTo(12);
        assertThat(first.at("/figures/coverage.listed/value").doubleValue()).isEqualTo(12 / 16.0);
        assertThat(first.at("/lines/0/en").textValue()).contains("4000 yuan");
        assertThat(first.get("full").booleanValue()).isTrue();
        assertThat(first.get("changed").booleanValue()).isFalse();
        assertThat(ask(Person.COUNTY).ok().get("state").textValue()).isEqualTo("made");

        stored(Person.ZHAXI, interview(UNIT));
        interviews(OTHER_VILLAGE, 3);

        assertThat(of(Person.COUNTY, COUNTY).get("changed").booleanValue()).isTrue();
        assertThat(of(Person.COUNTY, COUNTY).at("/figures/compliance.exit.pass/households").intValue()).isEqualTo(12);
        JsonNode second = made(Person.COUNTY, COUNTY);
        assertThat(second.at("/figures/compliance.exit.pass/households").intValue())
                .as("what nobody has accepted does not count").isEqualTo(15);
        assertThat(second.get("leftOut").toString()).isEqualTo("{\"received\":1}");
        assertThat(second.at("/figures/coverage.listed/value").doubleValue()).as("but is a record")
                .isEqualTo(16 / 19.0, offset(1e-9));
        try (Stream<Path> files = Files.list(data.resolve("figures"))) {
            assertThat(files).as("figures that were replaced are swept away").hasSize(1);
        }
    }

    @Test
    void aStatisticianSaysHowASampleWasDrawnAndTheThreeRatesComeWithIntervals() {
        interviews(VILLAGE, 4);
        interviews(OTHER_VILLAGE, 4);
        String design = "unit,stratum,psu,weight\n" + VILLAGE + "-1000,a,v1,10\n" + OTHER_VILLAGE + "-1000,a,v2,30\n";
        ObjectNode sent = Json.object().put("campaign", CAMPAIGN).put("design", design);
        post(Person.COUNTY, "/api/indicators", sent).refused(403, "not-allowed");
        assertThat(post(Person.STATISTICIAN, "/api/indicators", sent.deepCopy().put("design", "unit,stratum\na,b\n"))
                .refused(422, "unreadable-body").at("/errors/0/pointer").textValue()).isEqualTo("#/design");

        post(Person.STATISTICIAN, "/api/indicators", sent).ok(202);
        JsonNode made = ended(Person.COUNTY, COUNTY);

        assertThat(made.get("sample").booleanValue()).isTrue();
        assertThat(made.get("leftOut").toString()).isEqualTo("{\"not-drawn\":6}");
        assertThat(made.get("mayDraw").booleanValue()).isFalse();
        assertThat(made.has("drawing")).isFalse();
        JsonNode drawn = of(Person.STATISTICIAN, COUNTY);
        assertThat(drawn.get("drawing").toString())
                .isEqualTo("{\"units\":2,\"strata\":1,\"clusters\":2,\"alone\":0,\"cases\":0}");
        assertThat(faults("AreaFigures", drawn)).isEmpty();
        assertThat(made.at("/figures/compliance.exit.pass/households").intValue()).isEqualTo(2);
        assertThat(made.at("/figures/compliance.exit.pass").has("lower")).isTrue();
        assertThat(made.at("/figures/rates.recognition/note").textValue()).startsWith("limit ");
        post(Person.STATISTICIAN, "/api/indicators", sent.put("design", "")).ok(202);
        assertThat(ended(Person.COUNTY, COUNTY).at("/figures/compliance.exit.pass/households").intValue()).isEqualTo(8);
    }

    @Test
    void whatARestartCutOffIsWorkedOutByTheNextServer() throws IOException {
        interviews(VILLAGE, 1);
        new Shelf(store).change(CAMPAIGN, kept -> kept.asked(clock.instant(), Drawing.CENSUS));
        Files.write(data.resolve("figures/half.zip.part"), new byte[10]);
        Files.write(data.resolve("figures/orphan.zip"), new byte[10]);

        restart();

        assertThat(ended(Person.COUNTY, COUNTY).get("state").textValue()).isEqualTo("made");
        assertThat(data.resolve("figures/half.zip.part")).doesNotExist();
        assertThat(data.resolve("figures/orphan.zip")).doesNotExist();
        restart();
        assertThat(of(Person.COUNTY, COUNTY).get("state").textValue()).isEqualTo("made");
    }

    @Test
    void softFindingsOfTheChecksCountAsTheyWereFound() {
        ObjectNode odd = interview(SECOND_UNIT);
        ((ObjectNode) odd.get("answers")).put("cadre_present", true);
        acceptAll(List.of(stored(Person.ZHAXI, interview(UNIT)), stored(Person.ZHAXI, odd)));

        JsonNode soft = made(Person.COUNTY, COUNTY).at("/figures/quality.soft");

        assertThat(soft.get("value").doubleValue()).isEqualTo(0.5);
        assertThat(soft.get("households").intValue()).isEqualTo(2);
        assertThat(soft.get("missing").intValue()).isZero();
    }

    @Test
    void figuresOfATimeWhenNotAllWasKnownAreNotTakenForFresh() {
        restart();
        interviews(VILLAGE, 1);
        made(Person.COUNTY, COUNTY);
        assertThat(of(Person.COUNTY, COUNTY).get("changed").booleanValue()).isFalse();

        clock.pass(store.lateness());

        assertThat(of(Person.COUNTY, COUNTY).get("changed").booleanValue()).isEqualTo(!store.lateness().isZero());
        ask(Person.COUNTY);
        assertThat(ended(Person.COUNTY, COUNTY).get("changed").booleanValue()).isFalse();
    }

    static String path(String what, String area) {
        return "/api/indicators" + what + "?campaign=" + CAMPAIGN + "&area=" + area;
    }

    JsonNode of(Person person, String area) {
        return get(person, path("", area)).ok();
    }

    Answer ask(Person person) {
        return post(person, "/api/indicators", Json.object().put("campaign", CAMPAIGN));
    }

    JsonNode made(Person person, String area) {
        ask(person).ok(202);
        return ended(person, area);
    }

    JsonNode ended(Person person, String area) {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode answer = of(person, area);
        while (answer.has("making") && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            answer = of(person, area);
        }
        assertThat(answer.has("making")).as(answer.toString()).isFalse();
        assertThat(answer.get("failed").booleanValue()).isFalse();
        return answer;
    }

    void interviews(String village, int households) {
        List<ObjectNode> units = new ArrayList<>();
        for (int i = 0; i < households; i++) {
            units.add(unit(village + "-%04d".formatted(1000 + i), "team-1"));
        }
        putUnits(units.toArray(ObjectNode[]::new));
        acceptAll(units.stream().map(unit -> stored(Person.ZHAXI, interview(unit.get("unit").textValue()))).toList());
    }
}
