package org.ruhu.tools.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.lines.Revision;

/**
 * A form about visits to a village, in three versions: each visit has helpers, each helper brought things. What 1.1
 * changed: a question in front, an option gone and one new, another wording, a length that was minutes and became a
 * code, money in another unit. 1.2 drops a question and asks the length in minutes again.
 */
final class VisitLog {

    static final int TOWNS = 15_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ROWS = """
            'visits': {'type': 'array', 'maxItems': 20, 'items': {'type': 'object', 'additionalProperties': false,
              'properties': {
                'day': {'type': 'string', 'format': 'date'},
                'helpers': {'type': 'array', 'maxItems': 10, 'x-question': {'relevant': 'answered(day)', 'required': false},
                  'items': {'type': 'object', 'additionalProperties': false, 'properties': {
                    'helper': {'type': 'string', 'maxLength': 40,
                      'x-question': {'identifier': 'name', 'sensitivity': 'personal'}},
                    'mobile': {'type': 'string', 'pattern': '^1[0-9]{10}$', 'x-question': {'identifier': 'phone',
                      'sensitivity': 'personal', 'nonresponse': ['refused'], 'required': false}},
                    'brought': {'type': 'array', 'maxItems': 20, 'x-question': {'required': false},
                      'items': {'type': 'object', 'additionalProperties': false, 'properties': {
                        'thing': {'type': 'string', 'enum': ['rice', 'oil']%s},
                        'pieces': {'type': 'integer', 'minimum': 1}}}}}}}}}}""";

    static final FormVersion V1_0 = version("1.0", 0, """
            'purpose': {'type': 'string', 'enum': ['1', '2', '3']},
            'length': {'type': 'integer', 'minimum': 0, 'x-question': {'unit': 'minute', 'nonresponse': ['dont-know']}},
            'spent': {'type': 'number', 'x-question': {'unit': 'yuan', 'relevant': "purpose == '1'"}},
            'seen': {'type': 'array', 'uniqueItems': true, 'items': {'type': 'string', 'enum': ['a', 'b']}},
            'town': {'type': 'string', 'x-question': {'codelist': 'CL_TOWN'}},
            """ + ROWS.formatted(""), """
            '/purpose': {'label': 'What for', 'options': {'1': 'Help', '2': 'Talk', '3': 'Count'}},
            '/length': {'label': 'Minutes'}, '/spent': {'label': 'Money spent'},
            '/seen': {'label': 'What was seen', 'options': {'a': 'Road', 'b': 'Well'}}""");

    static final FormVersion V1_1 = version("1.1", 5, """
            'note': {'type': 'string', 'maxLength': 200, 'x-question': {'required': false}},
            'purpose': {'type': 'string', 'enum': ['1', '4', '2']},
            'length': {'type': 'string', 'enum': ['short', 'long'], 'x-question': {'nonresponse': ['dont-know']}},
            'spent': {'type': 'number', 'x-question': {'unit': 'jin', 'relevant': "purpose == '1'"}},
            'seen': {'type': 'array', 'uniqueItems': true, 'items': {'type': 'string', 'enum': ['a', 'c']}},
            'town': {'type': 'string', 'x-question': {'codelist': 'CL_TOWN'}},
            """ + ROWS.formatted(", 'x-question': {'relevant': 'answered(helper)'}"), """
            '/note': {'label': 'Note'},
            '/purpose': {'label': 'Why', 'options': {'1': 'Help', '4': 'Look', '2': 'A talk'}},
            '/length': {'label': 'How long', 'options': {'short': 'Below an hour', 'long': 'An hour and more'}},
            '/spent': {'label': 'Grain brought'},
            '/seen': {'label': 'What was seen', 'options': {'a': 'Road', 'c': 'School'}}""");

    static final FormVersion V1_2 = version("1.2", 5, """
            'note': {'type': 'string', 'maxLength': 200, 'x-question': {'required': false}},
            'purpose': {'type': 'string', 'enum': ['1', '4', '2']},
            'length': {'type': 'integer', 'minimum': 0, 'x-question': {'unit': 'minute'}},
            'town': {'type': 'string', 'x-question': {'codelist': 'CL_TOWN'}},
            """ + ROWS.formatted(""), """
            '/note': {'label': 'Note'}, '/length': {'label': 'Minutes'},
            '/purpose': {'label': 'Why', 'options': {'1': 'Help', '4': 'Look', '2': 'A talk'}}""");

    private VisitLog() {}

    static Revision interview(int number, String version, String answers) {
        return interview(number, version, answers, "{}");
    }

    static Revision interview(int number, String version, String answers, String missing) {
        ObjectNode line = json("{'number': 1, 'form': {'name': 'visit-log', 'version': '" + version + "'},"
                + "'campaign': 'visits', 'unit': '540302102201-000" + number + "'}");
        line.put("submission", new UUID(0, number).toString());
        line.set("answers", json(answers));
        line.set("missing", json(missing));
        return Revision.of(line).orElseThrow();
    }

    /** @param firstTown the list of towns lacks those before it */
    private static FormVersion version(String version, int firstTown, String properties, String labels) {
        ObjectNode schema = json("""
                {'$schema': 'https://json-schema.org/draft/2020-12/schema', '$id': 'urn:ruhu:form:visit-log:%s',
                 'type': 'object', 'additionalProperties': false, 'x-checks': [], 'x-sections': []}""".formatted(version));
        ObjectNode questions = json("{" + properties + "}");
        schema.set("properties", questions);
        ObjectNode page = schema.withArray("x-sections").addObject().put("name", "A");
        questions.fieldNames().forEachRemaining(name -> {
            if (!name.equals("visits")) {
                page.withArray("questions").add("/" + name);
            }
        });
        schema.withArray("x-sections").addObject().put("name", "V").put("roster", "/visits");
        JsonNode texts = json("{'title': 'Visits', 'questions': {" + labels + "}}");
        ObjectNode list = json("{'name': 'CL_TOWN', 'labels': {'en': {}, 'zh': {}}}");
        IntStream.range(firstTown, TOWNS).mapToObj("%05d"::formatted).forEach(code -> {
            list.withArray("codes").add(code);
            list.withObject("/labels/en").put(code, "Town " + code);
        });
        return FormVersion.of(schema, Map.of("en", texts, "zh", texts), Map.of("CL_TOWN", list));
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.reader().with(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static List<FormVersion> all() {
        return List.of(V1_0, V1_1, V1_2);
    }
}
