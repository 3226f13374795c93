package org.ruhu.server.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ruhu.server.link.Places.Place;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.lookup.LookupIndex;
import org.ruhu.tools.link.settings.ModelReader;
import org.ruhu.tools.link.settings.SettingsReader;

class ShelfTest {

    private final LookupIndex index = new LookupIndex(census());
    private final Shelf shelf = new Shelf(index);

    private static Model census() {
        try (InputStream in = ModelFile.class.getResourceAsStream("census-model.json")) {
            return ModelReader.read(SettingsReader.json(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void knowsOfWhomEachRowIsHoweverOftenSourcesComeAgain() {
        Random random = new Random(1);
        Map<Long, Integer> members = new HashMap<>();
        for (int turn = 0; turn < 1_000; turn++) {
            long source = random.nextInt(200);
            int sign = source % 2 == 0 ? 1 : -1;
            shelf.remove(place(source, sign));
            int count = random.nextInt(4);
            for (int member = 1; member <= count; member++) {
                shelf.add(place(source, sign * member), raw(source, member));
            }
            members.put(source, count);
        }

        assertThat(index.size()).isEqualTo(members.values().stream().mapToInt(Integer::intValue).sum());
        members.forEach((source, count) -> IntStream.rangeClosed(1, 3).forEach(member -> {
            Place place = place(source, source % 2 == 0 ? member : -member);
            List<Place> found = index.like(-100, raw(source, member)).hits().stream()
                    .map(hit -> shelf.place(hit.row())).toList();
            assertThat(found.contains(place)).isEqualTo(member <= count);
        }));
    }

    @Test
    void personsOfASourceThatDoNotComeAtOnceAreRemovedTogether() {
        shelf.add(place(1, 1), raw(1, 1));
        shelf.add(place(2, 1), raw(2, 1));
        shelf.add(place(1, 2), raw(1, 2));
        shelf.add(place(3, 1), raw(3, 1));
        shelf.remove(place(1, 7));

        assertThat(index.size()).isEqualTo(2);
        assertThat(IntStream.of(1, 3).mapToObj(shelf::place).map(Place::low)).containsExactly(2L, 3L);
    }

    private static Place place(long source, int line) {
        return new Place(source / 3, source, line);
    }

    /** Everybody is born on a day and lives in a village with others, and has a name of their own. */
    private String[] raw(long source, int member) {
        Map<String, String> values = Map.of("name_zh", "扎西", "sex", "1", "birth_date",
                "1%03d-%02d-11".formatted(900 + source % 100, member + 3 * (source / 100)), "area", "540302100201");
        return index.sources().stream().map(name -> values.getOrDefault(name, "")).toArray(String[]::new);
    }
}
