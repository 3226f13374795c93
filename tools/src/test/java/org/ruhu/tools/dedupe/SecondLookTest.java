package org.ruhu.tools.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.tools.Ruhu;
import org.ruhu.tools.World;

/** Households that were entered twice. Rules ask for one number, or one name and birth date. */
class SecondLookTest {

    private static final int HOUSEHOLDS = 300;

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>(List.of("id,name,born,number,household"));

    @BeforeEach
    void people() {
        for (int h = 0; h < HOUSEHOLDS; h++) {
            for (String member : List.of("a", "b", "c", "d", "e")) {
                person(h + member, h + member, born(h), h + member, h + " old");
            }
            for (String member : List.of("a", "b", "c")) {
                person(h + member + " again", h + member, born(h), h + member, h + " new");
            }
            person(h + "d again", h + "d", "", "", h + " new");
            person(h + "x", h + "x", born(h + 1), h + "x", h + " new");
            person(h + "e elsewhere", h + "other", born(h), h + "e", h + " third");
            person(h + "e school", h + "other", born(h), "", h + " school");
        }
    }

    private static String born(int household) {
        return 1950 + household % 50 + "-03-05";
    }

    private void person(String id, String name, String born, String number, String household) {
        lines.add(String.join(",", id, name, born, number, household));
    }

    @Test
    void theOthersOfALinkedHouseholdAndTheLinkedOfALinkedRecordAreForClerks() throws IOException {
        List<String> pairs = pairs(true, 2);

        assertThat(pairs).anyMatch(line -> line.startsWith("7d,7d again,") && line.contains(",clerical,linked household,"))
                .anyMatch(line -> line.startsWith("7e,7e school,") && line.contains(",linked record,"))
                .noneMatch(line -> line.startsWith("7d,7x,") || line.startsWith("7e,7x,"))
                .noneMatch(line -> line.contains(",automatic,linked household,"));
        assertThat(pairs(true, 1)).isEqualTo(pairs);
    }

    @Test
    void nobodyLooksTwiceUnlessTheSettingsAskForIt() throws IOException {
        assertThat(pairs(false, 2)).isNotEmpty().noneMatch(line -> line.contains(",linked"))
                .noneMatch(line -> line.startsWith("7d,7d again,") || line.startsWith("7e,7e school,"));
    }

    private List<String> pairs(boolean again, int threads) throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.json"), """
                {"settings": "ruhu-linkage/1", "id": "id", "blocking": ["number", "name + born"],
                 "comparisons": [{"column": "name", "levels": ["exact"]},
                    {"column": "born", "levels": ["exact"]}, {"column": "number", "levels": ["exact"]}],
                 "training": {"randomPairs": 100000}, "thresholds": {"automatic": 0.99, "clerical": 0.05},
                 "household": {"column": "household", "again": %s}}
                """.formatted(again));
        Path people = Files.write(folder.resolve("people.csv"), lines);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream nobody = new PrintStream(new ByteArrayOutputStream());
        int code = Ruhu.run(new World(new ByteArrayInputStream(new byte[0]), nobody, new PrintStream(err), false), "dedupe",
                people.toString(), "--settings", settings.toString(), "--out", folder.resolve("out").toString(),
                "--threads", String.valueOf(threads));
        assertThat(code).as(err.toString()).isOne();
        return Files.readAllLines(folder.resolve("out/pairs.csv"));
    }
}
