package org.ruhu.tools.link.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ruhu.tools.link.condition.Nearest;

/** A value in a settings file and where it stands; what is wrong with it is noted, and reading goes on. */
record Place(JsonNode node, String pointer, List<Mistake> mistakes) {

    void wrong(String message) {
        mistakes.add(new Mistake(pointer, message));
    }

    boolean there() {
        return !node.isMissingNode();
    }

    /** What a member holds; it may be missing. */
    Place at(String member) {
        String escaped = member.replace("~", "~0").replace("/", "~1");
        return new Place(node.path(member), pointer + "/" + escaped, mistakes);
    }

    /** An object whose members are among those known; others are mistakes of their own. */
    boolean isObjectOf(List<String> members) {
        if (!node.isObject()) {
            wrong("must be an object with " + String.join(", ", members) + "; it is " + shown());
            return false;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                at(name).wrong("nobody knows the member '" + name + "'" + Nearest.hint(name, members));
            }
        });
        return true;
    }

    /** The members of an object, in the order written. */
    Map<String, Place> members() {
        Map<String, Place> members = new LinkedHashMap<>();
        if (there() && !node.isObject()) {
            wrong("must be an object; it is " + shown());
        }
        node.fieldNames().forEachRemaining(name -> members.put(name, at(name)));
        return members;
    }

    List<Place> items() {
        List<Place> items = new ArrayList<>();
        if (there() && !node.isArray()) {
            wrong("must be a list in [ ]; it is " + shown());
            return items;
        }
        for (int i = 0; i < node.size(); i++) {
            items.add(new Place(node.get(i), pointer + "/" + i, mistakes));
        }
        return items;
    }

    /** One text, or a list of them. */
    List<String> texts() {
        return node.isTextual() ? List.of(node.textValue())
                : items().stream().map(Place::text).flatMap(Optional::stream).toList();
    }

    Optional<String> text() {
        if (node.isTextual() && !node.textValue().isBlank()) {
            return Optional.of(node.textValue());
        }
        if (there()) {
            wrong("must be a text that is not empty; it is " + shown());
        }
        return Optional.empty();
    }

    boolean yes(boolean otherwise) {
        if (there() && !node.isBoolean()) {
            wrong("must be true or false; it is " + shown());
        }
        return node.asBoolean(otherwise);
    }

    Optional<Long> whole(long least, long most) {
        if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= least
                && node.longValue() <= most) {
            return Optional.of(node.longValue());
        }
        if (there()) {
            wrong("must be a whole number from " + least + " to " + most + "; it is " + shown());
        }
        return Optional.empty();
    }

    /** A number that lies between 0 and 1 and is neither. */
    Optional<Double> probability() {
        if (node.isNumber() && node.doubleValue() > 0 && node.doubleValue() < 1) {
            return Optional.of(node.doubleValue());
        }
        if (there()) {
            wrong("must be a probability, more than 0 and less than 1; it is " + shown());
        }
        return Optional.empty();
    }

    private String shown() {
        if (node.isContainerNode()) {
            return node.isObject() ? "an object" : "a list";
        }
        String text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
