package org.ruhu.forms.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table of parameters as JSON: one parameter, or {@code {"parameters": [...]}} with several that belong together.
 * Everything that is wrong is named at once, by file, line and field.
 */
public final class ParameterFile {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Set<String> FIELDS = Set.of("name", "type", "unit", "title", "values");
    private static final Set<String> LANGUAGES = Set.of("zh", "en", "bo");

    private final String file;
    private final LocatedJson json;
    private final List<String> problems;
    private final Map<String, Parameter> read = new LinkedHashMap<>();

    private ParameterFile(String file, LocatedJson json, List<String> problems) {
        this.file = file;
        this.json = json;
        this.problems = problems;
    }

    /**
     * @param file name for errors
     * @throws ParameterProblem with everything that is wrong
     */
    public static List<Parameter> read(String file, byte[] text) {
        List<String> problems = new ArrayList<>();
        List<Parameter> parameters = read(file, text, problems);
        if (!problems.isEmpty()) {
            throw new ParameterProblem(problems);
        }
        return parameters;
    }

    static List<Parameter> read(String file, byte[] text, List<String> problems) {
        return new ParameterFile(file, LocatedJson.read(file, text), problems).parameters();
    }

    /** The files an index names. */
    static List<String> index(byte[] text) {
        List<String> files = new ArrayList<>();
        LocatedJson.read("index.json", text).root().forEach(file -> files.add(file.asText()));
        return files;
    }

    private List<Parameter> parameters() {
        JsonNode several = json.root().path("parameters");
        if (!several.isArray()) {
            parameter("", json.root());
        } else {
            onlyFields("", json.root(), Set.of("parameters"));
            for (int i = 0; i < several.size(); i++) {
                parameter("/parameters/" + i, several.get(i));
            }
        }
        return List.copyOf(read.values());
    }

    private void parameter(String at, JsonNode given) {
        onlyFields(at, given, FIELDS);
        String name = given.path("name").asText();
        if (!NAME.matcher(name).matches()) {
            problem(at, "name", "is small letters, digits and _, at most 64, and begins with a letter");
        } else if (read.containsKey(name)) {
            problem(at, "name", name + " is in this file already; put all its values into one list");
        }
        Map<String, String> title = title(at, given.path("title"));
        Optional<ParameterType> type = ParameterType.of(given.path("type").asText());
        if (type.isEmpty()) {
            problem(at, "type", "is boolean, number, text or date");
        }
        if (!given.path("values").isArray()) {
            problem(at, "values", "is a list of values");
        }
        type.map(known -> new ValueReader(file, json, known, problems).values(at + "/values", given.path("values")))
                .ifPresent(values -> read.put(name, new Parameter(name, type.get(),
                        Optional.ofNullable(given.path("unit").textValue()), title, values)));
    }

    private Map<String, String> title(String at, JsonNode given) {
        Map<String, String> title = new LinkedHashMap<>();
        given.properties().forEach(text -> title.put(text.getKey(), text.getValue().asText()));
        if (!LANGUAGES.containsAll(title.keySet()) || !title.keySet().containsAll(Set.of("zh", "en"))
                || title.values().stream().anyMatch(String::isBlank)) {
            problem(at, "title", "has the languages zh and en, and may have bo");
        }
        return title;
    }

    private void onlyFields(String at, JsonNode given, Set<String> known) {
        if (!given.isObject()) {
            problems.add(file + " line " + json.line(at) + ": is an object with " + known.stream().sorted().toList());
        }
        given.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                problem(at, field, "is no field of a parameter: " + known.stream().sorted().toList());
            }
        });
    }

    private void problem(String at, String field, String says) {
        problems.add(file + " line " + json.line(at + "/" + field) + " " + field + ": " + says);
    }
}
