package org.ruhu.tools.link.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.train.PatternCounts;
import org.ruhu.tools.link.work.Watch;
import org.ruhu.tools.link.work.Workers;

class EngineTest {

    private static final int PEOPLE = 400;

    @ParameterizedTest(name = "{0} with {1} of the first input, blocks of {2}, {3} threads")
    @CsvSource({
        "WITHIN, 400, 5000, 1",
        "WITHIN, 400, 9, 2",
        "WITHIN, 150, 9, 3",
        "ACROSS, 150, 5000, 2",
        "ACROSS, 150, 9, 1",
        "BOTH, 150, 12, 2",
        "BOTH, 399, 5000, 3",
        "ACROSS, 400, 5000, 1",
        "WITHIN, 0, 5000, 1",
    })
    void findsEveryPairOnceWithTheWeightThatWasWorkedOutByHand(Scope scope, int first, int most, int threads) {
        Settings settings = Village.settings(scope, most);
        Records records = Village.records(settings, Village.people(PEOPLE, 7), first);
        Model model = Village.model(settings, records);
        Scored scored = engine(settings, records, threads).scored(model, -100, 1_000_000);
        List<ByHand.Pair> expected = new ByHand(settings, records, model).pairs();

        assertThat(described(scored)).containsExactlyElementsOf(expected.stream()
                .map(pair -> pair.left() + "-" + pair.right() + " rule " + pair.rule() + " pattern " + pair.pattern()).toList());
        for (int i = 0; i < scored.size(); i++) {
            assertThat((double) scored.weight()[i]).isCloseTo(expected.get(i).weight(), within(1e-5));
        }
        assertThat(scored.compared()).isEqualTo(expected.size());
    }

    @Test
    void keepsWhatIsHeavyEnough() {
        Settings settings = Village.settings(Scope.WITHIN, 5000);
        Records records = Village.records(settings, Village.people(PEOPLE, 8), PEOPLE);
        Model model = Village.model(settings, records);
        Engine engine = engine(settings, records, 2);
        Scored all = engine.scored(model, -100, 1_000_000);
        Scored heavy = engine.scored(model, 2.5, 1_000_000);

        assertThat(heavy.size()).isBetween(10, all.size() - 10);
        assertThat(heavy.size()).isEqualTo(IntStream.range(0, all.size()).filter(i -> all.weight()[i] >= 2.5).count());
        assertThat(heavy.raised()).isFalse();
        assertThat(heavy.compared()).isEqualTo(all.size());
    }

    @ParameterizedTest(name = "from {0} bits on")
    @CsvSource({"-100", "-12", "-6.5", "-1", "0", "2.5", "7", "20", "1000"})
    void whatIsLetGoEarlyIsNothingThatIsHeavyEnoughAndWhatWasCountedBeforeIsWeighedAlike(double keep) {
        Settings settings = Village.settings(Scope.WITHIN, 5000);
        Records records = Village.records(settings, Village.people(PEOPLE, 8), PEOPLE);
        Model model = Village.model(settings, records);
        Scored all = engine(settings, records, 1).scored(model, -100, 1_000_000);
        Engine counted = engine(settings, records, 2);
        counted.tallies(Long.MAX_VALUE);
        Engine sampled = engine(settings, records, 2);
        sampled.tallies(100);

        List<String> pairs = described(all);
        List<String> heavy = IntStream.range(0, all.size()).filter(i -> all.weight()[i] >= keep)
                .mapToObj(pairs::get).toList();
        assertThat(described(engine(settings, records, 2).scored(model, keep, 1_000_000))).isEqualTo(heavy);
        assertThat(described(counted.scored(model, keep, 1_000_000))).isEqualTo(heavy);
        assertThat(described(counted.scored(model, keep, 1_000_000))).isEqualTo(heavy);
        assertThat(described(sampled.scored(model, keep, 1_000_000))).isEqualTo(heavy);
    }

    @Test
    void letsTheLightestGoWhenThereAreTooManyAndSaysSo() {
        Settings settings = Village.settings(Scope.WITHIN, 5000);
        Records records = Village.records(settings, Village.people(PEOPLE, 8), PEOPLE);
        Model model = Village.model(settings, records);
        Scored all = engine(settings, records, 1).scored(model, -100, 1_000_000);
        Scored few = engine(settings, records, 1).scored(model, -100, 500);

        assertThat(few.size()).isBetween(250, 500);
        assertThat(few.raised()).isTrue();
        assertThat(few.size()).isEqualTo(IntStream.range(0, all.size()).filter(i -> all.weight()[i] >= few.keep()).count());
        assertThat(described(engine(settings, records, 3).scored(model, -100, 500))).isEqualTo(described(few));
    }

    @ParameterizedTest(name = "{0} threads")
    @CsvSource({"1", "2", "3"})
    void countsThePatternsOfEachRuleAndOfPairsThatOneOrTwoRulesFind(int threads) {
        Settings settings = Village.settings(Scope.BOTH, 12);
        Records records = Village.records(settings, Village.people(PEOPLE, 9), 100);
        List<ByHand.Pair> pairs = new ByHand(settings, records, Village.model(settings, records)).pairs();
        Tallies tallies = engine(settings, records, threads).tallies(1_000_000);

        for (int rule = 0; rule < settings.blocking().size(); rule++) {
            int which = rule;
            assertThat(counted(tallies.byRule().get(rule)))
                    .isEqualTo(counted(pairs.stream().filter(pair -> pair.rules().contains(which)).toList()));
        }
        assertThat(counted(tallies.candidates())).isEqualTo(counted(pairs));
        assertThat(counted(tallies.byOne())).isEqualTo(counted(pairs.stream().filter(pair -> pair.rules().size() == 1).toList()));
        assertThat(counted(tallies.byTwo())).isEqualTo(counted(pairs.stream().filter(pair -> pair.rules().size() == 2).toList()));
    }

    @Test
    void aSampleIsTheSameWhateverTheThreadsAndAboutAsLargeAsWanted() {
        Settings settings = Village.settings(Scope.WITHIN, 5000);
        Records records = Village.records(settings, Village.people(2000, 10), 2000);
        Tallies all = engine(settings, records, 1).tallies(Long.MAX_VALUE);
        Tallies some = engine(settings, records, 1).tallies(10_000);

        assertThat(all.byRule().get(0).pairs()).isGreaterThan(20_000);
        assertThat(some.byRule().get(0).pairs()).isBetween(9_000L, 11_000L);
        assertThat((double) some.candidates().pairs() / all.candidates().pairs()).isBetween(0.9, 1.1);
        assertThat(counted(engine(settings, records, 3).tallies(10_000).candidates())).isEqualTo(counted(some.candidates()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"WITHIN", "ACROSS", "BOTH"})
    void ofFewRecordsEveryPairIsTakenForRandomOnes(Scope scope) {
        Settings settings = Village.settings(scope, 5000);
        Records records = Village.records(settings, Village.people(120, 11), 50);
        ByHand byHand = new ByHand(settings, records, Village.model(settings, records));
        Map<Integer, Long> expected = new TreeMap<>();
        for (int left = 0; left < 120; left++) {
            for (int right = left + 1; right < 120; right++) {
                if (byHand.allowed(left, right)) {
                    expected.merge(byHand.pattern(left, right), 1L, Long::sum);
                }
            }
        }
        assertThat(counted(engine(settings, records, 2).random(1_000_000, 1))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"WITHIN", "ACROSS", "BOTH"})
    void randomPairsAreDrawnEvenlyAndTheSameAgain(Scope scope) {
        Settings settings = Village.settings(scope, 5000);
        Records records = Village.records(settings, Village.people(600, 11), 200);
        PatternCounts all = engine(settings, records, 1).random(Long.MAX_VALUE, 1);
        PatternCounts some = engine(settings, records, 1).random(50_000, 5);

        assertThat(some.pairs()).isEqualTo(50_000);
        assertThat(counted(engine(settings, records, 3).random(50_000, 5))).isEqualTo(counted(some));
        Map<Integer, Long> drawn = counted(some);
        counted(all).forEach((pattern, count) -> {
            double expected = 50_000.0 * count / all.pairs();
            assertThat((double) drawn.getOrDefault(pattern, 0L)).isCloseTo(expected, within(6 * Math.sqrt(expected) + 6));
        });
    }

    @Test
    void aRuleThatMakesTooManyPairsIsNamed() {
        Settings settings = Village.settings(Scope.WITHIN, 5000);
        Records records = Village.records(settings, Village.people(PEOPLE, 8), PEOPLE);
        assertThatThrownBy(() -> engine(settings, records, 1).blocking().refuseMore(1000))
                .hasMessageStartingWith("the blocking rules make ").hasMessageContaining("rule given and born");
        engine(settings, records, 1).blocking().refuseMore(1_000_000);
    }

    @Test
    void aBlockThatIsTooLargeIsLeftOutAndReported() {
        Settings settings = Village.settings(Scope.WITHIN, 9);
        List<String[]> people = IntStream.range(0, 12).mapToObj(i ->
                new String[] {"zhaxi", "", i < 10 ? "1960-01-01" : "1961-01-01", "", ""}).toList();
        Records records = Village.records(settings, people, 12);
        var found = engine(settings, records, 1).blocking().found().get(0);
        assertThat(found.pairs()).isEqualTo(1);
        assertThat(found.leftOut().blocks()).isEqualTo(1);
        assertThat(found.leftOut().records()).isEqualTo(10);
        assertThat(found.leftOut().pairs()).isEqualTo(45);
    }

    @Test
    void whoLooksOnIsToldAndMayStop() {
        Settings settings = Village.settings(Scope.WITHIN, 5000);
        Records records = Village.records(settings, Village.people(PEOPLE, 8), PEOPLE);
        AtomicInteger told = new AtomicInteger();
        Watch watch = new Watch() {
            @Override
            public void at(String what, long done, long of) {
                told.incrementAndGet();
            }

            @Override
            public boolean stop() {
                return told.get() == 7;
            }
        };
        Model model = Village.model(settings, records);
        assertThatThrownBy(() -> Engine.of(settings, records, new Workers(2, watch)).scored(model, 0, 1000))
                .isInstanceOf(Watch.Stopped.class);
    }

    private static Engine engine(Settings settings, Records records, int threads) {
        return Engine.of(settings, records, Workers.of(threads));
    }

    private static List<String> described(Scored scored) {
        return IntStream.range(0, scored.size()).mapToObj(i -> scored.left()[i] + "-" + scored.right()[i] + " rule "
                + scored.rule()[i] + " pattern " + scored.pattern()[i]).toList();
    }

    private static Map<Integer, Long> counted(PatternCounts counts) {
        Map<Integer, Long> counted = new TreeMap<>();
        for (int i = 0; i < counts.size(); i++) {
            counted.put(counts.pattern(i), counts.count(i));
        }
        return counted;
    }

    private static Map<Integer, Long> counted(List<ByHand.Pair> pairs) {
        return new TreeMap<>(pairs.stream().collect(Collectors.groupingBy(ByHand.Pair::pattern, Collectors.counting())));
    }
}
