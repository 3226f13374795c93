package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes as answers, a form says something about it. */
class NeverThrowsTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int TRIES = 300;
    private static final int FEW_TRIES = 20;

    static List<FormVersion> forms() {
        return Vectors.forms();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void answersSpoiltAtRandomAreJudged(FormVersion form) {
        for (int seed = 0; seed < TRIES; seed++) {
            RandomJson random = RandomJson.strange(seed);
            judge(form, random.answers(form), reasons(form, random), Map.of("ref_date", random.any(2)));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anythingAtAllIsJudged(FormVersion form) {
        IntStream.range(0, TRIES).mapToObj(RandomJson::strange).forEach(random ->
                judge(form, random.any(4), reasons(form, random), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyQuestionIsShownWhateverTheAnswers(FormVersion form) {
        for (int seed = 0; seed < FEW_TRIES; seed++) {
            Interview interview = form.interview(
                    new Answers(RandomJson.strange(seed).answers(form), Map.of()), Context.none());
            for (Question question : form.questions()) {
                String pointer = question.path().replace("*", "0");
                assertThat(interview.text(pointer, "zh")).isNotNull();
                assertThat(interview.hint(pointer, "en")).isNotNull();
                assertThat(interview.offered(pointer)).isNotNull();
                assertThat(interview.value(pointer)).isNotNull();
            }
        }
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("monsters")
    void monstersAreJudged(FormVersion form, JsonNode monster) {
        judge(form, monster, Map.of(), Map.of());
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        form.questions().stream().filter(question -> question.roster().isEmpty() && kinds.add(question.kind()))
                .forEach(question ->
                        judge(form, JSON.objectNode().set(question.name(), monster), Map.of(), Map.of()));
    }

    static Stream<Arguments> monsters() {
        List<JsonNode> monsters = List.of(deep(20_000), manyRows(), rowsInRows(), manyTexts(), manyNames(),
                JSON.textNode("[".repeat(1_000_000)), JSON.textNode("\ud83d".repeat(100_000)));
        return forms().stream().flatMap(form -> monsters.stream().map(monster -> Arguments.of(form, monster)));
    }

    private static JsonNode deep(int levels) {
        JsonNode inner = JSON.nullNode();
        for (int i = 0; i < levels; i++) {
            inner = i % 2 == 0 ? JSON.arrayNode().add(inner) : JSON.objectNode().set("members", inner);
        }
        return inner;
    }

    private static JsonNode manyRows() {
        ArrayNode rows = JSON.arrayNode();
        IntStream.range(0, 100_000).forEach(i -> rows.addObject().put("age", "x").put("x", i));
        return rows;
    }

    /** Many rows, each with many rows. */
    private static JsonNode rowsInRows() {
        ObjectNode answers = JSON.objectNode();
        for (String roster : List.of("members", "rows", "plots")) {
            ArrayNode rows = answers.putArray(roster);
            IntStream.range(0, 100).forEach(i -> {
                ArrayNode jobs = rows.addObject().put("age", 40).put("works", true).putArray("jobs");
                IntStream.range(0, 100).forEach(j -> jobs.addObject().put("months", 2).putArray("payments").add(j));
            });
        }
        return answers;
    }

    private static JsonNode manyTexts() {
        ArrayNode texts = JSON.arrayNode();
        IntStream.range(0, 100_000).forEach(i -> texts.add("text " + i));
        return texts;
    }

    private static JsonNode manyNames() {
        ObjectNode names = JSON.objectNode();
        IntStream.range(0, 100_000).forEach(i -> names.put("name" + i, i));
        return names;
    }

    private static Map<String, String> reasons(FormVersion form, RandomJson random) {
        Map<String, String> reasons = new HashMap<>();
        form.questions().stream().limit(40).forEach(question -> {
            if (random.text().isBlank()) {
                reasons.put(question.path().replace("*", "1"), "refused");
            }
        });
        reasons.put(random.text(), random.text());
        return reasons;
    }

    private static void judge(FormVersion form, JsonNode values, Map<String, String> missing, Map<String, JsonNode> context) {
        Answers answers = new Answers(values, missing);
        List<Misfit> misfits = form.misfits(answers);
        assertThat(misfits.size()).isLessThanOrEqualTo(100);

        Interview interview = form.interview(answers, Context.of(context));
        assertThat(interview.findings()).extracting(Finding::check).doesNotContain("broken-check");
        interview.unanswered();
        Canonical.digest(interview.cleaned());
        Canonical.digest(values);
    }
}
