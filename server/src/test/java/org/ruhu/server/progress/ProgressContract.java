package org.ruhu.server.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ruhu.server.SetClock;
import org.ruhu.server.progress.Standing.State;
import org.ruhu.server.progress.Tally.Counts;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.StoreFailure;

/** Counting, over every store. */
abstract class ProgressContract {

    private static final String VILLAGE = "540302102201";
    private static final String OTHER = "540321100203";
    private static final String ONE = VILLAGE + "-0001";
    private static final String TWO = VILLAGE + "-0002";
    private static final String FAR = OTHER + "-0001";
    private static final String MORNING = "2026-11-20T02:00:00Z";
    private static final String EVENING = "2026-11-20T17:00:00.5Z";

    private final SetClock clock = new SetClock();
    private Store store;
    private Census census;
    private Progress progress;

    abstract Store open(List<Kind> kinds);

    @BeforeEach
    void openStore() {
        store = open(Census.KINDS);
        census = new Census(store);
        progress = Census.progress(store, clock);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private Counts counts(String area) {
        progress.projector().catchUp();
        assertThat(progress.check()).isEmpty();
        return progress.ledger().counts(Census.CAMPAIGN, area);
    }

    /** The process is gone; nothing was saved at its end. */
    private void crash() {
        progress = Census.progress(store, clock);
    }

    @Test
    void aUnitIsListedThenReceivedInEveryAreaAboveIt() {
        census.list(ONE, TWO, FAR);
        assertThat(counts("5403").states()).isEqualTo(Map.of(State.LISTED, 3L));
        census.answer(Census.submission(1), ONE, "01", MORNING);
        for (String area : List.of("", "54", "5403", "540302", "540302102", VILLAGE)) {
            Counts counts = counts(area);
            assertThat(counts.enumerated()).as(area).isEqualTo(1);
            assertThat(counts.results()).as(area).isEqualTo(Map.of("01", 1L));
            assertThat(counts.states().get(State.RECEIVED)).as(area).isEqualTo(1);
            assertThat(counts.lastArrival()).contains(Instant.parse(MORNING));
        }
        assertThat(counts("5403").units()).isEqualTo(3);
        assertThat(counts(VILLAGE).units()).isEqualTo(2);
        assertThat(counts(OTHER).enumerated()).isZero();
        assertThat(progress.ledger().below(Census.CAMPAIGN, "5403")).containsExactly("540302", "540321");
        assertThat(progress.ledger().below(Census.CAMPAIGN, VILLAGE)).isEmpty();
        assertThat(progress.ledger().counts("another", "5403").units()).isZero();
    }

    @Test
    void daysAreThoseOfBeijing() {
        census.list(ONE, TWO);
        census.answer(Census.submission(1), ONE, "01", MORNING);
        census.answer(Census.submission(2), TWO, "02", EVENING);
        assertThat(counts("54").arrivals())
                .isEqualTo(Map.of(LocalDate.parse("2026-11-20"), 1L, LocalDate.parse("2026-11-21"), 1L));
    }

    @Test
    void twoDevicesForOneUnitCountItOnce() {
        census.list(ONE);
        census.answer(Census.submission(1), ONE, "03", MORNING);
        census.answer(Census.submission(2), ONE, "01", EVENING);
        Counts counts = counts("54");
        assertThat(counts.units()).isEqualTo(1);
        assertThat(counts.enumerated()).isEqualTo(1);
        assertThat(counts.results()).isEqualTo(Map.of("01", 1L));
    }

    @Test
    void aCorrectionChangesTheResultAndTheLastArrivalButNotTheDay() {
        census.list(ONE);
        census.answer(Census.submission(1), ONE, "03", MORNING);
        census.answer(Census.submission(1), ONE, "", EVENING);
        Counts counts = counts("54");
        assertThat(counts.results()).isEmpty();
        assertThat(counts.enumerated()).isEqualTo(1);
        assertThat(counts.lastArrival()).contains(Instant.parse(EVENING));
        assertThat(counts.arrivals()).containsOnlyKeys(LocalDate.parse("2026-11-20"));
    }

    @Test
    void aUnitWaitsUntilTheLastAttachmentIsHere() {
        census.list(ONE);
        census.answer(Census.submission(1), ONE, "01", MORNING, 1, 2);
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.WAITING, 1L));
        census.arrive(2);
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.WAITING, 1L));
        census.arrive(1);
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.RECEIVED, 1L));
        census.list(TWO);
        census.answer(Census.submission(2), TWO, "01", MORNING, 1);
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.RECEIVED, 2L));
    }

    @Test
    void whatACorrectionNoLongerNamesIsNotWaitedFor() {
        census.list(ONE, TWO);
        census.answer(Census.submission(1), ONE, "01", MORNING, 1);
        census.answer(Census.submission(2), TWO, "01", MORNING, 1);
        census.answer(Census.submission(1), ONE, "01", EVENING);
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.RECEIVED, 1L, State.WAITING, 1L));
        census.arrive(1);
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.RECEIVED, 2L));
    }

    @Test
    void aUnitStandsWhereWhatCameLastStandsAndVoidOnesStandBack() {
        census.list(ONE, TWO);
        census.answer(Census.submission(1), ONE, "01", MORNING);
        census.decide(Census.submission(1), ONE, "pass");
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.LISTED, 1L, State.CHECKED, 1L));
        census.decide(Census.submission(1), ONE, "accept");
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.LISTED, 1L, State.ACCEPTED, 1L));
        census.answer(Census.submission(1), ONE, "01", EVENING, 1);
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.LISTED, 1L, State.WAITING, 1L));
        census.arrive(1);
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.LISTED, 1L, State.CORRECTION, 1L));
        census.decide(Census.submission(1), ONE, "return");
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.LISTED, 1L, State.ACCEPTED, 1L));
        census.answer(Census.submission(2), ONE, "03", EVENING);
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.LISTED, 1L, State.RECEIVED, 1L));
        census.decide(Census.submission(2), ONE, "void");
        Counts counts = counts(VILLAGE);
        assertThat(counts.states()).isEqualTo(Map.of(State.LISTED, 1L, State.ACCEPTED, 1L));
        assertThat(counts.results()).isEqualTo(Map.of("01", 1L));
        census.decide(Census.submission(1), ONE, "void");
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.LISTED, 1L, State.VOID, 1L));
        assertThat(counts(VILLAGE).enumerated()).isZero();
        assertThat(counts(VILLAGE).arrivals()).isEmpty();
        census.decide(Census.submission(1), ONE, "restore");
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.LISTED, 1L, State.ACCEPTED, 1L));
        progress.projector().save();
        crash();
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.LISTED, 1L, State.ACCEPTED, 1L));
    }

    @Test
    void aRevisionSeenBeforeItsUnitCountsWithIt() {
        census.list(ONE);
        census.answer(Census.submission(1), ONE, "01", MORNING);
        census.listAgain(ONE);
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.RECEIVED, 1L));
        census.answer(Census.submission(2), TWO, "01", MORNING);
        assertThat(counts(VILLAGE).units()).isEqualTo(1);
    }

    @Test
    void numbersThatDifferInZerosOnlyAreTwoUnits() {
        census.list(VILLAGE + "-7", VILLAGE + "-0007", VILLAGE + "-000007");
        assertThat(counts(VILLAGE).units()).isEqualTo(3);
        for (String unit : List.of(VILLAGE + "-7", VILLAGE + "-0007", VILLAGE + "-999999")) {
            assertThat(Place.of("c", unit).unit()).isEqualTo(unit);
        }
    }

    @Test
    void aCrashWithoutSavingLosesAndDoublesNothing() {
        census.list(ONE, TWO);
        census.answer(Census.submission(1), ONE, "01", MORNING, 1);
        Counts before = counts("54");
        crash();
        assertThat(counts("54")).isEqualTo(before);
        progress.projector().save();
        census.answer(Census.submission(2), TWO, "02", EVENING, 1);
        progress.projector().catchUp();
        crash();
        census.arrive(1);
        assertThat(counts("54").states()).isEqualTo(Map.of(State.RECEIVED, 2L));
    }

    @Test
    void aVillageSavedBeforeStatesWereCountedIsCountedAgain() {
        census.list(ONE, TWO);
        census.answer(Census.submission(1), ONE, "01", MORNING);
        store.insert(Progress.KIND, new Document("position", "{\"format\":2,\"sequence\":0}".getBytes(), Map.of()));
        String village = "{\"campaign\":\"%s\",\"village\":\"%s\",\"units\":[[1,true,1,\"05\",20777,1795140000000]]}";
        store.insert(Progress.KIND, new Document(VILLAGE + "/" + Census.CAMPAIGN,
                village.formatted(Census.CAMPAIGN, VILLAGE).getBytes(), Map.of()));
        crash();
        assertThat(counts(VILLAGE).states()).isEqualTo(Map.of(State.LISTED, 1L, State.RECEIVED, 1L));
        progress.turn();
        progress.close();
        crash();
        assertThat(counts(VILLAGE).results()).isEqualTo(Map.of("01", 1L));
    }

    @Test
    void aStartReadsOnFromWhereItWasSaved() {
        FrailStore watched = new FrailStore(store);
        progress = Census.progress(watched, clock);
        census.list(ONE, TWO);
        census.answer(Census.submission(1), ONE, "01", MORNING, 1);
        Counts before = counts("54");
        progress.turn();
        progress.close();
        watched.asked.clear();
        progress = Census.progress(watched, clock);
        assertThat(progress.ledger().counts(Census.CAMPAIGN, "54")).isEqualTo(before);
        progress.turn();
        assertThat(watched.asked).containsExactly(store.lastSequence());
        census.arrive(1);
        assertThat(counts("54").states()).isEqualTo(Map.of(State.LISTED, 1L, State.RECEIVED, 1L));
    }

    /** Of two that save, one would find what it saved changed by the other. */
    @Test
    void aCommandBesideTheServerSavesNothing() {
        census.list(ONE);
        Progress beside = Census.progress(store, clock);
        assertThat(beside.check()).isEmpty();
        beside.close();
        assertThat(store.find(Progress.KIND, "position")).isEmpty();
        progress.turn();
        progress.close();
        assertThat(store.find(Progress.KIND, "position")).isPresent();
    }

    @Test
    void aCrashBetweenAnyTwoSavedDocumentsDoesNoHarm() {
        for (int documents = 0; documents < 5; documents++) {
            FrailStore frail = new FrailStore(store);
            progress = Census.progress(frail, clock);
            int n = documents;
            census.list(VILLAGE + "-1" + n, OTHER + "-1" + n, "540328100200-1" + n);
            census.answer(Census.submission(n), VILLAGE + "-1" + n, "01", MORNING, n);
            census.answer(Census.submission(100 + n), OTHER + "-1" + n, "02", EVENING);
            progress.projector().catchUp();
            if (documents < 4) {
                frail.failingAfter(documents);
                assertThatThrownBy(() -> progress.projector().save()).isInstanceOf(StoreFailure.class);
            }
            crash();
            assertThat(counts("54").units()).isEqualTo(3L * (n + 1));
            assertThat(counts("54").results()).isEqualTo(Map.of("01", n + 1L, "02", n + 1L));
        }
    }

    @Test
    void whenSavingFailsTheNextSavingSavesAll() {
        FrailStore frail = new FrailStore(store);
        progress = Census.progress(frail, clock);
        census.list(ONE, FAR);
        progress.projector().catchUp();
        frail.failingAfter(1);
        assertThatThrownBy(() -> progress.projector().save()).isInstanceOf(StoreFailure.class);
        frail.failingAfter(100);
        progress.projector().save();
        crash();
        assertThat(progress.ledger().counts(Census.CAMPAIGN, "54").units()).isEqualTo(2);
    }

    @Test
    void progressIsSavedFromTimeToTime() {
        census.list(ONE);
        progress.turn();
        crash();
        assertThat(progress.ledger().counts(Census.CAMPAIGN, "54").units()).isZero();
        progress.turn();
        clock.pass(Duration.ofSeconds(5));
        progress.turn();
        crash();
        assertThat(progress.ledger().counts(Census.CAMPAIGN, "54").units()).isEqualTo(1);
    }

    @Test
    void whatAServerThatDiedHadUnderWayIsCountedWhenItAppearsLate() {
        FrailStore late = new FrailStore(store);
        late.lateness = Duration.ofSeconds(60);
        census.list(ONE);
        census.list(TWO);
        late.late.add(VILLAGE + "/" + Census.CAMPAIGN + "/" + ONE);
        progress = Census.progress(late, clock);
        progress.turn();
        assertThat(progress.ledger().counts(Census.CAMPAIGN, "54").units()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(30));
        progress.turn();
        crash();
        assertThat(progress.ledger().counts(Census.CAMPAIGN, "54").units()).as("saved").isEqualTo(1);
        progress = Census.progress(late, clock);
        late.late.clear();
        progress.turn();
        clock.pass(Duration.ofSeconds(60));
        progress.turn();
        assertThat(progress.ledger().counts(Census.CAMPAIGN, "54").units()).isEqualTo(2);
    }

    @Test
    void recountingFindsWhatIsCountedWrong() {
        census.list(ONE);
        assertThat(counts("54").units()).isEqualTo(1);
        progress.ledger().fold(List.of(new Fact.Listed(Place.of(Census.CAMPAIGN, TWO))));
        assertThat(progress.check()).hasSize(6).allMatch(difference -> difference.contains(Census.CAMPAIGN));
    }

    /** Whatever happens in whatever order, with stops and crashes between, the counts are those of a recount. */
    @Test
    void anyHistoryIsCountedAsARecountWould() {
        for (int seed = 0; seed < 3; seed++) {
            live(new Random(seed), "5403%02d".formatted(seed + 10));
            assertThat(counts("54").units()).isPositive();
        }
    }

    private void live(Random random, String county) {
        List<String> units = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            switch (random.nextInt(10)) {
                case 0, 1 -> {
                    units.add(county + "10020" + random.nextInt(3) + "-" + (1000 + step));
                    census.list(units.get(units.size() - 1));
                }
                case 2, 3, 4, 5 -> answer(random, units);
                case 6 -> census.arrive(random.nextInt(20));
                case 7 -> progress.projector().catchUp();
                case 8 -> happen(random, units);
                default -> {
                    progress.projector().catchUp();
                    progress.projector().save();
                }
            }
        }
    }

    private void answer(Random random, List<String> units) {
        if (!units.isEmpty()) {
            int which = random.nextInt(units.size());
            String unit = units.get(which);
            int submission = Integer.parseInt(unit.substring(13)) * 1000 + Integer.parseInt(unit.substring(4, 6)) + random.nextInt(2) * 100;
            int[] attachments = random.ints(random.nextInt(3), 0, 20).distinct().toArray();
            census.answer(Census.submission(submission), unit, List.of("01", "02", "").get(random.nextInt(3)),
                    "2026-11-%02dT10:00:00Z".formatted(1 + random.nextInt(20)), attachments);
        }
    }

    private void happen(Random random, List<String> units) {
        if (random.nextBoolean() || units.isEmpty()) {
            crash();
        } else {
            census.listAgain(units.get(random.nextInt(units.size())));
        }
    }
}
