package org.ruhu.tools.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    private final LineReader reader = new LineReader();

    @Test
    void linesAreNumberedAsAnEditorDoesAndBlankOnesAreLeftOut() {
        assertThat(read("{}\n\n \t\r\n{\"a\":1}\r\n{}")).extracting(RawLine::number).containsExactly(1L, 4L, 5L);
    }

    @Test
    void anEmptyStreamHasNoLines() {
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
    }

    @Test
    void aLineMayBeLongerThanTheBuffer() {
        String text = "{\"a\":\"" + "扎".repeat(100_000) + "\"}";
        assertThat(read(text + "\n" + text)).hasSize(2).allSatisfy(line ->
                assertThat(new String(line.bytes(), StandardCharsets.UTF_8)).isEqualTo(text));
    }

    @Test
    void aLineThatIsTooLongIsBadAndTheNextIsRead() {
        List<RawLine> lines = read("{\"a\":\"" + "x".repeat(Lines.LONGEST) + "\"}\n{\"b\":1}");
        assertThat(reader.read(lines.get(0))).isInstanceOf(Line.Bad.class);
        assertThat(reader.read(lines.get(1))).isInstanceOf(Line.Good.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "1", "null", "{\"a\":1}{}", "{\"a\":1,\"a\":1}", "{\"a\":\"\\u0000\"}",
        "{\"a\":[\"\\ud83d\"]}", "{\"\\uDE00\\ud83d\":1}", "{a:1}", "{\"a\":NaN}", "{\"\\u0000\":1}", "{'a':1}"})
    void whatTheServerWouldNotTakeIsBad(String text) {
        assertThat(reader.read(read(text).get(0))).isInstanceOf(Line.Bad.class);
    }

    @Test
    void deepNestingIsBadAndDoesNotBreakTheReader() {
        assertThat(reader.read(read("{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}").get(0)))
                .isInstanceOf(Line.Bad.class);
    }

    @Test
    void whatIsNotUtf8IsBadAndSaysSo() {
        byte[] latin = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(reader.read(new RawLine(3, latin, false))).isEqualTo(new Line.Bad(3, "is not UTF-8"));
    }

    @Test
    void aBadLineNeverQuotesWhatIsInIt() {
        Line line = reader.read(read("{\"name_zh\": 扎西}").get(0));
        assertThat(line).isInstanceOf(Line.Bad.class);
        assertThat(((Line.Bad) line).why()).doesNotContain("扎西");
    }

    @Test
    void aByteOrderMarkInFrontIsNoMistake() {
        assertThat(reader.read(read("\uFEFF{}").get(0))).isInstanceOf(Line.Good.class);
    }

    /** What the server would take for a mistake is no object here either, whatever a parser may guess of it. */
    @Test
    void onlyTheFirstLineMayBeginWithAMarkAndNoneIsInAnotherEncoding() {
        byte[] marked = "\uFEFF{}".getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(new RawLine(2, marked, false))).isInstanceOf(Line.Bad.class);
        byte[] utf16 = "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE);
        assertThat(reader.read(new RawLine(1, utf16, false))).isInstanceOf(Line.Bad.class);
    }

    @Test
    void whatStandsForBytesThatAreNoneMayBeWrittenItself() {
        assertThat(reader.read(read("{\"a\":\"\uFFFD\"}").get(0))).isInstanceOf(Line.Good.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {65_520, 65_535, 65_536, 65_537, 131_072, 200_000})
    void linesAroundTheEndOfTheBufferAreWhole(int length) {
        String text = "{\"a\":\"" + "x".repeat(length) + "\"}";
        assertThat(read(text + "\n{}\n" + text)).extracting(line -> new String(line.bytes(), StandardCharsets.UTF_8))
                .containsExactly(text, "{}", text);
    }

    @Test
    void gzipIsUnpackedAlsoInSeveralParts() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (String part : List.of("{\"a\":1}\n", "{\"b\":2}\n")) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(part.getBytes(StandardCharsets.UTF_8));
            }
        }
        List<RawLine> lines = new ArrayList<>();
        new Lines(Packed.unpacked(new ByteArrayInputStream(packed.toByteArray()))).forEachRemaining(lines::add);
        assertThat(lines).hasSize(2);
    }

    @Test
    void theLatestLineOfASubmissionIsTheOneWithItsHighestNumber(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lines"), String.join("\n",
                revision("a", 1), revision("b", 2), "not json", revision("a", 3), revision("a", 2), revision("b", 2),
                "{}"));
        Archive archive = Archive.of(file);
        LatestLines latest = LatestLines.in(archive);
        List<Long> numbers = new ArrayList<>();
        try (Lines lines = archive.lines()) {
            latest.of(lines).forEachRemaining(line -> numbers.add(line.number()));
        }
        assertThat(numbers).containsExactly(2L, 3L, 4L, 7L);
        assertThat(latest.submissions()).isEqualTo(2);
    }

    @Test
    void theLatestAreFoundAmongManySubmissions(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int number = 1; number <= 2; number++) {
            for (int i = 0; i < 5000; i++) {
                text.append(revision("s" + i, number)).append('\n');
            }
        }
        LatestLines latest = LatestLines.in(Archive.of(Files.writeString(folder.resolve("lines"), text)));
        List<Long> numbers = new ArrayList<>();
        latest.of(new Lines(Files.newInputStream(folder.resolve("lines"))))
                .forEachRemaining(line -> numbers.add(line.number()));
        assertThat(numbers).hasSize(5000).allMatch(number -> number > 5000);
    }

    @Test
    void aCopyIsGoneAfterwards() throws IOException {
        try (Archive archive = Archive.copyOf(new ByteArrayInputStream("{}\n".getBytes(StandardCharsets.UTF_8)))) {
            for (int again = 0; again < 2; again++) {
                try (Lines lines = archive.lines()) {
                    assertThat(lines).hasNext();
                }
            }
        }
    }

    private static String revision(String submission, int number) {
        return "{\"form\":{\"name\":\"x\",\"submission\":\"no\"},\"number\":" + number + ",\"submission\":\""
                + submission + "\"}";
    }

    private static List<RawLine> read(String text) {
        List<RawLine> lines = new ArrayList<>();
        new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).forEachRemaining(lines::add);
        return lines;
    }
}
