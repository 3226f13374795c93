package org.ruhu.tools.link.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HouseholdTrainerTest {

    private final List<Meeting> meetings = new ArrayList<>();
    private final List<int[]> levels = new ArrayList<>();
    private int oneHousehold;

    @Test
    void learnsHowManyStayAndHowManyMove() {
        meet(20_000, 0.25, 0.9, 0.1);

        HouseholdModel model = train();

        assertThat(model.prior()).isCloseTo(oneHousehold / 20_000.0, within(0.02));
        assertThat(model.stay()).isCloseTo(0.9, within(0.02));
        assertThat(model.move()).isCloseTo(0.1, within(0.02));
    }

    @Test
    void learnsWhatElseSpeaksForOneHousehold() {
        meet(20_000, 0.25, 0.9, 0.1);

        HouseholdModel model = train();

        assertThat(model.features().get(0).get(0).m()).isCloseTo(0.8, within(0.05));
        assertThat(model.features().get(0).get(0).u()).isCloseTo(0.3, within(0.05));
    }

    @Test
    void allMembersTogetherAreOneHouseholdAndOneOfFiveIsNot() {
        meet(20_000, 0.25, 0.9, 0.1);
        HouseholdModel model = train();

        assertThat(model.memberWeight(new Meeting(0, 1, 5, 5, 5, true))).isGreaterThan(5);
        assertThat(model.memberWeight(new Meeting(0, 1, 1, 5, 5, false))).isLessThan(-5);
        assertThat(model.memberWeight(new Meeting(0, 1, 1, 1, 5, false))).isCloseTo(0, within(1e-9));
    }

    @Test
    void aHandfulOfPairsTeachesNothing() {
        meet(HouseholdTrainer.FEWEST - 1, 0.25, 0.9, 0.1);

        HouseholdModel model = train();

        assertThat(model.learned()).isFalse();
        assertThat(model.weight(meetings.get(0), new int[] {0}))
                .isEqualTo(model.weight(meetings.get(0), new int[] {1}));
    }

    /** Two of three, worked out by hand: chances 0.9^2 0.1 / (1 - 0.1^3) and 0.2^2 0.8 / (1 - 0.8^3). */
    @Test
    void weighsTheMembersOfOnePair() {
        HouseholdModel model = new HouseholdModel(0.5, 0.9, 0.2, List.of(), true);

        double expected = Math.log((0.081 / 0.999) / (0.032 / 0.488)) / Math.log(2);

        assertThat(model.weight(new Meeting(0, 1, 2, 3, 4, false), new int[0])).isCloseTo(expected, within(1e-9));
    }

    private HouseholdModel train() {
        return HouseholdTrainer.train(meetings, levels.toArray(int[][]::new), new int[] {2});
    }

    private void meet(int pairs, double prior, double stay, double move) {
        Random random = new Random(1);
        while (meetings.size() < pairs) {
            boolean same = random.nextDouble() < prior;
            int members = 2 + random.nextInt(5);
            int linked = 0;
            for (int i = 0; i < members; i++) {
                linked += random.nextDouble() < (same ? stay : move) ? 1 : 0;
            }
            if (linked > 0) {
                oneHousehold += same ? 1 : 0;
                meetings.add(new Meeting(meetings.size(), meetings.size() + 1, linked, members, members, false));
                levels.add(new int[] {random.nextDouble() < (same ? 0.8 : 0.3) ? 0 : 1});
            }
        }
    }
}
