package org.ruhu.tools.link.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedTest {

    @ParameterizedTest(name = "{0} in {1} bytes")
    @CsvSource({"549901196307017576, 10", "54990119630701757X, 10", "1963-07-01, 6", "1, 2", "12, 2", "zhaxi, 6",
        "扎西, 7", "བཀྲ་ཤིས, 22", "é1, 4", "\ud800, 4"})
    void aTextComesBackAsItWas(String text, int bytes) {
        byte[] packed = PackedText.of(text);
        char[] chars = new char[PackedText.most(packed, 0) + 3];
        int end = PackedText.unpack(packed, 0, chars, 3);

        assertThat(packed).hasSize(bytes);
        assertThat(PackedText.end(packed, 0)).isEqualTo(bytes);
        assertThat(new String(chars, 3, end - 3)).isEqualTo(text);
    }

    @Test
    void textsOfAnyLengthAreFoundByTheirCodes() {
        Texts texts = new Texts();
        Map<String, Integer> codes = new HashMap<>();
        Random random = new Random(1);
        for (int i = 0; i < 30_000; i++) {
            String text = (i % 3 == 0 ? "卓玛" : i % 3 == 1 ? "" : "dorje ") + random.nextInt(20_000)
                    + (i % 1000 == 0 ? " ".repeat(i) + "多吉".repeat(i * 4) : "");
            int code = texts.code(text);
            assertThat(codes.merge(text, code, (known, now) -> known)).isEqualTo(code);
        }

        codes.forEach((text, code) -> {
            assertThat(texts.find(text)).isEqualTo(code);
            assertThat(texts.text(code)).isEqualTo(text);
        });
        assertThat(new HashSet<>(codes.values())).hasSize(codes.size());
        assertThat(texts.find("nobody")).isZero();
        assertThat(texts.find("")).isZero();
        assertThat(texts.text(0)).isEmpty();
    }

    @Test
    void aSheetHoldsWhatWasPutHoweverLargeItGrows() {
        Sheet sheet = new Sheet(4);
        Random random = new Random(2);
        List<int[]> rows = new ArrayList<>();
        for (int row = 0; row < 40_000; row++) {
            sheet.add();
            int[] numbers = {row % 3, random.nextInt(1 + row), row == 39_000 ? Integer.MAX_VALUE : 0, row};
            rows.add(numbers);
            for (int column = 0; column < numbers.length; column++) {
                sheet.set(row, column, numbers[column]);
            }
        }
        sheet.set(7, 0, 1 << 20);
        rows.get(7)[0] = 1 << 20;

        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < 4; column++) {
                assertThat(sheet.get(row, column)).isEqualTo(rows.get(row)[column]);
            }
        }
    }

    @Test
    void bunchesHoldTheirRowsWhileOthersGrowAndShrink() {
        Bunches bunches = new Bunches();
        Random random = new Random(3);
        List<Integer> places = new ArrayList<>();
        List<Set<Integer>> wanted = new ArrayList<>();
        for (int step = 1; step < 200_000; step++) {
            int which = random.nextInt(1 + random.nextInt(40));
            if (which >= places.size()) {
                places.add(bunches.of(step, -step));
                wanted.add(new HashSet<>(Set.of(step, -step)));
            } else if (random.nextInt(3) > 0 || wanted.get(which).size() == 2) {
                places.set(which, bunches.with(places.get(which), step));
                wanted.get(which).add(step);
            } else {
                int row = wanted.get(which).iterator().next();
                places.set(which, bunches.without(places.get(which), row));
                wanted.get(which).remove(row);
            }
        }

        for (int which = 0; which < places.size(); which++) {
            Set<Integer> there = new HashSet<>();
            for (int i = 0; i < bunches.count(places.get(which)); i++) {
                there.add(bunches.row(places.get(which), i));
            }
            assertThat(there).isEqualTo(wanted.get(which));
            assertThat(places.get(which)).isLessThan(bunches.bound());
        }
    }
}
