package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ruhu.forms.Answers;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.lines.Revision;

/** A form whose words are as awkward as words get, and interviews whose answers are. */
final class OddForm {

    /** Quotes of every kind, what programs take for macros, marks of HTML, a line break, emoji, Tibetan. */
    static final String ODD = "He said \"it's\" `so' $yes <b>&amp; 😀\nསྒྲོལ་མ\\卓玛 %s \"' ]]> . ; #";
    static final String LONG = "很长的标签".repeat(60);
    static final int OPTIONS = 400;

    private static final String MOMENT =
            "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$".replace("\\", "\\\\");

    static final FormVersion FORM = form();

    private OddForm() {}

    private static FormVersion form() {
        ObjectNode schema = VisitLog.json("""
                {'$schema': 'https://json-schema.org/draft/2020-12/schema', '$id': 'urn:ruhu:form:odd-words:1.0',
                 'type': 'object', 'additionalProperties': false, 'x-checks': [],
                 'x-sections': [{'name': 'A', 'questions': ['/odd', '/long', '/sign', '/many', '/word', '/several',
                    '/flag', '/amount', '/day', '/moment', '/a_name_that_is_far_too_long_for_every_program_there_is']}],
                 'properties': {
                   'odd': {'type': 'string', 'enum': ['1', '2', '3'],
                     'x-question': {'nonresponse': ['dont-know', 'refused']}},
                   'long': {'type': 'string', 'enum': ['01', '02'], 'x-question': {'relevant': "odd == '1'"}},
                   'sign': {'type': 'string', 'enum': ['-1', '0', '1']},
                   'many': {'type': 'string', 'x-question': {'codelist': 'CL_MANY'}},
                   'word': {'type': 'string', 'enum': ['short', 'a long code with blanks'],
                     'x-question': {'required': false}},
                   'several': {'type': 'array', 'uniqueItems': true,
                      'items': {'type': 'string', 'enum': ['a', 'b-c', 'd']},
                      'x-question': {'nonresponse': ['refused']}},
                   'flag': {'type': 'boolean'},
                   'amount': {'type': 'number', 'minimum': -100000, 'x-question': {'unit': 'yuan',
                      'nonresponse': ['dont-know', 'refused']}},
                   'day': {'type': 'string', 'format': 'date', 'x-question': {'nonresponse': ['dont-know']}},
                   'moment': {'type': 'string', 'pattern': '%s'},
                   'a_name_that_is_far_too_long_for_every_program_there_is': {'type': 'string', 'maxLength': 4000,
                      'x-question': {'required': false}},
                   'rows': {'type': 'array', 'maxItems': 20, 'items': {'type': 'object', 'additionalProperties': false,
                     'properties': {
                       'text': {'type': 'string', 'maxLength': 400, 'x-question': {'required': false}},
                       'inner': {'type': 'array', 'maxItems': 9, 'x-question': {'required': false}, 'items': {
                         'type': 'object', 'additionalProperties': false, 'properties': {
                           'if': {'type': 'integer', 'x-question': {'nonresponse': ['refused']}}}}}}}}}}"""
                .formatted(MOMENT));
        ObjectNode list = VisitLog.json("{'name': 'CL_MANY', 'labels': {'en': {}, 'zh': {}}}");
        IntStream.rangeClosed(1, OPTIONS).mapToObj(Integer::toString).forEach(code -> {
            list.withArray("codes").add(code);
            list.withObject("/labels/en").put(code, "Place " + code + " \"x\" 😀");
            list.withObject("/labels/zh").put(code, "地方" + code);
        });
        ObjectNode questions = VisitLog.json("{}");
        question(questions, "/odd", ODD, Map.of("1", ODD, "2", LONG, "3", ""));
        question(questions, "/long", LONG, Map.of("01", "same", "02", "same"));
        question(questions, "/sign", "", Map.of("-1", "-less", "0", "=equal", "1", "+more"));
        question(questions, "/word", "'single'", Map.of("short", ODD, "a long code with blanks", LONG));
        question(questions, "/amount", "སྒྲོལ་མ", Map.of());
        JsonNode english = VisitLog.json("{'title': 'Odd <words>'}").set("questions", questions);
        JsonNode tibetan = VisitLog.json("{'title': 'བོད', 'questions': {'/flag': {'label': 'བོད་ཡིག'}}}");
        return FormVersion.of(schema, Map.of("en", english, "zh", english, "bo", tibetan), Map.of("CL_MANY", list));
    }

    private static void question(ObjectNode questions, String path, String label, Map<String, String> options) {
        ObjectNode question = questions.putObject(path).put("label", label);
        options.forEach(question.putObject("options")::put);
    }

    /** @param breaks whether there is a line break in a text */
    static List<Revision> interviews(boolean breaks) {
        String text = breaks ? "two\\nlines, \\\"quoted\\\" 😀" : "one line, \\\"quoted\\\" 😀";
        return List.of(
                interview(1, "{'odd': '1', 'long': '01', 'sign': '-1', 'many': '400', 'word': 'short', 'flag': true,"
                        + "'several': ['a', 'b-c'], 'amount': 10.25, 'day': '1931-02-03', 'moment':"
                        + "'2026-11-20T18:11:12.25+08:00', 'a_name_that_is_far_too_long_for_every_program_there_is': '"
                        + text + "', 'rows': [{'text': '=1+1'}, {'text': '\\'quoted', 'inner': [{'if': 7}, {}]}]}",
                        Map.of("/rows/1/inner/1/if", "refused")),
                interview(2, "{'odd': '2', 'sign': '0', 'many': '1', 'word': 'a long code with blanks', 'flag': false,"
                        + "'several': [], 'amount': -99, 'moment': '2026-01-01T00:00:00Z',"
                        + "'a_name_that_is_far_too_long_for_every_program_there_is': 'སྒྲོལ་མ'}",
                        Map.of("/day", "dont-know")),
                interview(3, "{'many': '77'}",
                        Map.of("/odd", "refused", "/amount", "dont-know", "/several", "refused")),
                interview(4, "{'odd': '3', 'amount': 1234567.5, 'day': '2026-11-20', 'rows': [{}]}", Map.of()));
    }

    private static Revision interview(int number, String answers, Map<String, String> missing) {
        return new Revision("s-" + number, 1, FORM.id(), "c", "u", "540302", "2026-11-20T10:11:12Z",
                new Answers(VisitLog.json(answers), missing), Map.of());
    }
}
