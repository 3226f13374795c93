package org.ruhu.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code ruhu indicators --public}. */
class PublicIndicatorsTest extends IndicatorsBase {

    @Test
    void publishedFiguresOfFewHouseholdsHaveNeitherValueNorBase() throws IOException {
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--by",
                "village,status",
                "--public", "--threshold", "12")).isZero();
        assertThat(figures("i")).anySatisfy(figure -> assertThat(figure.path("note").asText()).isEqualTo("suppressed"))
                .allSatisfy(figure -> assertThat(figure.path("households").asLong()).matches(n -> n == 0 || n >= 12));
    }

    /** Takes away from each area what is shown inside it, and from each breakdown its groups, as an outsider would. */
    @Test
    void noSmallFigureIsLeftWhenPublishedOnesAreTakenFromEachOther() throws IOException {
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--by",
                "county,village,status", "--public")).as(said()).isZero();
        Map<String, long[]> rests = new TreeMap<>();
        int withheld = 0;
        for (JsonNode figure : figures("i")) {
            String area = figure.path("area").asText();
            String of = figure.path("indicator").asText() + " " + figure.path("year").asText() + " ";
            String group = figure.path("group_by").asText() + figure.path("group").asText();
            if (figure.path("note").asText().equals("suppressed")) {
                withheld += figure.path("area").asText().length() == 6 ? 0 : 1;
                continue;
            }
            long households = figure.path("households").asLong();
            rests.computeIfAbsent(of + "areas in " + area + " " + group, any -> new long[2])[0] += households;
            if (!area.isEmpty()) {
                String around = area.length() == 6 ? "" : area.substring(0, 6);
                rests.computeIfAbsent(of + "areas in " + around + " " + group, any -> new long[2])[1] += households;
            }
            if (group.isEmpty() || figure.path("group_by").asText().equals("status")) {
                rests.computeIfAbsent(of + "groups of " + area, any -> new long[2])[group.isEmpty() ? 0 : 1]
                        += households;
            }
        }
        assertThat(withheld).isGreaterThan(100);
        assertThat(rests.values().stream().filter(rest -> rest[0] > rest[1] && rest[1] > 0)).isNotEmpty();
        rests.forEach((of, rest) -> assertThat(rest[0] - rest[1]).as(of)
                .matches(left -> rest[0] == 0 || left == 0 || left >= 10));
    }
}
