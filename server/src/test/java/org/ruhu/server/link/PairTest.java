package org.ruhu.server.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;

class PairTest {

    private static final Instant THEN = Instant.parse("2026-11-20T08:00:00Z");
    private static final Login CLERK = new Login("clerk", "多吉", Optional.empty(),
            List.of(Grant.of(Role.COUNTY, "5403", "census")));

    private static Side side(int number) {
        RecordId record = RecordId.member(new UUID(0, number), "members", 1);
        return new Side(record, "census", "540302102201-000" + number, "540302102201", 1, List.of("walker"), "扎*",
                "549901**********13", "1", "1980");
    }

    private static Pair pair(Zone zone, boolean veto, boolean sampled, List<Judgement> said) {
        Score score = new Score(zone, 8, 0.99, "id number", "m", veto);
        return new Pair("p", Domain.STAT, side(1), side(2), score, sampled, true, true, THEN, said);
    }

    /** s, d, u: judged the same, different, unsure; x: undone. Everybody is somebody else. */
    private static List<Judgement> said(String letters) {
        List<Judgement> said = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            String verdict = letter == 's' ? "same" : letter == 'd' ? "different" : "unsure";
            said.add(letter == 'x'
                    ? new Judgement(i + 1, Judgement.Kind.UNDO, "a" + i, THEN, Json.object().put("reason", "r"))
                    : new Judgement(i + 1, Judgement.Kind.JUDGE, "a" + i, THEN, Json.object().put("verdict", verdict)));
        }
        return said;
    }

    @ParameterizedTest
    @CsvSource({
            "CLERICAL, false, '', waiting, false", "CLERICAL, false, s, judged, false",
            "CLERICAL, false, ss, same, true", "CLERICAL, false, dd, different, false",
            "CLERICAL, false, sd, disputed, false", "CLERICAL, false, uu, disputed, false",
            "CLERICAL, false, sds, same, true", "CLERICAL, false, sduud, different, false",
            "CLERICAL, false, ssx, waiting, false", "CLERICAL, false, ssxd, judged, false",
            "CLERICAL, false, ssxdd, different, false",
            "AUTOMATIC, false, '', linked, true", "AUTOMATIC, false, x, waiting, false",
            "AUTOMATIC, true, '', waiting, true", "AUTOMATIC, true, d, judged, true",
            "AUTOMATIC, true, sd, disputed, true", "AUTOMATIC, true, dd, different, false",
            "AUTOMATIC, true, ddx, waiting, false", "AUTOMATIC, true, ss, same, true"})
    void whereAPairStandsFollowsFromWhatWasSaid(Zone zone, boolean sampled, String letters, String state,
            boolean linked) {
        Pair pair = pair(zone, false, sampled, said(letters));
        assertThat(pair.state().word()).isEqualTo(state);
        assertThat(pair.linked()).isEqualTo(linked);
        assertThat(Pair.read(pair.json())).isEqualTo(pair);
    }

    @ParameterizedTest
    @CsvSource({"'', true, gone, false", "s, true, gone, false", "ss, true, same, true", "dd, true, different, false",
            "ss, false, gone, false"})
    void aPairThatIsNotAlikeAnyMoreGoesUnlessItWasDecided(String letters, boolean there, String state, boolean linked) {
        Pair pair = pair(Zone.AUTOMATIC, false, true, said(letters)).without(there);
        assertThat(pair.state().word()).isEqualTo(state);
        assertThat(pair.linked()).isEqualTo(linked);
    }

    @ParameterizedTest
    @CsvSource({"same, id-card, false", "same, police-proof, true", "different, id-card, true", "unsure, kin, true"})
    void twoValidNumbersAreOnePersonOnlyForThePolice(String verdict, String evidence, boolean taken) {
        ObjectNode said = Json.object().put("verdict", verdict);
        said.putArray("evidence").add(evidence);
        Rights rights = Rights.of(CLERK, pair(Zone.CLERICAL, true, false, List.of()));
        Judgement judgement = new Judgement(1, Judgement.Kind.JUDGE, "clerk", THEN, said);
        if (taken) {
            rights.require(judgement);
        } else {
            assertThatThrownBy(() -> rights.require(judgement)).isInstanceOf(Refusal.class)
                    .satisfies(e -> assertThat(((Refusal) e).kind()).isEqualTo(Refusal.Kind.TWO_ID_NUMBERS));
        }
    }

    @Test
    void twoValidNumbersAreNeverLinkedByTheModel() {
        Explanation sure = new Explanation("m", "r", -10, List.of(), 30, 0.9999, Zone.AUTOMATIC);
        assertThat(Score.of(sure, true).zone()).isEqualTo(Zone.CLERICAL);
        assertThat(Score.of(sure, false).zone()).isEqualTo(Zone.AUTOMATIC);
    }

    @Test
    void aPairHasOneName() {
        RecordId one = side(1).record();
        RecordId two = side(2).record();
        assertThat(Pair.key(one, two)).isEqualTo(Pair.key(two, one)).isEqualTo(one + "|" + two);
    }
}
