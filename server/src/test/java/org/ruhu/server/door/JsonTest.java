package org.ruhu.server.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static JsonNode read(String text) {
        return Json.read(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "{", "[1,", "{\"a\"", "{\"a\":", "{\"a\":1", "\"open", "tru", "1 2", "{} {}", "{}x", "[1]]", "{a:1}", "'a'",
            "{\"a\":1,}", "[,]", "01", "+1", ".5", "1.", "1e", "0x10", "NaN", "Infinity", "-Infinity", "nul", "// c\n1", "1 /* c */",
            "\"tab\there\"", "\"line\nbreak\"", "\"\\x\"", "\"\\u12\"", "\uFEFF{}"})
    void whatIsNotJsonIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNREADABLE_JSON));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
            "a member twice, {\"a\":1;\"a\":1}",
            "a member twice under another spelling, {\"a\":1;\"\\u0061\":2}",
            "a member twice deep inside, [{\"a\":{\"b\":1;\"b\":2}}]",
            "NUL in a text, {\"a\":\"x\\u0000y\"}",
            "NUL in a name, {\"a\\u0000\":1}",
            "half a character, \"\\ud83d\"",
            "the other half, \"\\ude00 \"",
            "halves in the wrong order, \"\\ude00\\ud83d\"",
            "a number beyond any double, 1e400",
            "a number beyond any double below zero, -1e400",
            "a whole number beyond any double, 1e309",
            "an exponent beyond any number, 1e99999999999",
            "a number too near to zero, 1e-400"})
    void whatNotEveryReaderTakesAlikeIsRefused(String what, String text) {
        assertThatThrownBy(() -> read(text.replace(';', ','))).as(what).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNREADABLE_JSON));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
            "a lone continuation byte, 2280 22",
            "an overlong slash, 22c0af22",
            "an overlong NUL, 22c08022",
            "half a surrogate pair as bytes, 22eda08022",
            "beyond the last code point, 22f490808022",
            "a character cut off, 22e4b8",
            "GBK instead of UTF-8, 22d6d022",
            "UTF-16, fffe7b007d00"})
    void bytesThatAreNotUtf8AreRefused(String what, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertThatThrownBy(() -> Json.read(bytes)).as(what).isInstanceOf(Refusal.class);
    }

    @Test
    void sixtyFourLevelsAreTakenAndOneMoreIsNot() {
        assertThat(read("[".repeat(64) + "]".repeat(64)).isArray()).isTrue();
        assertThatThrownBy(() -> read("[".repeat(65) + "]".repeat(65))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> read("{\"a\":".repeat(100_000))).isInstanceOf(Refusal.class);
    }

    @Test
    void aVeryLongNumberIsRefused() {
        assertThatThrownBy(() -> read("1".repeat(401))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> read("0." + "1".repeat(500))).isInstanceOf(Refusal.class);
    }

    @Test
    void numbersKeepEveryDigit() {
        assertThat(read("9007199254740993").bigIntegerValue()).isEqualTo("9007199254740993");
        assertThat(read("123456789012345678901234567890").bigIntegerValue()).isEqualTo("123456789012345678901234567890");
        assertThat(read("0.1000000000000000055511151231257827").decimalValue().toPlainString())
                .isEqualTo("0.1000000000000000055511151231257827");
        assertThat(read("-0").intValue()).isZero();
        assertThat(read("1e3").decimalValue().intValueExact()).isEqualTo(1000);
    }

    @Test
    void textBeyondTheBasicPlaneIsKept() {
        assertThat(read("\"\\ud842\\udfb7 𠮷 扎西 བཀྲ་ཤིས\"").textValue()).isEqualTo("𠮷 𠮷 扎西 བཀྲ་ཤིས");
    }

    @Test
    void aRefusalNamesThePlaceAndNotWhatStandsThere() {
        assertThatThrownBy(() -> read("{\"name\":\n \"扎西\", \"id\": 54990219900102 x}"))
                .hasMessageContaining("line 2").hasMessageNotContaining("扎西").hasMessageNotContaining("549902");
    }

    @Test
    void aDocumentOfOurOwnMayHoldWhatWasTakenFromOutsideDeeper() {
        ObjectNode kept = Json.object();
        kept.set("body", read("[".repeat(64) + "]".repeat(64)));
        assertThat(Json.own(Json.bytes(kept))).isEqualTo(kept);
    }

    @Test
    void aDamagedDocumentOfOurOwnIsOurFaultNotTheSenders() {
        assertThatThrownBy(() -> Json.own("{\"a\"")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Json.own("[]")).isInstanceOf(IllegalStateException.class);
    }
}
