package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ruhu.forms.expression.Compiler;
import org.ruhu.forms.expression.Numbers;
import org.ruhu.forms.expression.Parser;
import org.ruhu.forms.expression.Places;
import org.ruhu.forms.expression.Scope;
import org.ruhu.forms.expression.SyntaxTree;
import org.ruhu.forms.expression.Typed;

/** Expressions mean what the vectors say, and travel as the trees the vectors show. */
class ExpressionVectorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Vectors.Case> cases() {
        return Vectors.in("/vectors");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void anExpressionGivesWhatTheVectorSays(Vectors.Case vector) {
        Program program = program(vector);
        Typed typed = Parser.parse(vector.told().get("expression").textValue(), scope(vector, program));

        Reading reading = new Reading(program, vector.answers(), vector.context());
        Sheet sheet = reading.row(row(vector)).orElseThrow();
        Object value = reading.value(Compiler.compile(typed.expression(), scope(vector, program)), sheet);

        assertThat(SyntaxTree.json(typed.expression())).isEqualTo(vector.told().get("ast"));
        assertThat(shown(value)).isEqualTo(vector.told().get("gives"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void theProgramInTheFileIsTheOneCompiledFromItsSchema(JsonNode file) {
        assertThat(Vectors.form(file).bundle().get("program")).isEqualTo(file.get("program"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void theCountiesInTheFileAreKnownHere(JsonNode file) {
        file.path("counties").forEach(county -> assertThat(Places.counties()).contains(county.textValue()));
    }

    static Stream<JsonNode> files() {
        return Vectors.files("/vectors").stream().map(path -> {
            try {
                return JSON.readTree(path.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Program program(Vectors.Case vector) {
        return Assembler.program(vector.form().id(), new Outline(vector.file().get("schema"), Map.of()),
                new Inserts(List.of()));
    }

    private static Scope scope(Vectors.Case vector, Program program) {
        Scope scope = program.scope().withCounting();
        return vector.told().has("row") ? scope.in(row(vector).replaceAll("/\\d+$", "").replaceAll("/\\d+/", "/*/")) : scope;
    }

    /** Pointer of the row an expression belongs to; empty for the form. */
    private static String row(Vectors.Case vector) {
        JsonNode row = vector.told().path("row");
        return row.isInt() || row.isBigInteger() ? "/members/" + row.asText() : row.asText();
    }

    /** A value as vectors write it. */
    static JsonNode shown(Object value) {
        if (value instanceof BigDecimal number) {
            return JSON.createObjectNode().put("number", Numbers.plain(number));
        }
        if (value instanceof LocalDate day) {
            return JSON.createObjectNode().put("date", day.toString());
        }
        if (value instanceof Set<?> codes) {
            return JSON.createObjectNode().set("codes", JSON.valueToTree(codes));
        }
        return JSON.valueToTree(value);
    }
}
