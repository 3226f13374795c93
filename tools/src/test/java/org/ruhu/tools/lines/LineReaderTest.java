package org.ruhu.tools.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

    private final LineReader reader = new LineReader();

    private Line read(String text) {
        return reader.read(new RawLine(1, text.getBytes(StandardCharsets.UTF_8), false));
    }

    /** Of two answers to one question nobody knows which was meant. */
    @ParameterizedTest
    @ValueSource(strings = {"{'a': 1, 'a': 2}", "{'x': {'b': 1, 'b': 1}}", "{'x': [{'b': 1, 'b': 2}]}",
        "{'x': [[{'b': {}, 'c': 1, 'b': []}]]}", "{'a': 1, '\\u0061': 2}"})
    void aKeySaidTwiceIsNotReadHoweverDeep(String line) {
        assertThat(read(line.replace('\'', '"'))).isInstanceOf(Line.Bad.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'a': 1, 'A': 2}", "{'a': {'a': 1}, 'x': [{'a': 1}, {'a': 2}]}"})
    void theSameKeyElsewhereIsAnother(String line) {
        assertThat(read(line.replace('\'', '"'))).isInstanceOf(Line.Good.class);
    }
}
