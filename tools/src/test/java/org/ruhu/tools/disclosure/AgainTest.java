package org.ruhu.tools.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.tools.disclosure.Kept.Told;

/** Two files of the same people, each harmless. */
class AgainTest {

    @TempDir
    Path folder;

    private static Told key(String from, String recoding) {
        return new Told(from, recoding, "KEY", Set.of());
    }

    private static Kept file(List<Told> variables, String... rows) {
        Map<Long, List<String>> people = new LinkedHashMap<>();
        for (String row : rows) {
            List<String> cells = List.of(row.split(" "));
            people.put(Long.valueOf(cells.get(0)), cells.subList(1, cells.size()));
        }
        return new Kept("one", variables, people);
    }

    /** Of the men only the third is over both limits, of the women only the last is under both. */
    @Test
    void unlikeBandsCutPeopleIntoSmallerPieces() {
        Kept before = file(List.of(key("sex", ""), key("age", "bands 16")), "1 m young", "2 m young", "3 m old",
                "4 f old", "5 f old", "6 f young");
        Kept now = file(List.of(key("sex", ""), key("age", "bands 20")), "1 m under", "2 m under", "3 m over",
                "4 f over", "5 f over", "6 f under");
        assertThat(Again.of(before, now)).isEqualTo(new Again("one", 6, 2, 0));
        Kept wider = file(List.of(key("sex", "")), "1 m", "2 m", "3 m", "4 f", "5 f", "6 f");
        assertThat(Again.of(before, wider).matched()).as("it says no more").isZero();
    }

    @Test
    void otherVariablesAreJoinedToWhoeverIsAlone() {
        Kept before = file(List.of(key("sex", ""), key("place", ""), key("size", "")), "1 m a 3", "2 m a 3", "3 f b 2",
                "9 f b 4");
        Kept now = file(List.of(key("sex", ""), key("place", ""), key("edu", "")), "1 m a low", "2 m a low",
                "3 f b high", "4 m b low");
        assertThat(Again.of(before, now)).isEqualTo(new Again("one", 3, 0, 0));
        Kept less = file(before.variables(), "1 m a 3", "2 m a 3", "3 f b 2", "9 f * 4", "8 m b 2");
        assertThat(Again.of(less, now).matched()).as("a blank may be anything").isZero();
        Kept least = file(before.variables(), "1 m a 3", "2 m a 3", "3 f b 2");
        assertThat(Again.of(least, now).matched()).isOne();
    }

    @Test
    void valuesThatOnlyOneClassSharesWithAnotherAreTold() {
        List<Told> first = List.of(key("age", "bands 16"), new Told("ill", "", "SENSITIVE", Set.of("none")));
        List<Told> second = List.of(key("place", ""), new Told("ill", "", "SENSITIVE", Set.of("none")));
        Kept before = file(first, "1 old heart", "2 old lungs", "3 young none", "4 young lungs");
        Kept now = file(second, "1 a heart", "7 a none", "4 b lungs", "3 b none");
        assertThat(Again.of(before, now)).isEqualTo(new Again("one", 3, 2, 2));
        Kept harmless = file(first, "3 young none", "4 young heart");
        assertThat(Again.of(harmless, now).told()).isZero();
    }

    @Test
    void theRegisterReadsItselfAndKeepsAFileOnce() throws Exception {
        assertThat(Kept.in(folder.resolve("r"))).isEmpty();
        Kept kept = file(List.of(key("sex", ""), new Told("ill", "x = 1", "SENSITIVE", Set.of("none", ""))),
                "-5 m heart", "7 f *");
        kept.into(folder.resolve("r"));
        kept.into(folder.resolve("r"));
        assertThat(Kept.in(folder.resolve("r"))).singleElement().satisfies(read -> {
            assertThat(read.variables()).isEqualTo(kept.variables());
            assertThat(read.rows()).isEqualTo(kept.rows());
        });
        assertThat(Again.of(Kept.in(folder.resolve("r")).get(0), kept)).extracting(Again::both, Again::matched)
                .containsExactly(2, 0);
        Files.writeString(folder.resolve("r/x.ndjson.gz"), "no");
        assertThatThrownBy(() -> Kept.in(folder.resolve("r")))
                .hasMessageContaining("no entry of a register");
    }
}
