package org.ruhu.tools.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ruhu.forms.Answers;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Misfit;
import org.ruhu.forms.Question;

/** Interviews nobody gave, made up for any form. */
class GuessTest {

    static Stream<FormVersion> bundled() {
        return Catalogue.bundled().forms().stream();
    }

    @Test
    void theSameSeedMakesTheSameInterviews() {
        FormVersion form = new Garden().version();
        Guess one = new Guess(form, 7);
        Guess other = new Guess(form, 7);
        List<Sample> first = IntStream.range(0, 50).mapToObj(i -> one.next()).toList();
        assertThat(first).isEqualTo(IntStream.range(0, 50).mapToObj(i -> other.next()).toList());
        assertThat(first).doesNotHaveDuplicates();
    }

    /** Only what the form itself calculates may leave its range: nobody types that. */
    @ParameterizedTest
    @MethodSource("bundled")
    void whatIsMadeUpHasTheShapeOfAnInterview(FormVersion form) {
        Set<String> calculated = new TreeSet<>();
        form.questions().stream().filter(Question::calculated).forEach(question -> calculated.add(question.path()));
        Guess guess = new Guess(form, 3);
        for (int i = 0; i < 40; i++) {
            Sample sample = guess.next();
            assertThat(form.misfits(new Answers(sample.answers(), sample.missing()))).extracting(Misfit::pointer)
                    .allMatch(pointer -> calculated.contains(pointer.replaceAll("/[0-9]+/", "/*/")));
        }
    }

    @Test
    void whatIsNotAskedIsNotAnswered() {
        Guess guess = new Guess(new Garden().version(), 5);
        for (int i = 0; i < 200; i++) {
            Sample sample = guess.next();
            assertThat(sample.answers().has("kind_other") && !sample.answers().path("kind").asText().equals("9"))
                    .as("%s", sample.answers()).isFalse();
        }
    }

    @Test
    void rostersHaveFromNoneToAsManyRowsAsTheyMay() {
        Guess guess = new Guess(new Garden().version(), 5);
        Set<Integer> rows = new TreeSet<>();
        IntStream.range(0, 200).forEach(i -> rows.add(guess.next().answers().path("plants").size()));
        assertThat(rows).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void aRowOfARosterWithinARosterIsFoundByItsPointer() {
        Sample sample = new Sample(
                (ObjectNode) Garden.json("{'a': [{'b': [{}, {}]}, {}, {'b': [{}]}]}"),
                Map.of(), Map.of());
        assertThat(sample.rows("/a/*/b")).containsExactly("/a/0/b/0", "/a/0/b/1", "/a/2/b/0");
        assertThat(sample.rows("")).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
        "^\\d{12}$", "^[0-9a-f]{64}$", "^(1\\d{10}|(0\\d{2,3}-?)?\\d{7,8})$", "[A-Z][a-z]*", "a+b?c{0,2}", "[^x]", "\\.\\[",
        "(?:ab|cd){2}", "[ༀ-࿿]+", "."})
    void aTextIsFoundForEveryPatternAFormMayHold(String pattern) {
        Dice dice = new Dice(1);
        for (int i = 0; i < 50; i++) {
            assertThat(PatternText.matching(pattern, dice)).matches(pattern);
        }
    }
}
