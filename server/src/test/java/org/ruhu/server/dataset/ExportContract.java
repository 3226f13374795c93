package org.ruhu.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.SetClock;
import org.ruhu.server.door.Json;

/** How exports go by what a store says has changed, whichever it is. */
abstract class ExportContract extends ExportKit {

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
    void unchangedDataAreServedFromTheFirstAndChangedOnesAreNot() {
        stored(Person.ZHAXI, interview(UNIT));
        JsonNode first = done(wish());
        JsonNode second = done(wish());
        assertThat(second.get("unchanged").booleanValue()).isTrue();
        assertThat(bytes(second)).isEqualTo(bytes(first));
        assertThat(done(wish().put("language", "en")).get("unchanged").booleanValue()).isFalse();

        stored(Person.ZHAXI, interview(SECOND_UNIT));

        JsonNode third = done(wish());
        assertThat(third.get("unchanged").booleanValue()).isFalse();
        assertThat(third.get("submissions").intValue()).isEqualTo(2);
        JsonNode village = done(wish().put("area", VILLAGE));
        stored(Person.DUOJI, interview(OTHER_TEAMS_UNIT));
        assertThat(done(wish().put("area", VILLAGE)).get("unchanged").booleanValue()).as("elsewhere").isTrue();
        assertThat(village.get("unchanged").booleanValue()).isFalse();
    }

    @Test
    void theSameRequestOnTheSameDataGivesTheSameBytes() {
        stored(Person.ZHAXI, interview(UNIT));
        UUID corrected = stored(Person.ZHAXI, interview(SECOND_UNIT));
        ObjectNode correction = interview(SECOND_UNIT);
        ((ObjectNode) correction.get("answers")).put("n_hukou", 5);
        revise(Person.ZHAXI, corrected, 2, correction).ok(201);
        JsonNode first = done(wish());
        byte[] before = bytes(first);
        send(request(Person.STATISTICIAN, "/api/exports/" + first.get("id").textValue()).DELETE()).ok();
        clock.pass(Duration.ofHours(3));

        JsonNode again = done(wish());

        assertThat(again.get("unchanged").booleanValue()).isFalse();
        assertThat(bytes(again)).isEqualTo(before);
    }

    @Test
    void aStepMakesItAnotherDataset() {
        UUID submission = accepted(Person.ZHAXI, interview(UNIT));
        assertThat(done(usual()).get("unchanged").booleanValue()).isFalse();
        assertThat(done(usual()).get("unchanged").booleanValue()).isTrue();
        post(Person.COUNTY, "/api/submissions/" + submission + "/steps", Json.object().put("number", 3)
                .put("revision", 1).put("step", "void").put("reason", "走错了门")).ok(201);
        assertThat(done(usual()).get("submissions").intValue()).isZero();
    }

    @Test
    void whatWasMadeOutlivesARestart() {
        stored(Person.ZHAXI, interview(UNIT));
        JsonNode first = done(wish());
        byte[] before = bytes(first);
        clock.pass(Duration.ofSeconds(1));
        restart();

        assertThat(bytes(one(first.get("id").textValue()))).isEqualTo(before);
        assertThat(get(Person.STATISTICIAN, "/api/exports").ok().get("exports")).hasSize(1);
        assertThat(done(wish()).get("unchanged").booleanValue()).isTrue();
        stored(Person.ZHAXI, interview(SECOND_UNIT));
        assertThat(done(wish()).get("submissions").intValue()).isEqualTo(2);
    }

    @Test
    void whatComesWhileAServerMayStillHearOfTheOneBeforeItIsLookedAtOnceMore() {
        stored(Person.ZHAXI, interview(UNIT));
        restart();
        done(wish());
        boolean surely = store.lateness().isZero();
        assertThat(done(wish()).get("unchanged").booleanValue()).isEqualTo(surely);
        clock.pass(store.lateness());
        assertThat(done(wish()).get("unchanged").booleanValue()).isEqualTo(surely);
        assertThat(done(wish()).get("unchanged").booleanValue()).isTrue();
    }
}
