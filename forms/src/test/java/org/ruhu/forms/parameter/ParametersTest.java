package org.ruhu.forms.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ruhu.forms.Catalogue;

class ParametersTest {

    private static final String VILLAGE = "549901100201";
    private static final LocalDate DAY = LocalDate.parse("2020-06-30");

    @Test
    void thePovertyLineOfAYearIsInTheTables() {
        Parameters bundled = Parameters.bundled();

        assertThat(bundled.resolve("poverty_line", VILLAGE, LocalDate.parse("2020-12-31")).orElseThrow().value())
                .isEqualTo(IntNode.valueOf(4000));
        assertThat(bundled.resolve("poverty_line", VILLAGE, LocalDate.parse("2019-12-31")).orElseThrow().value())
                .isEqualTo(IntNode.valueOf(3218));
        assertThat(bundled.resolve("poverty_line", VILLAGE, LocalDate.parse("2009-12-31"))).isEmpty();
        assertThat(bundled.resolve("no_such_line", VILLAGE, DAY)).isEmpty();
    }

    @Test
    void everyParameterABundledFormAsksForIsInTheTablesAndOfItsType() {
        assertThat(Catalogue.bundled().forms()).allSatisfy(form ->
                assertThat(form.schema().path("x-context").properties())
                        .filteredOn(declared -> declared.getValue().has("parameter"))
                        .allSatisfy(declared -> assertThat(Parameters.bundled()
                                .parameter(declared.getValue().path("parameter").asText()).orElseThrow().type().word())
                                .isEqualTo(declared.getValue().path("type").asText())));
    }

    @Test
    void theLongestAreaWinsAndOfOneAreaTheNewestVersion() {
        Parameters lines = lines(value("", 1, 4000), value("54", 1, 4100), value("54", 2, 4300), value("5499", 1, 4200));

        assertThat(lines.resolve("line", VILLAGE, DAY)).hasValue(resolved("5499", 1, 4200));
        assertThat(lines.resolve("line", "540302100201", DAY)).hasValue(resolved("54", 2, 4300));
        assertThat(lines.resolve("line", "110101001001", DAY)).hasValue(resolved("", 1, 4000));
        assertThat(lines.resolve("line", "5", DAY)).hasValue(resolved("", 1, 4000));
    }

    @Test
    void whatIsAddedLaterComesFirstForItsAreaWhateverItsVersion() {
        Parameters added = lines(value("54", 7, 4000), value("540302", 1, 4500))
                .with(List.of(parameter(ParameterType.NUMBER, value("54", 2, 4100))));

        assertThat(added.resolve("line", "540402100201", DAY)).hasValue(resolved("54", 2, 4100));
        assertThat(added.resolve("line", "540302100201", DAY)).hasValue(resolved("540302", 1, 4500));
        assertThatThrownBy(() -> added.with(List.of(parameter(ParameterType.DATE))))
                .hasMessage("line is a number, not a date");
    }

    @Test
    void aValueHoldsFromItsFirstDayToItsLast() {
        ParameterValue year = value("", 1, 4000);

        assertThat(List.of("2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01"))
                .map(day -> year.holds("", LocalDate.parse(day))).containsExactly(false, true, true, false);
        assertThat(new ParameterValue("", DAY, Optional.empty(), IntNode.valueOf(1), "s", true, 1)
                .holds("54", LocalDate.parse("2999-01-01"))).isTrue();
    }

    @Test
    void aFileMayHoldOneParameterOrSeveral() {
        assertThat(read("""
                {"name":"line","type":"number","title":{"zh":"线","en":"Line"},"values":[]}""")).hasSize(1);
        assertThat(read("""
                {"parameters":[{"name":"line","type":"number","title":{"zh":"线","en":"Line"},"values":[]},
                {"name":"veto","type":"boolean","unit":"x","title":{"zh":"否","en":"Veto"},"values":[
                {"area":"54","from":"2020-01-01","value":true,"source":"s","version":2}]}]}"""))
                .extracting(Parameter::name).containsExactly("line", "veto");
    }

    @Test
    void theHigherVersionHoldsWhereverItStandsInTheFile() {
        Parameters lines = Parameters.of(read("""
                {"name":"line","type":"number","title":{"zh":"线","en":"Line"},"values":[
                {"area":"","from":"2020-01-01","value":2,"source":"s","version":2},
                {"area":"","from":"2019-01-01","value":1,"source":"s"}]}"""));

        assertThat(lines.resolve("line", VILLAGE, DAY).orElseThrow().version()).isEqualTo(2);
        assertThat(lines.resolve("line", VILLAGE, LocalDate.parse("2019-06-30")).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void everythingWrongIsNamedByFileLineAndField() {
        assertThatThrownBy(() -> read("""
                {"name":"Line","type":"money","title":{"zh":"线"},"values":{},"colour":1}"""))
                .hasMessageContainingAll("t.json line 1 colour: is no field of a parameter",
                        "t.json line 1 name: is small letters", "t.json line 1 title: has the languages zh and en",
                        "t.json line 1 type: is boolean, number, text or date", "t.json line 1 values: is a list");
        assertThatThrownBy(() -> read("""
                {"name":"line","type":"number","title":{"zh":"线","en":"Line"},"values":[
                  {"area":"","from":"2020-01-01","value":4000,"source":"s"},
                  {"area":"549","from":"2020-02-30",
                   "value":"4000","verified":1,"version":0, "note":1},
                  {"area":"54","from":"2020-01-01","to":"2019-01-01","value":1e15,"source":" "},
                  {"area":"","from":"2020-05-01","value":4100,"source":"s"}]}"""))
                .hasMessageContainingAll("t.json line 3 area: is \"\" for the country", "t.json line 3 from: is not a day",
                        "t.json line 4 value: is not a number", "t.json line 4 verified: is true or false",
                        "t.json line 4 version: counts from 1", "t.json line 4 note: is no field",
                        "t.json line 3 source: says from where", "t.json line 5 to: is before from",
                        "t.json line 5 value: is not a number", "t.json line 5 source: says from where",
                        "t.json line 6 version: another value holds for area '' at that time");
    }

    @Test
    void whatIsNoJsonIsNamedByLineToo() {
        assertThatThrownBy(() -> read("{\n \"name\": }")).isInstanceOf(ParameterProblem.class)
                .hasMessageStartingWith("t.json line 2: is not JSON");
        assertThatThrownBy(() -> read("{\"name\":1,\n\"name\":2}")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("t.json line 1: is an object");
        assertThatThrownBy(() -> read("")).isInstanceOf(ParameterProblem.class);
        assertThatThrownBy(() -> read("{} {}")).isInstanceOf(ParameterProblem.class);
    }

    @Test
    void aSpreadsheetsTextIsReadByTheType() {
        assertThat(ParameterType.NUMBER.read("4000.50").orElseThrow().decimalValue()).isEqualByComparingTo("4000.5");
        assertThat(List.of("", "4,000", "1e3", "NaN", "9999999999999999")).allSatisfy(text ->
                assertThat(ParameterType.NUMBER.read(text)).isEmpty());
        assertThat(ParameterType.BOOLEAN.read("TRUE").orElseThrow().booleanValue()).isTrue();
        assertThat(ParameterType.BOOLEAN.read("1")).isEmpty();
        assertThat(ParameterType.DATE.read("2020-02-29")).hasValue(TextNode.valueOf("2020-02-29"));
        assertThat(ParameterType.DATE.read("2021-02-29")).isEmpty();
        assertThat(ParameterType.TEXT.read("x")).hasValue(TextNode.valueOf("x"));
    }

    private static List<Parameter> read(String text) {
        return ParameterFile.read("t.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Parameters lines(ParameterValue... values) {
        return Parameters.of(List.of(parameter(ParameterType.NUMBER, values)));
    }

    private static Parameter parameter(ParameterType type, ParameterValue... values) {
        return new Parameter("line", type, Optional.of("yuan"), Map.of("zh", "线", "en", "Line"), List.of(values));
    }

    private static ParameterValue value(String area, int version, int value) {
        return new ParameterValue(area, LocalDate.parse("2020-01-01"), Optional.of(LocalDate.parse("2020-12-31")),
                IntNode.valueOf(value), "made up", true, version);
    }

    private static Resolved resolved(String area, int version, int value) {
        return new Resolved(IntNode.valueOf(value), "made up", area, version);
    }
}
