package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.ShortNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<JsonNode> fives() {
        return Stream.of(IntNode.valueOf(5), LongNode.valueOf(5), ShortNode.valueOf((short) 5), DoubleNode.valueOf(5),
                FloatNode.valueOf(5), BigIntegerNode.valueOf(BigInteger.valueOf(5)),
                DecimalNode.valueOf(new BigDecimal("5.00")), DecimalNode.valueOf(new BigDecimal("0.5e1")));
    }

    @ParameterizedTest
    @MethodSource("fives")
    void fiveIsFiveHoweverItIsKept(JsonNode five) {
        assertThat(Canonical.digest(five)).isEqualTo(Canonical.digest(IntNode.valueOf(5)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "0e9, 0", "1e2, 100", "1.50, 1.5", "1e-7, 0.0000001", "-1200, -1200",
        "0.1000000000000000055511151231257827, 0.1", "9007199254740993, 9007199254740992"})
    void numbersAreWrittenAsTheDoublesTheyTravelAs(String written, String canonical) {
        assertThat(Canonical.text(DecimalNode.valueOf(new BigDecimal(written)))).isEqualTo(canonical);
        assertThat(Canonical.text(DoubleNode.valueOf(Double.parseDouble(written)))).isEqualTo(canonical);
    }

    @Test
    void numbersBeyondDoublesKeepTheirDigitsButNotTheirZeros() {
        assertThat(Canonical.text(DecimalNode.valueOf(new BigDecimal("12e398")))).hasSize(400).startsWith("1200");
        assertThat(Canonical.text(DecimalNode.valueOf(new BigDecimal("12e999999999")))).isEqualTo("1.2E+1000000000");
        assertThat(Canonical.text(DecimalNode.valueOf(new BigDecimal("1e-999999999")))).isEqualTo("0");
    }

    @Test
    void keysAreInTheOrderOfTheirCodePoints() throws Exception {
        assertThat(Canonical.text(JSON.readTree("{\"b\": [1, {}, []], \"\uFFFD\": 1, \"\uD83D\uDE00\": 2, \"a\": null}")))
                .isEqualTo("{\"a\":null,\"b\":[1,{},[]],\"\uFFFD\":1,\"\uD83D\uDE00\":2}");
    }

    @Test
    void textsAreEscapedOnlyWhereTheyMust() {
        assertThat(Canonical.text(TextNode.valueOf("扎\"\\/\b\f\n\r\t\u0001\u007f"))).isEqualTo(
                "\"扎\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007f\"");
    }

    @Test
    void halvesOfCharactersStayDifferent() {
        assertThat(Canonical.text(TextNode.valueOf("\ud83d\ude00\ud83dx\ude00")))
                .isEqualTo("\"\ud83d\ude00\\ud83dx\\ude00\"");
        assertThat(Canonical.digest(TextNode.valueOf("\ud83d"))).isNotEqualTo(Canonical.digest(TextNode.valueOf("?")));
    }

    @Test
    void whatIsNoJsonIsNull() {
        assertThat(Stream.of(MissingNode.getInstance(), DoubleNode.valueOf(Double.NaN),
                FloatNode.valueOf(Float.POSITIVE_INFINITY), new POJONode("x")).map(Canonical::text))
                .containsOnly("null");
    }

    @Test
    void anotherAnswerHasAnotherDigest() throws Exception {
        assertThat(Canonical.digest(JSON.readTree("{\"a\":1}"))).hasSize(64)
                .isNotEqualTo(Canonical.digest(JSON.readTree("{\"a\":\"1\"}")))
                .isNotEqualTo(Canonical.digest(JSON.readTree("{\"a\":[1]}")));
    }
}
