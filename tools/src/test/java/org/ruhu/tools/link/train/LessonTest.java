package org.ruhu.tools.link.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Chance;

class LessonTest {

    private static final Street WITH_KIN = new Street(6_000);
    private static final Street WITHOUT = new Street(0);

    @ParameterizedTest
    @CsvSource({"10, 0, 1", "30, .1, .5", "300, .3, .1", "10000, .3, .1"})
    void whereBrothersAndSistersPassForOneJudgedPairsSetTheModelRight(int judged, double better, double surprised) {
        Model plain = WITH_KIN.plain();
        Model taught = WITH_KIN.taught(WITH_KIN.judged(plain, -4, 100, judged)).model();
        assertThat(WITH_KIN.f1(taught)).isGreaterThanOrEqualTo(WITH_KIN.f1(plain) + better);
        assertThat(WITH_KIN.surprise(taught)).isLessThan(WITH_KIN.surprise(plain) * surprised);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 10_000})
    void aModelThatIsRightIsLeftAboutAsItWas(int judged) {
        Model plain = WITHOUT.plain();
        List<Label> labels = new ArrayList<>(WITHOUT.judged(plain, plain.cuts().clerical(), plain.cuts().automatic(), judged));
        labels.addAll(WITHOUT.drawn(plain, judged / 10));
        Model taught = WITHOUT.taught(labels).model();
        assertThat(WITHOUT.f1(taught)).isGreaterThan(WITHOUT.f1(plain) - .01);
        assertThat(WITHOUT.surprise(taught)).isLessThan(1.1 * WITHOUT.surprise(plain));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void hardlyAnyJudgementTeachesNothing(int judged) {
        Model plain = WITH_KIN.plain();
        Lesson lesson = WITH_KIN.taught(WITH_KIN.judged(plain, -4, 4, judged));
        assertThat(lesson.model().chances()).isEqualTo(plain.chances());
        assertThat(lesson.model().prior()).isEqualTo(plain.prior());
        assertThat(lesson.model().cuts()).isEqualTo(plain.cuts());
        assertThat(lesson.said()).singleElement().asString().contains("fewer than 10 teach nothing");
    }

    @Test
    void whatChangedIsSaid() {
        Model plain = WITH_KIN.plain();
        List<Label> labels = new ArrayList<>(WITH_KIN.judged(plain, -4, 100, 300));
        labels.addAll(WITH_KIN.drawn(plain, 100));
        assertThat(WITH_KIN.taught(labels).said()).anyMatch(note -> note.toString().startsWith("400 pairs were judged by people"))
                .anyMatch(note -> note.toString().startsWith("judgements surprised the model by"))
                .anyMatch(note -> note.toString().startsWith("by judged pairs phone, level 0 weighs"))
                .anyMatch(note -> note.toString().startsWith("of 100 links drawn by lot"))
                .anyMatch(note -> note.toString().startsWith("thresholds were"));
    }

    @Test
    void judgementsThatAreAllAlikeMoveThePriorOnly() {
        for (boolean same : new boolean[] {true, false}) {
            Model plain = WITHOUT.plain();
            List<Label> labels = WITHOUT.judged(plain, -100, 100, 10_000).stream().filter(label -> label.same() == same).toList();
            Model taught = Judged.learn(plain, labels);
            assertThat(taught.chances()).isEqualTo(plain.chances());
            assertThat(taught.priorWeight() > plain.priorWeight()).isEqualTo(same);
        }
    }

    @Test
    void judgementsByLotOfHeadsAndTailsLeaveEveryWeightFinite() {
        Random coin = new Random(3);
        List<Label> labels = WITH_KIN.judged(WITH_KIN.plain(), -10, 100, 10_000).stream().map(label ->
                new Label(label.pattern(), 0, label.rules(), coin.nextBoolean(), 1 + coin.nextInt(99), coin.nextBoolean())).toList();
        Model taught = WITH_KIN.taught(labels).model();
        assertThat(taught.prior()).isBetween(1e-12, .5);
        assertThat(taught.cuts().automatic()).isFinite().isGreaterThanOrEqualTo(taught.cuts().clerical());
        assertThat(taught.chances().stream().flatMap(List::stream).map(Chance::weight)).allMatch(Double::isFinite);
    }

    @Test
    void judgedPairsHoldOthersOfTheirPatternAndOfNoOther() {
        PatternCounts counts = new PatternCounts(new int[] {3, 4, 9}, new long[] {1_000_000, 30, 7});
        List<Label> labels = Stream.of(true, false, false, false, false, false, false, false, false, false)
                .flatMap(same -> Stream.of(3, 4).map(pattern -> new Label(pattern, 0, List.of(), same, 50, false))).toList();
        Clamp clamp = Clamp.of(counts, labels);
        assertThat(clamp.pairs()).containsExactly(200, 25, 0);
        assertThat(clamp.same()).containsExactly(.1, .1, 0);
    }

    @Test
    void whatPeopleSayOfARulesPairsIsLearnedFromThem() {
        Village village = new Village(3);
        PatternCounts pairs = village.draw(1_000, 20_000, 0);
        List<Label> labels = Stream.generate(() -> new Label(Village.SHAPE.pattern(1, 2, 2, 1), 0, List.of(), true, 1, false))
                .limit(100).toList();
        boolean[] off = {true, false, false, false};
        SessionFit plain = SessionFit.best(new Sample(Village.SHAPE, pairs), Village.U, off, Ties.NONE, 300);
        SessionFit held = SessionFit.best(new Sample(Village.SHAPE, pairs, Clamp.of(pairs, labels)), Village.U, off, Ties.NONE, 300);
        assertThat(held.m()[1][2]).isGreaterThan(plain.m()[1][2]);
        assertThat(held.matches()).isGreaterThan(plain.matches());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1, 1", "0, .06, .7, 1", "1, .06, 5, 12", "20, 20, .95, 1.05", "0, 2, .1, .4", "30, 1, 20, 31"})
    void errorsAmongLinksDrawnByLotAreMoreOrFewerThanExpected(double wrong, double expected, double least, double most) {
        assertThat(Lot.times(wrong, expected)).isBetween(least - 1e-9, most + 1e-9);
    }

    @Test
    void linksThatAreWrongMoreOftenThanThoughtRaiseTheThreshold() {
        Model plain = WITHOUT.plain();
        List<Label> drawn = WITHOUT.drawn(plain, 500);
        List<Label> spoilt = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            Label label = drawn.get(i);
            spoilt.add(new Label(label.pattern(), 0, label.rules(), i >= 25, label.weight(), true));
        }
        Lot right = Lot.of(plain, drawn).orElseThrow();
        Lot wrong = Lot.of(plain, spoilt).orElseThrow();
        Weights weights = Weights.of(plain, WITHOUT.candidates());
        assertThat(CutChoice.choose(weights, plain.settings().thresholds(), wrong::chance).automatic())
                .isGreaterThan(CutChoice.choose(weights, plain.settings().thresholds(), right::chance).automatic() + 2);
        for (double weight = -20; weight < 20; weight += .1) {
            assertThat(wrong.chance(weight)).isLessThanOrEqualTo(wrong.chance(weight + .1));
            assertThat(right.chance(weight)).isLessThanOrEqualTo(right.chance(weight + .1));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 0, -1", "0, .7, 0", "-3, -3, -3", "9, 9, 9", "-9, 0, 9"})
    void levelsGetTheWeightsThatAreWanted(double first, double second, double third) {
        List<Chance> levels = List.of(new Chance(.8, .01, "", ""), new Chance(.15, .09, "", ""), new Chance(.05, .9, "", ""));
        double[] more = {first, second, third};
        Reweighted changed = Reweighted.of(levels, more, "");
        assertThat(changed.levels().stream().mapToDouble(Chance::m).sum()).isCloseTo(1, within(1e-9));
        assertThat(changed.levels().stream().mapToDouble(Chance::u).sum()).isCloseTo(1, within(1e-9));
        for (int i = 0; i < 3; i++) {
            double wanted = levels.get(i).weight() + more[i] / Math.log(2);
            assertThat(changed.levels().get(i).weight() + changed.shift() / Math.log(2)).isCloseTo(wanted,
                    within(1e-6));
        }
    }
}
