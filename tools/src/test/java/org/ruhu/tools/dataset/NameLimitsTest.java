package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameLimitsTest {

    private static final String LONG = "a_name_of_thirty_two_characters_";

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(LONG).hasSize(32);
        assertThat(NameLimits.STATA.fit(List.of("pc_net", LONG, "_odd", "X1")))
                .containsExactly("pc_net", LONG, "_odd", "X1");
    }

    @Test
    void whatDoesNotFitGivesWayToWhatFitsHoweverTheyStand() {
        assertThat(NameLimits.STATA.fit(List.of(LONG + "more", LONG)))
                .containsExactly("a_name_of_thirty_two_character_2", LONG);
        assertThat(NameLimits.SPSS.fit(List.of(LONG + "more", LONG))).containsExactly(LONG + "more", LONG);
    }

    @Test
    void wordsAndLettersThatAProgramDoesNotTakeAreChanged() {
        assertThat(NameLimits.STATA.fit(List.of("if", "str8", "户主", "1st", "a-b", "a.b", "A_B")))
                .containsExactly("v_if", "v_str8", "v__", "v_1st", "a_b_2", "a_b_3", "A_B");
        assertThat(NameLimits.SPSS.fit(List.of("WITH", "if", "_odd", "odd_"))).containsExactly("v_WITH", "if", "v__odd",
                "odd_");
    }

    @Test
    void aThousandNamesThatBecomeOneStayApart() {
        List<String> wanted = IntStream.range(0, 1000).mapToObj(i -> LONG + "x" + i).toList();
        assertThat(NameLimits.STATA.fit(wanted)).doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(32));
    }
}
