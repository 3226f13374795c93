package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that were published about counties and provinces, reckoned again by the expressions forms are written in. */
class PublishedFiguresTest {

    private static final String NUMBERS = """
            {'part': {'type': 'number'}, 'base': {'type': 'number'}, 'rate': {'type': 'number'}, 'years': {'type': 'number'},
             'percent': {'type': 'number', 'x-question': {'calculate': 'round(100 * part / base, 2)'}},
             'ratio': {'type': 'number', 'x-question': {'calculate': 'round(part / base, 2)'}},
             'implied': {'type': 'number', 'x-question': {'calculate': 'round(100 * part / rate, 0)'}},
             'a_year': {'type': 'number', 'x-question': {'calculate': 'round(part / years, 3)'}}}""";
    private static final FormVersion FORM = FormSource.form(NUMBERS, """
            'x-sections': [{'name': 'A', 'questions': ['/part', '/base', '/rate', '/years', '/percent', '/ratio', '/implied', '/a_year']}],
            'x-checks': [
              {'code': 'NET', 'severity': 'hard', 'rule': 'percent <= 100', 'refers': ['/part', '/base']},
              {'code': 'RATE', 'severity': 'soft', 'rule': 'abs(percent - rate) <= 0.005', 'refers': ['/rate']},
              {'code': 'BASE', 'severity': 'soft', 'rule': 'abs(100 * part / rate - base) <= 0.5', 'refers': ['/base']}]""");

    @ParameterizedTest(name = "{0} of {1} {3} is {2} %")
    @CsvSource(textBlock = """
            782, 852, 91.78, projects planned
            690, 782, 88.24, projects started
            690, 852, 80.99, projects planned
            807734, 807826, 99.99, households due
            """)
    void aRateIsSomethingOnlyWithItsBase(BigDecimal part, BigDecimal base, String rate, String of) {
        Interview interview = interview(Map.of("part", part, "base", base, "rate", new BigDecimal(rate)));

        assertThat(interview.value("/percent")).hasToString(rate);
        assertThat(interview.verdict("RATE")).isInstanceOf(Verdict.Holds.class);
    }

    /** 690 of 782 was printed beside 852 planned: read as a share of those it is found. */
    @ParameterizedTest(name = "{0} of {1} is not {2} %")
    @CsvSource({"690, 852, 88.24", "782, 690, 91.78"})
    void aRateOfAnotherBaseIsFound(BigDecimal part, BigDecimal base, BigDecimal rate) {
        assertThat(interview(Map.of("part", part, "base", base, "rate", rate)).verdict("RATE"))
                .isInstanceOf(Verdict.Fails.class);
    }

    @ParameterizedTest(name = "{0} being {1} %, the base is {2}, not {3}")
    @CsvSource(textBlock = """
            120, 93.02, 129, 128
            680, 62.79, 1083, 1119
            863, 85.55, 1009, 1127
            """)
    void aCountAndARateImplyTheirBase(BigDecimal part, BigDecimal rate, BigDecimal implied, BigDecimal other) {
        Map<String, BigDecimal> told = Map.of("part", part, "rate", rate);

        assertThat(interview(told).value("/implied").decimalValue()).isEqualByComparingTo(implied);
        assertThat(interview(with(told, "base", implied)).verdict("BASE")).isInstanceOf(Verdict.Holds.class);
        assertThat(interview(with(told, "base", other)).verdict("BASE")).isInstanceOf(Verdict.Fails.class);
    }

    @ParameterizedTest(name = "{1} people in {0} households are {2} each")
    @CsvSource(textBlock = """
            38400, 194600, 5.07
            1146, 7211, 6.29
            7568, 267490000, 35344.87
            """)
    void peopleAreDividedByHouseholds(BigDecimal households, BigDecimal people, BigDecimal each) {
        assertThat(interview(Map.of("part", people, "base", households)).value("/ratio").decimalValue())
                .isEqualByComparingTo(each);
    }

    @ParameterizedTest(name = "{0} in {1} years are {2} a year")
    @CsvSource({"9320000, 8, 1165000", "9.32, 8, 1.165"})
    void aTotalIsDividedByItsYears(BigDecimal total, BigDecimal years, BigDecimal each) {
        assertThat(interview(Map.of("part", total, "years", years)).value("/a_year").decimalValue())
                .isEqualByComparingTo(each);
    }

    @ParameterizedTest(name = "{0} % is {1} as a net rate")
    @CsvSource({"99.85, true", "100, true", "100.38, false"})
    void aGrossRateMayPassAHundredANetRateMayNot(BigDecimal rate, boolean possible) {
        Interview interview = interview(Map.of("part", rate, "base", new BigDecimal(100), "rate", rate));

        assertThat(interview.verdict("NET"))
                .isInstanceOf(possible ? Verdict.Holds.class : Verdict.Fails.class);
        assertThat(interview.verdict("RATE")).isInstanceOf(Verdict.Holds.class);
    }

    private static Map<String, BigDecimal> with(Map<String, BigDecimal> told, String name, BigDecimal number) {
        Map<String, BigDecimal> more = new HashMap<>(told);
        more.put(name, number);
        return more;
    }

    private static Interview interview(Map<String, BigDecimal> numbers) {
        ObjectNode answers = (ObjectNode) FormSource.json("{}");
        numbers.forEach(answers::put);
        return FORM.interview(new Answers(answers, Map.of()), Context.of(Map.<String, JsonNode>of()));
    }
}
