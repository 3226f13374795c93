package org.ruhu.tools.link.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.link.cluster.Links;

class MeetingsTest {

    /** Households a (rows 0 1 2), b (3 4), none (5), c (6). */
    private final Rosters rosters = Rosters.of(new int[] {1, 1, 1, 2, 2, 0, 3}, 7);

    @Test
    void rowsOfOneHouseholdStandTogether() {
        assertThat(rosters.households()).isEqualTo(4);
        assertThat(rosters.members(rosters.household(1))).isEqualTo(3);
        assertThat(rosters.head(rosters.household(4))).isEqualTo(3);
        assertThat(rosters.members(rosters.household(5))).isEqualTo(1);
    }

    @Test
    void nobodyIsLinkedTwiceBetweenTwoHouseholds() {
        List<Meeting> meetings = meetings(new int[] {0, 0, 1}, new int[] {3, 4, 4}, 9, 8, 7);

        assertThat(meetings).containsExactly(new Meeting(0, 1, 2, 2, 3, true));
    }

    @Test
    void theStrongestLinkTakesItsTwoPeople() {
        List<Meeting> meetings = meetings(new int[] {0, 0}, new int[] {3, 4}, 8, 9);

        assertThat(meetings).containsExactly(new Meeting(0, 1, 1, 2, 3, false));
    }

    @Test
    void thoseWhoLiveTogetherDoNotMeet() {
        assertThat(meetings(new int[] {0}, new int[] {1}, 9)).isEmpty();
    }

    @Test
    void equalNamesInTwoInputsAreTwoHouseholds() {
        Rosters two = Rosters.of(new int[] {1, 1, 1, 2}, 2);

        assertThat(two.households()).isEqualTo(3);
        assertThat(Meetings.of(two, new Links(new int[] {0}, new int[] {2}, new float[] {9})))
                .containsExactly(new Meeting(0, 1, 1, 1, 2, true));
    }

    private List<Meeting> meetings(int[] left, int[] right, float... weight) {
        return Meetings.of(rosters, new Links(left, right, weight));
    }
}
