package org.ruhu.tools.link.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Derived;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.Settings.Thresholds;
import org.ruhu.tools.link.Settings.Training;
import org.ruhu.tools.link.condition.ConditionPrinter;

class SettingsReaderTest {

    private static final String PLAIN = "'settings': 'ruhu-linkage/1', 'blocking': ['dob'],"
            + " 'comparisons': [{'column': 'dob', 'levels': ['exact']}]";

    @Test
    void littleIsEnough() {
        Settings settings = read("{" + PLAIN + "}");
        assertThat(settings.id()).isEmpty();
        assertThat(settings.scope()).isEqualTo(Scope.WITHIN);
        assertThat(settings.columns()).isEmpty();
        assertThat(settings.training()).isEqualTo(Training.USUAL);
        assertThat(settings.thresholds()).isEqualTo(Thresholds.CHOSEN);
        assertThat(settings.comparisons().get(0).name()).isEqualTo("dob");
    }

    @Test
    void whatIsMeantWithoutLinkDependsOnTheInputs() {
        String text = ("{" + PLAIN + "}").replace('\'', '"');
        assertThat(SettingsReader.read(SettingsReader.json(text), List.of("dob"), Scope.ACROSS).scope())
                .isEqualTo(Scope.ACROSS);
    }

    @Test
    void aRuleIsATextOrAnObject() {
        Settings settings = read("{'settings': 'ruhu-linkage/1', 'comparisons': [{'column': 'dob', 'levels': ['exact']}],"
                + "'blocking': ['surname:first 3 + dob:year', '\\\"family name\\\":lower,first 1+phones:each',"
                + " {'name': 'post', 'on': ['postcode', {'column': 'given', 'clean': ['soundex']}], 'most': 70}]}");
        assertThat(settings.blocking()).containsExactly(
                new Rule("surname:first 3 + dob:year", List.of(key("surname", "first:3"), key("dob", "year")), Rule.MOST),
                new Rule("\"family name\":lower,first 1+phones:each", List.of(key("family name", "lower", "first:1"),
                        new Rule.Key("phones", List.of(), true)), Rule.MOST),
                new Rule("post", List.of(key("postcode"), key("given", "soundex")), 70));
    }

    @Test
    void columnsAreMadeOfThoseOfTheInput() {
        Settings settings = read("{" + PLAIN + ", 'columns': {'given_name': ['lower', 'first 3'],"
                + " 'full': {'from': ['given_name', 'surname'], 'clean': ['lower']}, 'dob': {'clean': ['date:yyyyMMdd']},"
                + " 'raw': {'from': 'x', 'join': ''}}}");
        assertThat(settings.columns()).containsExactly(
                java.util.Map.entry("given_name", new Derived(List.of("given_name"), " ", List.of("lower", "first:3"))),
                java.util.Map.entry("full", new Derived(List.of("given_name", "surname"), " ", List.of("lower"))),
                java.util.Map.entry("dob", new Derived(List.of("dob"), " ", List.of("date:yyyyMMdd"))),
                java.util.Map.entry("raw", new Derived(List.of("x"), "", List.of("trim"))));
    }

    @Test
    void aKindBecomesLevelsAndCleansItsColumn() {
        Settings settings = read("{'settings': 'ruhu-linkage/1', 'blocking': ['surname'],"
                + " 'comparisons': [{'column': 'surname', 'kind': 'name'}, {'column': 'dob', 'kind': 'date', 'format': 'dd/MM/yyyy'}]}");
        Comparison surname = settings.comparisons().get(0);
        assertThat(surname.levels().get(0).frequency()).contains("surname");
        assertThat(ConditionPrinter.print(surname.levels().get(1).when())).isEqualTo("jaro_winkler(surname) >= 0.92");
        assertThat(settings.columns().get("surname").clean()).contains("lower", "letters");
        assertThat(settings.columns().get("dob").clean()).containsExactly("date:dd/MM/yyyy");
    }

    @Test
    void aKindLeavesAListedColumnAlone() {
        Settings settings = read("{'settings': 'ruhu-linkage/1', 'columns': {'surname': ['upper']}, 'blocking': ['surname'],"
                + " 'comparisons': [{'column': 'surname', 'kind': 'name', 'frequency': false}]}");
        assertThat(settings.columns().get("surname").clean()).containsExactly("upper");
        assertThat(settings.comparisons().get(0).levels().get(0).frequency()).isEmpty();
    }

    @Test
    void twoNamesMayBeExchanged() {
        Settings settings = read("{'settings': 'ruhu-linkage/1', 'blocking': ['b'],"
                + " 'comparisons': [{'columns': ['a', 'b'], 'kind': 'forename-surname'}]}");
        Comparison names = settings.comparisons().get(0);
        assertThat(ConditionPrinter.print(names.levels().get(1).when())).isEqualTo("exact(a, b) and exact(b, a)");
        assertThat(names.levels().get(0).frequency()).contains("a b");
        assertThat(settings.columns().get("a b").from()).containsExactly("a", "b");
        assertThat(ConditionPrinter.print(names.missing())).isEqualTo("missing(a) and missing(b)");
    }

    @Test
    void whatIsMissingIsAllThatTheLevelsLookAt() {
        Settings settings = read("{'settings': 'ruhu-linkage/1', 'blocking': ['a'], 'comparisons': [{'name': 'n',"
                + " 'levels': ['exact(a) and exact(b)', {'when': 'exact(a)', 'label': 'one', 'frequency': 'a'}]}]}");
        Comparison comparison = settings.comparisons().get(0);
        assertThat(ConditionPrinter.print(comparison.missing())).isEqualTo("missing(a) and missing(b)");
        assertThat(comparison.levels().get(0).label()).isEqualTo("exact(a) and exact(b)");
        assertThat(comparison.levels().get(1).frequency()).isEqualTo(Optional.of("a"));
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
        "'colums': {}                                          | /colums                  | nobody knows the member 'colums'; did you mean 'columns'?",
        "'id': 7                                               | /id                      | must be a text that is not empty; it is 7",
        "'link': 'between'                                     | /link                    | is neither",
        "'oneToOne': 'yes'                                     | /oneToOne                | must be true or false; it is \"yes\"",
        "'columns': []                                         | /columns                 | must be an object; it is a list",
        "'columns': {'x': ['lowr']}                            | /columns/x               | there is no cleaner 'lowr'",
        "'columns': {'x/y': {'form': 'z'}}                     | /columns/x~1y/form       | did you mean 'from'?",
        "'columns': {'x': {'from': []}}                        | /columns/x/from          | needs one column of the input",
        "'columns': {'x': {'others': 'y'}}                     | /columns/x               | needs \"household\"",
        "'columns': {'x': {'others': 'y', 'household': 'h', 'clean': []}} | /columns/x/clean | nobody knows the member 'clean'",
        "'columns': {'x': {'others': 'x', 'household': 'h'}}   | /columns/x/others        | 'x' tells of other records itself",
        "'columns': {'x': {'clean': ['first']}}                | /columns/x/clean         | as in first:3",
        "'training': {'seeds': 1}                              | /training/seeds          | did you mean 'seed'?",
        "'training': {'recall': 1.5}                           | /training/recall         | must be a probability, more than 0 and less than 1; it is 1.5",
        "'training': {'sessions': ['surname']}                 | /training/sessions       | 'surname' is no name of a blocking rule; they are dob",
        "'training': {'iterations': 0}                         | /training/iterations     | must be a whole number from 1 to",
        "'thresholds': {'match': 0}                            | /thresholds/match        | must be a probability",
        "'thresholds': {'automatic': 0.5, 'clerical': 0.9}     | /thresholds              | must be more certain",
        "'thresholds': {'automatic': {'precision': 2}}         | /thresholds/automatic/precision | must be a probability",
        "'veto': [{'column': 'x', 'differ': 'valid'}]          | /veto/0/differ           | nobody knows the member 'differ'",
        "'review': [{'y': 'exact'}]                            | /review/0/y              | nobody knows the member 'y'",
        "'review': [{}]                                        | /review/0                | names no comparison",
        "'review': [{'dob': []}]                               | /review/0/dob            | names no level",
        "'review': [{'dob': ['exacty']}]                       | /review/0/dob            | is no level of 'dob'",
        "'cluster': {'most': 1}                                | /cluster/most            | must be a whole number from 2",
    })
    void aMistakeIsNamedWithItsPlace(String member, String pointer, String message) {
        assertThat(mistakes("{" + PLAIN + ", " + member + "}")).anySatisfy(mistake -> {
            assertThat(mistake.pointer()).isEqualTo(pointer);
            assertThat(mistake.message()).contains(message);
        });
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
        "{'column': 'x'}                                       |               | needs either a \"kind\" or \"levels\"",
        "{'column': 'x', 'kind': 'nam'}                        | /kind         | there is no kind 'nam'; did you mean 'name'?",
        "{'column': 'x', 'kind': 'forename-surname'}           |               | needs two in \"columns\", such as [\"given_name\", \"surname\"]",
        "{'columns': ['x', 'y'], 'kind': 'name'}               |               | needs one \"column\"",
        "{'column': 'x', 'kind': 'name', 'format': 'yyyy'}     | /format       | only kind date has a format",
        "{'column': 'x', 'kind': 'date', 'format': 'dd'}       | /format       | has no year",
        "{'column': 'x', 'levels': []}                         | /levels       | needs one level at least",
        "{'column': 'x', 'levels': ['exat']}                   | /levels/0     | position 1: there is no measure 'exat'; did you mean 'exact'?",
        "{'levels': ['exact']}                                 | /levels/0     | position 1: which column?",
        "{'column': 'x', 'levels': [{'label': 'y'}]}           | /levels/0     | needs \"when\"",
        "{'column': 'x', 'levels': [{'when': 'exact', 'wen': 1}]} | /levels/0/wen | did you mean 'when'?",
        "{'levels': [{'when': 'exact(x)', 'frequency': true}]} | /levels/0/frequency | of which column?",
        "{'column': 'x', 'levels': ['jaro >= 0.9'], 'frequency': true} | /frequency | needs a level \"exact\"",
        "{'column': 'x', 'levels': ['exact'], 'missing': 'gone'} | /missing    | there is no measure 'gone'",
        "{'column': 'z', 'kind': 'text'}                       | /column       | kind text cleans column 'z' in another way",
        "{'name': 'dob', 'column': 'x', 'levels': ['exact']}   |               | there is a comparison 'dob' already",
    })
    void aMistakeInAComparisonIsNamedWithItsPlace(String comparison, String pointer, String message) {
        String place = "/comparisons/2" + Optional.ofNullable(pointer).orElse("");
        String text = "{'settings': 'ruhu-linkage/1', 'blocking': ['dob'], 'comparisons': [{'column': 'dob', 'kind': 'year'},"
                + " {'column': 'z', 'kind': 'name', 'name': 'z as name'}, " + comparison + "]}";
        assertThat(mistakes(text)).anySatisfy(mistake -> {
            assertThat(mistake.pointer()).isIn(place, "/comparisons/2");
            assertThat(mistake.message()).contains(message);
        });
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
        "[]                                       | /blocking          | needs one blocking rule at least",
        "'dob'                                    | /blocking          | must be a list in [ ]",
        "['dob', 'dob']                           | /blocking/1        | there is a rule 'dob' already",
        "['dob + ']                               | /blocking/0        | has an empty part",
        "['\\\"dob']                              | /blocking/0        | a quote that does not end",
        "['dob:yeer']                             | /blocking/0        | there is no cleaner 'yeer'",
        "[{'on': []}]                             | /blocking/0/on     | needs the columns records must agree on",
        "[{'on': [{'clean': ['year']}]}]          | /blocking/0/on/0   | needs a \"column\"",
        "[{'on': ['dob'], 'most': 0}]             | /blocking/0/most   | must be a whole number from 2",
    })
    void aMistakeInARuleIsNamedWithItsPlace(String rules, String pointer, String message) {
        assertThat(mistakes("{'settings': 'ruhu-linkage/1', 'comparisons': [{'column': 'dob', 'kind': 'date'}],"
                + " 'blocking': " + rules + "}")).anySatisfy(mistake -> {
            assertThat(mistake.pointer()).isEqualTo(pointer);
            assertThat(mistake.message()).contains(message);
        });
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThat(mistakes("{'blocking': ['x:yeer'], 'comparisons': [{'column': 'y', 'kind': 'nme'}], 'i': 1}"))
                .extracting(Mistake::pointer).containsExactlyInAnyOrder("", "/blocking/0", "/comparisons/0/kind", "/i");
    }

    @Test
    void aColumnThatTheInputDoesNotHaveIsNamedWithTheOneThatMayBeMeant() {
        String text = "{'settings': 'ruhu-linkage/1', 'id': 'recid', 'columns': {'full': {'from': ['given', 'surname']}},"
                + " 'blocking': ['surnam'], 'comparisons': [{'column': 'ful', 'kind': 'words'},"
                + " {'levels': [{'when': 'exact(given)', 'frequency': 'given_name'}]}], 'veto': ['zzzzzz']}";
        SettingsProblem problem = catchThrowableOfType(() -> SettingsReader.read(SettingsReader.json(text.replace('\'', '"')),
                List.of("rec_id", "given_name", "surname"), Scope.WITHIN), SettingsProblem.class);
        assertThat(problem.mistakes()).extracting(Mistake::toString).containsExactlyInAnyOrder(
                "/columns/full/from: the input has no column 'given'; did you mean 'given_name'?",
                "/id: the input has no column 'recid'; did you mean 'rec_id'?",
                "/blocking/0: there is no column 'surnam'; did you mean 'surname'?",
                "/comparisons/0/column: there is no column 'ful'; did you mean 'full'?",
                "/comparisons/1/levels/0/when: there is no column 'given'; did you mean 'given_name'?",
                "/veto/0: there is no column 'zzzzzz'; there are full, given_name, rec_id, surname");
    }

    @Test
    void whatIsNoJsonIsSaidWithLineAndColumn() {
        assertThat(mistakes("{'settings': \n 1, 'settings': 2}")).first().asString()
                .contains("line 2", "Duplicate field 'settings'");
        assertThat(mistakes("[]")).first().asString().contains("must be an object");
    }

    @Test
    void whatWasReadCanBeWrittenAndReadAgain() {
        Settings settings = read("{'settings': 'ruhu-linkage/1', 'id': 'rec', 'link': 'both', 'oneToOne': true,"
                + " 'columns': {'x y': {'from': ['x', 'y'], 'clean': ['lower']},"
                + " 'kin': {'others': 'x', 'household': 'h', 'own': ['y']}, 'mates': {'others': 'x y', 'household': 'h'}},"
                + " 'blocking': ['x:first 2 + \\\"x y\\\"', 'y:each', 'kin:each', 'mates'],"
                + " 'comparisons': [{'column': 'x', 'kind': 'name'}, {'columns': ['lat', 'long'], 'kind': 'place'},"
                + " {'name': 'z', 'levels': ['not exact(\\\"x y\\\") or exact(x, y)']}],"
                + " 'training': {'sessions': ['y:each'], 'recall': 0.9, 'prior': 0.001, 'seed': 7},"
                + " 'thresholds': {'automatic': {'precision': 0.99}, 'clerical': 0.2, 'match': 0.4},"
                + " 'veto': [{'column': 'x', 'clean': ['digits']}],"
                + " 'review': [{'z': 'otherwise'}], 'cluster': {'most': 9}}");
        assertThat(settings.reviewed(comparison -> 2)).isTrue();
        assertThat(settings.reviewed(comparison -> 1)).isFalse();
        assertThat(SettingsReader.read(SettingsWriter.write(settings))).isEqualTo(settings);
        assertThat(settings.used()).contains("kin", "mates", "x", "h", "y", "x y");
    }

    private static Rule.Key key(String column, String... clean) {
        return new Rule.Key(column, List.of(clean), false);
    }

    private static Settings read(String text) {
        return SettingsReader.read(SettingsReader.json(text.replace('\'', '"')));
    }

    private static List<Mistake> mistakes(String text) {
        return catchThrowableOfType(() -> read(text), SettingsProblem.class).mistakes();
    }

    @Test
    void aKindIsSilentWhereTheSettingsSaySo() {
        Settings read = SettingsReader.read(SettingsReader.json("""
                {"settings": "ruhu-linkage/1", "blocking": ["id_no", "born"], "comparisons": [
                  {"column": "id_no", "kind": "id-number"},
                  {"column": "born", "kind": "birth-date", "missing": "missing(born) or exact(id_no)"}]}"""));
        assertThat(ConditionPrinter.print(read.comparisons().get(1).missing()))
                .isEqualTo("missing(born) or exact(id_no)");
    }
}
