package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final Formats.Wish ENGLISH = new Formats.Wish("en", false);

    @Test
    void everyWordMakesAFormatAndNoOtherDoes() {
        assertThat(Formats.words()).startsWith("csv").doesNotHaveDuplicates()
                .allSatisfy(word -> assertThat(Formats.of(word, ENGLISH)).as(word).isPresent());
        assertThat(Formats.of("csv", new Formats.Wish("zh", true))).contains(new CsvFormat(true));
        assertThat(Formats.of("dbf", ENGLISH)).isEmpty();
    }

    @Test
    void labelsAreInALanguageThereIs() {
        assertThatThrownBy(() -> new Formats.Wish("fr", false)).hasMessageContaining("fr");
    }
}
