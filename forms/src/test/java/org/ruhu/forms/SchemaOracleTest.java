package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we call a misfit is what JSON Schema calls invalid: a general validator judges the same answers. */
class SchemaOracleTest {

    private static final int TRIES = 400;

    static List<FormVersion> forms() {
        return Vectors.forms();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aGeneralValidatorFindsTheSamePlaces(FormVersion form) {
        Oracle oracle = Oracle.of(form.standalone());
        for (int seed = 0; seed < TRIES; seed++) {
            JsonNode values = RandomJson.parsed(seed).answers(form);
            assertThat(ours(form, values)).as("seed %d", seed).isEqualTo(theirs(oracle, values));
        }
    }

    private static Set<String> ours(FormVersion form, JsonNode values) {
        return form.misfits(new Answers(values, Map.of())).stream().map(Misfit::pointer)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> theirs(Oracle oracle, JsonNode values) {
        return oracle.errors(values).stream().filter(error -> !repeatsWhatIsNoText(error, values)).map(SchemaOracleTest::place).collect(Collectors.toCollection(TreeSet::new));
    }

    /** We compare texts only: an item of another kind does not fit whether it is there once or twice. */
    private static boolean repeatsWhatIsNoText(Error error, JsonNode values) {
        Set<String> texts = new HashSet<>();
        return error.getKeyword().equals("uniqueItems") && StreamSupport
                .stream(values.at(error.getInstanceLocation().toString()).spliterator(), false)
                .allMatch(item -> !item.isTextual() || texts.add(item.textValue()));
    }

    /** A property nobody knows is found at the property, not at its owner. */
    private static String place(Error error) {
        String owner = error.getInstanceLocation().toString();
        return error.getKeyword().equals("additionalProperties")
                ? owner + "/" + Pointers.escape(error.getProperty()) : owner;
    }
}
