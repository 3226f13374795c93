package org.ruhu.tools.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.forms.Answers;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Mask;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.lines.Revision;

class ImputationTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    /** Money of a household; crop and cost go together, work is paid or not. */
    private static final String FORM = """
            {'$schema': 'https://json-schema.org/draft/2020-12/schema', '$id': 'urn:ruhu:form:ledger:1.0',
             'type': 'object', 'additionalProperties': false, 'x-checks': [],
             'x-sections': [{'name': 'A', 'questions': ['/kind', '/phone', '/crop', '/cost', '/works', '/wage',
                                                         '/total', '/paid']},
                            {'name': 'M', 'roster': '/members'}],
             'properties': {
               'kind': {'type': 'string', 'enum': ['1', '2', '3']},
               'phone': {'type': 'string', 'maxLength': 20, 'x-question': {'identifier': 'phone',
                         'sensitivity': 'personal', 'required': false}},
               'crop': {'type': 'number', 'minimum': 0, 'x-question': {'nonresponse': ['dont-know', 'refused']}},
               'cost': {'type': 'number', 'minimum': 0, 'x-question': {'nonresponse': ['dont-know', 'refused']}},
               'works': {'type': 'boolean'},
               'wage': {'type': 'number', 'maximum': 500,
                        'x-question': {'relevant': 'works', 'nonresponse': ['dont-know', 'refused']}},
               'total': {'type': 'number', 'x-question': {'calculate': 'crop - cost'}},
               'paid': {'type': 'number', 'x-question': {'calculate': 'sum(members, m -> m.pay)'}},
               'members': {'type': 'array', 'maxItems': 9, 'items': {'type': 'object', 'additionalProperties': false,
                 'properties': {
                   'sex': {'type': 'string', 'enum': ['1', '2']},
                   'pay': {'type': 'number', 'x-question': {'nonresponse': ['dont-know']}}}}}}}""";

    private static final FormVersion LEDGER = form(FORM);
    /** Asks for the crop by weight. */
    private static final FormVersion WEIGHED = form(FORM.replace("ledger:1.0", "ledger:1.1")
            .replace("'crop': {'type': 'number', 'minimum': 0, 'x-question': {",
                    "'crop': {'type': 'number', 'minimum': 0, 'x-question': {'unit': 'jin', "));

    private static final Dataset DATASET = Dataset.of(List.of(LEDGER, WEIGHED));

    private static FormVersion form(String schema) {
        return FormVersion.of(json(schema),
                Map.of("en", json("{'title': 'Ledger', 'questions': {'/crop': {'label': 'Crop'}}}")), Map.of());
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Revision household(int number, String answers, Map<String, String> missing) {
        return household(LEDGER, number, answers, missing);
    }

    private static Revision household(FormVersion form, int number, String answers, Map<String, String> missing) {
        return new Revision("s-" + number, 1, form.id(), "c", "u-" + number, "5403021022" + number % 10, "",
                new Answers(json(answers), missing), Map.of());
    }

    private static Imputation imputation(String rules) {
        return new Imputation(PlanReader.read("{\"seed\": 1, \"rules\": [" + rules.replace('\'', '"') + "]}"), DATASET);
    }

    private static List<Revision> filled(String rules, List<Revision> households) {
        Imputation imputation = imputation(rules);
        households.forEach(household -> imputation.take(imputation.lent(household)));
        imputation.begin();
        return households.stream().map(imputation::filled).toList();
    }

    private static JsonNode answer(Revision revision, String pointer) {
        return revision.answers().values().at(pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "{'kind': '1', 'works': true}         | 120  | why: nobody said",
        "{'kind': '1', 'works': false}        |      | not asked",
        "{'kind': '1'}                        |      | not known whether asked",
        "{'kind': '1', 'works': true, 'wage': 7} | 7 | said",
        "{'kind': '3', 'works': true}         |      | not for this kind"})
    void aFormulaFillsWhatWasAskedOfThoseItIsFor(String answers, Double wage, String why) {
        Revision done = filled("{'questions': ['/wage'], 'when': \"kind != '3'\", 'value': '100 + 20'}"
                .replace("\"kind != '3'\"", "'kind != \\u00273\\u0027'"), List.of(household(1, answers, Map.of())))
                .get(0);
        assertThat(answer(done, "/wage").isMissingNode() ? null : answer(done, "/wage").doubleValue()).as(why)
                .isEqualTo(wage);
        assertThat(done.imputed()).isEqualTo(wage != null && wage == 120 ? Map.of("/wage", "1") : Map.of());
    }

    @Test
    void onlyTheGapsARuleIsForAreFilledAndTheReasonStaysToBeSeen() {
        List<Revision> done = filled("{'questions': ['/crop'], 'gaps': ['dont-know'], 'value': '5'}", List.of(
                household(1, "{'cost': 1}", Map.of("/crop", "dont-know")),
                household(2, "{'cost': 1}", Map.of("/crop", "refused")), household(3, "{'cost': 1}", Map.of())));
        assertThat(done).extracting(revision -> answer(revision, "/crop").asText()).containsExactly("5", "", "");
        assertThat(done.get(0).answers().missing()).containsEntry("/crop", "dont-know");
    }

    @Test
    void whatIsCalculatedFollowsAndIsFlaggedButNothingElseIsTouched() {
        Revision before = household(1, "{'crop': 8, 'paid': 0, 'members': []}", Map.of("/cost", "refused"));
        Revision done = filled("{'questions': ['/cost'], 'value': '3'}", List.of(before)).get(0);
        assertThat(answer(done, "/total").doubleValue()).isEqualTo(5);
        assertThat(done.imputed()).isEqualTo(Map.of("/cost", "1", "/total", "3"));
        assertThat(answer(before, "/cost").isMissingNode()).isTrue();
    }

    @Test
    void aValueThatDoesNotFitTheFormIsNotPut() {
        List<Revision> done = filled("{'questions': ['/wage'], 'value': '501'}",
                List.of(household(1, "{'works': true}", Map.of())));
        assertThat(done.get(0).imputed()).isEmpty();
        assertThat(answer(done.get(0), "/wage").isMissingNode()).isTrue();
    }

    @Test
    void whatGoesTogetherComesFromOneDonorOfTheSameClass() {
        List<Revision> households = new ArrayList<>();
        IntStream.range(0, 300).forEach(i -> households.add(household(i, "{'kind': '%d', 'crop': %d, 'cost': %d}"
                .formatted(1 + i % 2, 1000 * (1 + i % 2) + i, 2000 * (1 + i % 2) + 2 * i), Map.of())));
        IntStream.range(300, 340).forEach(i -> households.add(household(i, "{'kind': '%d'}".formatted(1 + i % 2),
                Map.of("/crop", "dont-know", "/cost", "refused"))));
        List<Revision> done = filled("{'questions': ['/crop', '/cost'], 'classes': [['kind']]}", households);
        assertThat(done.subList(300, 340)).allSatisfy(revision -> {
            int kind = answer(revision, "/kind").asInt();
            assertThat(answer(revision, "/cost").asInt()).isEqualTo(2 * answer(revision, "/crop").asInt());
            assertThat(answer(revision, "/crop").asInt()).isBetween(1000 * kind, 1000 * kind + 300);
            assertThat(revision.imputed()).containsEntry("/crop", "2").containsEntry("/total", "3");
        });
        assertThat(done.subList(300, 340).stream().map(revision -> answer(revision, "/crop").asInt()).distinct())
                .hasSizeGreaterThan(30);
    }

    @Test
    void oneThatLacksOnlyOneOfThemKeepsTheOther() {
        List<Revision> done = filled("{'questions': ['/crop', '/cost'], 'classes': [[]], 'leastDonors': 1}",
                List.of(household(1, "{'crop': 10, 'cost': 20}", Map.of()), household(2, "{'crop': 3}", Map.of())));
        assertThat(answer(done.get(1), "/crop").asInt()).isEqualTo(3);
        assertThat(answer(done.get(1), "/cost").asInt()).isEqualTo(20);
        assertThat(done.get(1).imputed()).doesNotContainKey("/crop");
    }

    @Test
    void whereAClassHasTooFewDonorsTheNextOneLends() {
        List<Revision> households = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> households.add(household(i, "{'kind': '1', 'crop': 1}", Map.of())));
        IntStream.range(20, 24).forEach(i -> households.add(household(i, "{'kind': '2', 'crop': 2}", Map.of())));
        households.add(household(99, "{'kind': '2'}", Map.of()));
        String rule = "{'questions': ['/crop'], 'classes': [['kind']%s], 'leastDonors': 5}";
        assertThat(answer(filled(rule.formatted(""), households).get(24), "/crop").isMissingNode()).isTrue();
        assertThat(answer(filled(rule.formatted(", []"), households).get(24), "/crop").isMissingNode()).isFalse();
    }

    @Test
    void rowsBorrowFromRowsOfTheSameSexAndTheSumOfTheHouseholdFollows() {
        List<Revision> done = filled("{'questions': ['/members/*/pay'], 'classes': [['sex']], 'leastDonors': 1}", List.of(
                household(1, "{'members': [{'sex': '1', 'pay': 7}, {'sex': '2', 'pay': 9}]}", Map.of()),
                household(2, "{'members': [{'sex': '2'}, {'sex': '1', 'pay': 1}]}",
                        Map.of("/members/0/pay", "dont-know"))));
        assertThat(answer(done.get(1), "/members/0/pay").asInt()).isEqualTo(9);
        assertThat(answer(done.get(1), "/paid").asInt()).isEqualTo(10);
        assertThat(done.get(1).imputed()).isEqualTo(Map.of("/members/0/pay", "2", "/paid", "3"));
    }

    @Test
    void whatAnotherVersionAsksInAnotherUnitIsNotLentAndFlagsStandBesideTheColumnThatWasFilled() throws IOException {
        String rule = "{'questions': ['/crop'], 'classes': [[]], 'leastDonors': 1}";
        List<Revision> done = filled(rule, List.of(household(LEDGER, 1, "{'crop': 900}", Map.of()),
                household(WEIGHED, 2, "{}", Map.of())));
        assertThat(done.get(1).imputed()).isEmpty();

        List<Revision> lent = filled(rule, List.of(household(WEIGHED, 1, "{'crop': 7}", Map.of()),
                household(WEIGHED, 2, "{}", Map.of())));
        assertThat(flags(imputation(rule).flagged(DATASET).tables().get(0), lent.get(1)))
                .containsEntry("crop_imputed", "").containsEntry("crop_v1_1_imputed", "2");
    }

    private static Map<String, String> flags(Table table, Revision revision) throws IOException {
        Map<String, String> flags = new HashMap<>();
        table.rows(revision, Mask.NONE, row -> {
            for (int i = 0; i < table.variables().size(); i++) {
                flags.put(table.variables().get(i).name(), row.cells().get(i).asText());
            }
        });
        return flags;
    }

    @Test
    void theOrderOfInterviewsChangesNothing() {
        List<Revision> households = new ArrayList<>();
        IntStream.range(0, 500).forEach(i -> households.add(household(i, i % 5 == 0 ? "{'kind': '1'}"
                : "{'kind': '1', 'crop': " + i + "}", Map.of())));
        List<Revision> shuffled = new ArrayList<>(households);
        Collections.shuffle(shuffled, new Random(3));
        String rule = "{'questions': ['/crop'], 'classes': [['kind', 'area:11']]}";
        assertThat(filled(rule, shuffled)).containsExactlyInAnyOrderElementsOf(filled(rule, households));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "{'questions': ['/nobody'], 'value': '1'}             | no version of ledger asks /nobody",
        "{'questions': ['/crop'], 'value': 'kind +'}          | rule /crop",
        "{'questions': ['/crop'], 'classes': [['area:x']]}    | digits of the area code",
        "{'questions': ['/phone'], 'classes': [[]]}           | /phone singles out a person",
        "{'questions': ['/total'], 'value': '1'}              | /total is not asked by itself",
        "{'questions': ['/crop']}                             | either value",
        "{'questions': ['/crop', '/members/*/pay'], 'value': '1'} | of the same roster",
        "{'questions': ['/crop'], 'value': '1', 'gaps': ['not-asked']} | not-asked is none of",
        "{'questions': ['/crop'], 'value': '1', 'why': 'so'}  | does not know why"})
    void aPlanThatMakesNoSenseIsRefusedAndSaysWhere(String rule, String says) {
        assertThatThrownBy(() -> filled(rule, List.of())).isInstanceOf(PlanProblem.class).hasMessageContaining(says)
                .hasMessageContaining("rule");
    }
}
