package org.ruhu.tools.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ruhu.tools.CannotRun;

/** An object of a settings file, read strictly: what nobody asked for is a mistake, and every mistake says where. */
final class Said {

    private final String where;
    private final JsonNode object;
    private final Set<String> read = new HashSet<>();

    private Said(String where, JsonNode object) {
        this.where = where;
        this.object = object;
        if (!object.isObject()) {
            throw new CannotRun(where + ": an object in braces belongs here");
        }
    }

    static Said in(InputStream settings) throws IOException {
        try {
            return new Said("settings", new ObjectMapper().readTree(settings));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new CannotRun("settings: this is no JSON, line " + e.getLocation().getLineNr());
        }
    }

    CannotRun wrong(String name, String why) {
        return new CannotRun(where + "/" + name + ": " + why);
    }

    private JsonNode at(String name) {
        read.add(name);
        return object.path(name);
    }

    boolean has(String name) {
        return object.has(name);
    }

    Optional<String> text(String name) {
        JsonNode node = at(name);
        if (!node.isMissingNode() && !node.isValueNode()) {
            throw wrong(name, "a text belongs here");
        }
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node.asText());
    }

    /** One of some words. */
    String word(String name, List<String> words) {
        String word = text(name).orElse(words.get(0));
        if (!words.contains(word)) {
            throw wrong(name, "one of " + String.join(", ", words));
        }
        return word;
    }

    OptionalDouble number(String name) {
        JsonNode node = at(name);
        if (!node.isMissingNode() && !node.isNumber()) {
            throw wrong(name, "a number belongs here");
        }
        return node.isMissingNode() ? OptionalDouble.empty() : OptionalDouble.of(node.doubleValue());
    }

    /** A number within limits. */
    double number(String name, double standard, double least, double most) {
        double number = number(name).orElse(standard);
        if (!(number >= least && number <= most)) {
            throw wrong(name, "from " + plain(least) + " to " + plain(most));
        }
        return number;
    }

    int whole(String name, int standard, int least, int most) {
        double number = number(name, standard, least, most);
        if (number != Math.rint(number)) {
            throw wrong(name, "a whole number belongs here");
        }
        return (int) number;
    }

    long seed(String name) {
        JsonNode node = at(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong(name, "a whole number of your own, which is not published");
        }
        return node.longValue();
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        list(name).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    List<Double> numbers(String name) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode item : list(name)) {
            if (!item.isNumber()) {
                throw wrong(name, "numbers belong here");
            }
            numbers.add(item.doubleValue());
        }
        return numbers;
    }

    private JsonNode list(String name) {
        JsonNode node = at(name);
        if (!node.isMissingNode() && !node.isArray()) {
            throw wrong(name, "a list in brackets belongs here");
        }
        return node;
    }

    /** The objects of a list. */
    List<Said> objects(String name) {
        List<Said> objects = new ArrayList<>();
        list(name).forEach(item -> objects.add(new Said(where + "/" + name + "/" + objects.size(), item)));
        return objects;
    }

    /** The object of that name; an empty one where there is none. */
    Said object(String name) {
        JsonNode node = at(name);
        return new Said(where + "/" + name, node.isMissingNode() ? new ObjectMapper().createObjectNode() : node);
    }

    /** Every field an object, in the order of the file. */
    Map<String, Said> fields() {
        Map<String, Said> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> {
            read.add(field.getKey());
            fields.put(field.getKey(), new Said(where + "/" + field.getKey(), field.getValue()));
        });
        return fields;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Every field a list of texts. */
    Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        object.fieldNames().forEachRemaining(name -> lists.put(name, texts(name)));
        return lists;
    }

    /** To be called when all was read. */
    void done() {
        object.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                throw wrong(name, "there is no such setting");
            }
        });
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
