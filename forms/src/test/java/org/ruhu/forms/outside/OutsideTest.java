package org.ruhu.forms.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ruhu.forms.Answers;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.Context;
import org.ruhu.forms.Derived;
import org.ruhu.forms.FormProblem;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.parameter.Parameters;

class OutsideTest {

    private static final FormVersion HOUSEHOLD = form("household", """
            'properties': {
              'people': {'type': 'integer'},
              'poor': {'type': 'boolean'},
              'phone': {'type': 'string', 'maxLength': 20, 'x-question': {'identifier': 'phone'}},
              'dialled': {'type': 'number', 'x-question': {'calculate': 'len(phone)'}}},
            'x-sections': [{'name': 'A', 'questions': ['/people', '/poor', '/phone', '/dialled']}]""");

    @Test
    void aFoldIsOfTheNumbersThatAreKnown() {
        assertThat(folded(Fold.SUM, "people", "true", 4, 5, null)).hasValue(new BigDecimal(9));
        assertThat(folded(Fold.MAX, "people", "true", 4, 5, null)).hasValue(new BigDecimal(5));
        assertThat(folded(Fold.MIN, "people", "true", 4, 5, null)).hasValue(new BigDecimal(4));
        assertThat(folded(Fold.MEDIAN, "people", "true", 4, 5, null)).hasValue(new BigDecimal("4.5"));
        assertThat(folded(Fold.MEDIAN, "people", "true", 9, 1, 5)).hasValue(new BigDecimal(5));
        assertThat(folded(Fold.COUNT, "people > 4", "true", 4, 5, null)).hasValue(BigDecimal.ONE);
        assertThat(folded(Fold.SUM, "people", "people > 4", 4, 5, 6, null)).hasValue(new BigDecimal(11));
    }

    @Test
    void ofNoInterviewsThereIsNoMiddleAndNoGreatest() {
        assertThat(folded(Fold.SUM, "people", "true")).hasValue(BigDecimal.ZERO);
        assertThat(folded(Fold.COUNT, "true", "true")).hasValue(BigDecimal.ZERO);
        assertThat(List.of(Fold.MEDIAN, Fold.MAX, Fold.MIN)).allSatisfy(fold ->
                assertThat(folded(fold, "people", "true")).isEmpty());
    }

    @Test
    void whatAGatherLooksAtMustBeOfItsForm() {
        assertThatThrownBy(() -> Contribution.of(new Gather("household", Fold.SUM, "persons", "true"), HOUSEHOLD))
                .isInstanceOf(FormProblem.class).hasMessageContaining("persons");
        assertThatThrownBy(() -> Contribution.of(new Gather("household", Fold.SUM, "poor", "true"), HOUSEHOLD))
                .hasMessageContaining("a number is gathered, this is a boolean");
        assertThatThrownBy(() -> Contribution.of(new Gather("household", Fold.COUNT, "people", "true"), HOUSEHOLD))
                .hasMessageContaining("a boolean is gathered, this is a number");
        assertThatThrownBy(() -> Contribution.of(new Gather("household", Fold.SUM, "people", "people"), HOUSEHOLD))
                .hasMessageContaining("a boolean is gathered");
    }

    @Test
    void whatComesFromAnIdentifierIsKnownToEvenByWayOfACalculation() {
        assertThat(List.of("phone", "dialled", "people + dialled"))
                .allSatisfy(text -> assertThat(Derived.of(HOUSEHOLD, text).readsIdentifiers()).isTrue());
        assertThat(Derived.of(HOUSEHOLD, "people").readsIdentifiers()).isFalse();
    }

    @Test
    void aFormSaysWhereItsValuesComeFrom() {
        assertThat(ContextSource.of(asking("""
                'line': {'type': 'number', 'parameter': 'poverty_line', 'default': 4000},
                'people': {'type': 'number', 'gather': {'form': 'household', 'fold': 'sum', 'of': 'people'}},
                'poor': {'type': 'number', 'gather': {'form': 'household', 'fold': 'count', 'where': 'poor'}},
                'before': {'type': 'number', 'original': {'form': 'household', 'of': 'people'}},
                'team': {'type': 'text', 'original': {'meta': 'team'}},
                'plain': {'type': 'text'}"""))).containsExactly(
                Map.entry("line", new ContextSource.Parameter("poverty_line")),
                Map.entry("people", new ContextSource.Gathered(new Gather("household", Fold.SUM, "people", "true"))),
                Map.entry("poor", new ContextSource.Gathered(new Gather("household", Fold.COUNT, "true", "poor"))),
                Map.entry("before", new ContextSource.Original("household", "people")),
                Map.entry("team", new ContextSource.AboutOriginal("team")));
    }

    @Test
    void whatIsNotThereToBeHadIsNamedByFormAndName() {
        SourceJudge judge = new SourceJudge(Catalogue.of(List.of(HOUSEHOLD)), Parameters.bundled());

        assertThat(judge.problems(asking("""
                'a': {'type': 'number', 'parameter': 'no_such_line'},
                'b': {'type': 'text', 'parameter': 'poverty_line'},
                'c': {'type': 'number', 'gather': {'form': 'household', 'fold': 'sum', 'of': 'persons'}},
                'd': {'type': 'text', 'gather': {'form': 'household', 'fold': 'sum', 'of': 'people'}},
                'e': {'type': 'number', 'gather': {'form': 'nobody', 'fold': 'sum', 'of': 'people'}},
                'f': {'type': 'text', 'original': {'form': 'household', 'of': 'people'}},
                'g': {'type': 'text', 'original': {'meta': 'weather'}},
                'h': {'type': 'number', 'original': {'form': 'household', 'of': 'people'}}"""))).satisfiesExactly(
                a -> assertThat(a).isEqualTo("asking 1.0 x-context a: there is no parameter no_such_line"),
                b -> assertThat(b).contains("x-context b: the parameter poverty_line is a number"),
                c -> assertThat(c).contains("x-context c: household 1.0 'persons': position 1"),
                d -> assertThat(d).contains("x-context d: what is gathered is a number"),
                e -> assertThat(e).contains("x-context e: there is no form nobody"),
                f -> assertThat(f).contains("x-context f: this is a number, not a text"),
                g -> assertThat(g).contains("x-context g: of an original there are [area, received-day"));
    }

    @Test
    void everyBundledFormGetsWhatItAsksFor() {
        SourceJudge judge = new SourceJudge(Catalogue.bundled(), Parameters.bundled());

        assertThat(Catalogue.bundled().forms()).flatMap(judge::problems).isEmpty();
    }

    private static Optional<BigDecimal> folded(Fold fold, String of, String where, Integer... people) {
        Contribution contribution = Contribution.of(new Gather("household", fold, of, where), HOUSEHOLD);
        return fold.of(Arrays.stream(people)
                .map(count -> json(count == null ? "{}" : "{'people': " + count + "}"))
                .map(answers -> HOUSEHOLD.interview(new Answers(answers, Map.of()), Context.none()))
                .flatMap(interview -> contribution.of(interview).stream()).toList());
    }

    private static FormVersion asking(String context) {
        return form("asking", "'properties': {}, 'x-sections': [], 'x-context': {" + context + "}");
    }

    private static FormVersion form(String name, String rest) {
        return FormVersion.of((ObjectNode) json("""
                {'$schema': 'https://json-schema.org/draft/2020-12/schema', '$id': 'urn:ruhu:form:%s:1.0',
                'type': 'object', 'additionalProperties': false, %s, 'x-checks': []}""".formatted(name,
                rest.contains("x-context") ? rest : rest + ", 'x-context': {}")), Map.of(), Map.of());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
