package org.ruhu.tools.link.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.lookup.LookupIndex.Hit;
import org.ruhu.tools.link.score.Engine;
import org.ruhu.tools.link.score.Scored;
import org.ruhu.tools.link.score.Village;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.work.Workers;

class LookupIndexTest {

    private static final int PEOPLE = 400;
    private static final double ALL = -100;

    private final Settings settings = Village.settings(Scope.WITHIN, 5000);
    private final List<String[]> people = Village.people(PEOPLE, 11);
    private final Model model = Village.model(settings, Village.records(settings, people, PEOPLE));
    private final LookupIndex index = new LookupIndex(model);

    @ParameterizedTest(name = "keep from {0} bits")
    @CsvSource({"-100", "0", "4"})
    void recordsThatComeOneByOneMeetTheSamePairsAsTheWholeTable(double keep) {
        Map<String, Double> found = new HashMap<>();
        for (int i = 0; i < PEOPLE; i++) {
            int row = i;
            index.like(keep, raw(people.get(i))).hits().forEach(hit ->
                    found.put(hit.row() + "-" + row + " " + hit.why().rule(), hit.weight()));
            index.add(raw(people.get(i)));
        }

        Scored whole = whole(people, keep);
        assertThat(found).hasSize(whole.size()).hasSizeGreaterThan(50);
        for (int i = 0; i < whole.size(); i++) {
            String pair = whole.left()[i] + "-" + whole.right()[i] + " "
                    + settings.blocking().get(whole.rule()[i]).name();
            assertThat(found).containsKey(pair);
            assertThat(found.get(pair)).isCloseTo(whole.weight()[i], within(1e-4));
        }
    }

    @Test
    void afterRemovingAndAddingItIsAsIfTheRestHadComeAlone() {
        Random random = new Random(5);
        people.forEach(person -> index.add(raw(person)));
        List<String[]> left = new ArrayList<>();
        for (int row = 0; row < PEOPLE; row++) {
            if (random.nextInt(3) == 0) {
                index.remove(row);
            } else {
                left.add(people.get(row));
            }
        }
        LookupIndex fresh = new LookupIndex(model);
        left.forEach(person -> fresh.add(raw(person)));

        assertThat(index.size()).isEqualTo(left.size());
        for (String[] person : Village.people(50, 12)) {
            assertThat(weights(index.like(ALL, raw(person)))).isEqualTo(weights(fresh.like(ALL, raw(person))));
        }
    }

    @Test
    void recordsThatChangeAgainAndAgainAreFoundAsTheyAreNow() {
        Random random = new Random(6);
        List<String[]> versions = Village.people(6 * PEOPLE, 13);
        int[] rows = IntStream.range(0, PEOPLE).map(i -> index.add(raw(versions.get(i)))).toArray();
        String[][] now = versions.subList(0, PEOPLE).toArray(String[][]::new);
        for (int version = PEOPLE; version < versions.size(); version++) {
            int who = random.nextInt(PEOPLE);
            index.remove(rows[who]);
            now[who] = versions.get(version);
            rows[who] = index.add(raw(now[who]));
        }
        LookupIndex fresh = new LookupIndex(model);
        List.of(now).forEach(person -> fresh.add(raw(person)));

        assertThat(index.size()).isEqualTo(PEOPLE);
        for (String[] person : now) {
            assertThat(weights(index.like(ALL, raw(person)))).isEqualTo(weights(fresh.like(ALL, raw(person))));
        }
    }

    @Test
    void whoLooksUpWhileAnotherAddsSeesTheRecordsBeforeOrAfter() throws Exception {
        List<String[]> wanted = Village.people(40, 14);
        people.forEach(person -> index.add(raw(person)));
        List<List<Hit>> before = wanted.stream().map(person -> index.like(0, raw(person)).hits()).toList();
        CountDownLatch begun = new CountDownLatch(2);
        AtomicBoolean written = new AtomicBoolean();
        List<String[]> more = Village.people(3 * PEOPLE, 15);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Boolean>> readers = IntStream.range(0, 2).mapToObj(thread -> threads.submit(() -> {
                boolean all = true;
                begun.countDown();
                do {
                    for (int i = 0; i < wanted.size(); i++) {
                        List<Hit> there = index.like(0, raw(wanted.get(i))).hits().stream()
                                .filter(hit -> hit.row() < PEOPLE).toList();
                        all &= there.equals(before.get(i));
                    }
                } while (!written.get());
                return all;
            })).toList();
            threads.submit(() -> {
                begun.await();
                for (int i = 0; i < more.size(); i++) {
                    int row = index.add(raw(more.get(i)));
                    if (i % 3 == 0) {
                        index.remove(row);
                    }
                }
                written.set(true);
                return true;
            }).get();
            for (Future<Boolean> reader : readers) {
                assertThat(reader.get()).isTrue();
            }
        } finally {
            written.set(true);
            threads.shutdown();
        }
        assertThat(index.size()).isEqualTo(3 * PEOPLE);
    }

    @Test
    void anotherIndexOfTheModelBeginsEmpty() {
        people.forEach(person -> index.add(raw(person)));
        LookupIndex another = index.another();
        another.add(raw(people.get(5)));

        assertThat(another.size()).isEqualTo(1);
        assertThat(another.like(ALL, raw(people.get(5))).hits()).extracting(Hit::row).containsExactly(0);
    }

    @Test
    void aBlockThatOutgrewItsRuleIsSilent() {
        Settings narrow = Village.settings(Scope.WITHIN, 3);
        LookupIndex small = new LookupIndex(Village.model(narrow, Village.records(narrow, people, PEOPLE)));
        String[] one = {"zhaxi", "wang", "1961-01-02", "", "h1"};
        small.add(raw(small, one));
        small.add(raw(small, one));

        assertThat(small.like(ALL, raw(small, one)).compared()).isEqualTo(2);

        small.add(raw(small, one));

        assertThat(small.like(ALL, raw(small, one)).compared()).isZero();
    }

    @Test
    void saysWhyAndTheSumIsTheWeight() {
        people.forEach(person -> index.add(raw(person)));
        Hit hit = index.like(0, raw(people.get(3))).hits().get(0);

        assertThat(hit.why().weight()).isCloseTo(hit.weight(), within(1e-9));
        assertThat(hit.why().parts()).hasSize(settings.comparisons().size());
    }

    @Test
    void whoIsNotThereCannotBeRemoved() {
        index.add(raw(people.get(0)));
        index.remove(0);

        for (int row : new int[] {-1, 0, 1}) {
            assertThatThrownBy(() -> index.remove(row)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRecordHasAValueForEachColumn() {
        assertThatThrownBy(() -> index.add("扎西")).hasMessageContaining("not " + index.sources().size());
    }

    private static List<Double> weights(LookupIndex.Found found) {
        return found.hits().stream().map(Hit::weight).sorted().toList();
    }

    private Scored whole(List<String[]> people, double keep) {
        Records records = Village.records(settings, people, people.size());
        return Engine.of(settings, records, Workers.of(2)).scored(model, keep, 1_000_000);
    }

    private String[] raw(String[] person) {
        return raw(index, person);
    }

    private static String[] raw(LookupIndex index, String[] person) {
        return IntStream.range(0, index.sources().size())
                .mapToObj(i -> person[Village.COLUMNS.indexOf(index.sources().get(i))]).toArray(String[]::new);
    }
}
