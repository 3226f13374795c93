package org.ruhu.server.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.server.door.Refusal;

class ReachTest {

    private static final String CENSUS = "census-2026";

    private static Reach reach(String... areas) {
        return new Reach(Arrays.stream(areas).map(area -> Grant.of(Role.COUNTY, area, CENSUS)).toList());
    }

    private static List<String> split(String areas) {
        return areas.isEmpty() ? List.of() : List.of(areas.split(" "));
    }

    @ParameterizedTest(name = "of {0}, {1} leaves {2}")
    @CsvSource({
            "540302, '', 540302", "540302, 54, 540302", "540302, 540302102, 540302102", "540302, 540321, ''",
            "540302, 5403021, 5403021", "540302 540321, 5403, 540302 540321", "5403 540302, '', 5403",
            "5403 540302, 540302, 540302", "54 44, 44, 44", "540302102 540302, 540302, 540302", "540302102, 540302, 540302102"})
    void anAreaAskedForIsCutToWhatIsInReach(String granted, String asked, String left) {
        assertThat(reach(granted.split(" ")).areas(CENSUS, asked)).containsExactlyElementsOf(split(left));
    }

    @Test
    void anotherCampaignIsOutOfReach() {
        assertThat(reach("5403").areas("another", "5403")).isEmpty();
        assertThat(reach("5403").covers("another", "540302")).isFalse();
        assertThat(reach("5403").enters("another")).isFalse();
        assertThatThrownBy(() -> reach("5403").requireAreas("another", "5403")).isInstanceOf(Refusal.class);
    }

    @Test
    void anAreaIsCoveredFromAboveAndNotFromBelow() {
        assertThat(reach("5403").covers(CENSUS, "540302102201")).isTrue();
        assertThat(reach("540302").covers(CENSUS, "5403")).isFalse();
        assertThat(reach("540302").covers(CENSUS, "540321")).isFalse();
        assertThatThrownBy(() -> reach("540302").require(CENSUS, "540321")).isInstanceOf(Refusal.class);
    }

    @Test
    void aGrantCountsForItsRoleOnlyAndFromItsFirstMomentToItsLast() {
        Instant noon = Instant.parse("2026-11-21T12:00:00Z");
        Grant grant = new Grant(Role.COUNTY, "5403", CENSUS, Optional.of(noon), Optional.of(noon.plusSeconds(60)));
        Account account = new Account("county", "县办", Optional.empty(), "", List.of(grant), false, noon, 1);
        assertThat(account.login(noon.minusMillis(1)).reach(Role.COUNTY).isEmpty()).isTrue();
        assertThat(account.login(noon).reach(Role.COUNTY).isEmpty()).isFalse();
        assertThat(account.login(noon).reach(Role.AUDITOR, Role.STATISTICIAN).isEmpty()).isTrue();
        assertThat(account.login(noon.plusSeconds(60)).reach(Role.COUNTY).isEmpty()).isTrue();
    }
}
