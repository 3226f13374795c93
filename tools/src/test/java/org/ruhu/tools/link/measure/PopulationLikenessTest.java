package org.ruhu.tools.link.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.link.condition.Vocabulary;
import org.ruhu.tools.link.table.Dictionary;
import org.ruhu.tools.link.table.Values;

class PopulationLikenessTest {

    @ParameterizedTest(name = "{0} of {1} and {2} is {3}")
    @CsvSource({
        "tibetan_name, 扎西次仁, 札西泽仁, 1",
        "tibetan_name, 扎次, 扎西次仁, 0.9",
        "tibetan_name, 卓玛, 卓嘎, 0",
        "tibetan_name, ---, ---, 0",
        "id_likeness, 549901198501010019, 549901198501010091, 0.95",
        "id_likeness, 549901198501010019, 549901198501010027, 0.5",
    })
    void ofTwoColumnsAndOfOne(String measure, String left, String right, double expected) {
        Dictionary both = new Dictionary();
        int a = both.code(left);
        int b = both.code(right);
        Values values = both.values();
        Likeness ofOne = Measures.named(measure).between(values, values);
        assertThat(ofOne.of(a, b)).isEqualTo(expected);
        assertThat(ofOne.reaches(expected, b, a)).isTrue();
        assertThat(Measures.named(measure).between(only(left), only(right)).of(1, 1)).isEqualTo(expected);
    }

    @Test
    void everyMeasureThatConditionsMayNameIsThere() {
        for (String name : Vocabulary.names()) {
            if (!name.equals("missing")) {
                assertThat(Measures.named(name)).as(name).isNotNull();
            }
        }
    }

    private static Values only(String text) {
        Dictionary dictionary = new Dictionary();
        dictionary.code(text);
        return dictionary.values();
    }
}
