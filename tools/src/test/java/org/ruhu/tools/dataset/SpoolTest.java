package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ruhu.forms.Answers;
import org.ruhu.tools.lines.Revision;

class SpoolTest {

    private static final Table UNITS = Dataset.of(VisitLog.V1_0).tables().get(0);

    @Test
    void rowsComeBackAsTheyWereWithWhatIsKnownOfTheirColumns() throws IOException {
        try (Spool spool = spooled("{'purpose': '3', 'length': 90, 'town': '1', 'seen': ['a', 'b']}",
                "{'purpose': '1', 'spent': 10.5, 'town': '2'}", "{'purpose': '2', 'length': 'long', 'spent': -3}")) {
            assertThat(spool.rows()).isEqualTo(3);
            assertThat(spool.unfit().all()).isEqualTo(1);
            assertThat(spool.longest(column("seen"))).isEqualTo(3);
            assertThat(spool.least(column("spent"))).isEqualTo(-3);
            assertThat(spool.decimals(column("spent"))).isEqualTo(1);
            assertThat(spool.decimals(column("length"))).isZero();
            assertThat(read(spool, "purpose", "length", "spent", "seen", "town")).containsExactly(
                    "3.0", "90.0", "NOT_ASKED", "a b", "1.0",
                    "1.0", "NOT_STATED", "10.5", "NOT_STATED", "2.0",
                    "2.0", "NOT_STATED", "-3.0", "NOT_STATED", "NOT_STATED");
        }
    }

    private static int column(String name) {
        return UNITS.variables().stream().map(Variable::name).toList().indexOf(name);
    }

    private static Spool spooled(String... answers) throws IOException {
        Spool spool = new Spool(UNITS, Scratch.OF_THE_SYSTEM);
        for (String one : answers) {
            Answers given = new Answers(VisitLog.json(one), Map.of());
            UNITS.rows(new Revision("s", 1, VisitLog.V1_0.id(), "c", "u", "a", "", given, Map.of()), Mask.NONE,
                    spool::row);
        }
        return spool;
    }

    private static List<String> read(Spool spool, String... columns) throws IOException {
        List<Integer> wanted = Arrays.stream(columns).map(SpoolTest::column).toList();
        List<String> cells = new ArrayList<>();
        spool.each(new Spool.Reader() {
            @Override
            public void number(int column, double value) {
                add(column, Double.toString(value));
            }

            @Override
            public void text(int column, byte[] utf8) {
                add(column, new String(utf8, StandardCharsets.UTF_8));
            }

            @Override
            public void gap(int column, Gap gap) {
                add(column, gap.name());
            }

            private void add(int column, String cell) {
                if (wanted.contains(column)) {
                    cells.add(cell);
                }
            }
        });
        return cells;
    }
}
