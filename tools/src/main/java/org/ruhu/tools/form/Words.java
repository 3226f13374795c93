package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Our own words around the texts of a form, by language. What Tibetan lacks is said in Chinese. */
final class Words {

    private static final Pattern PART = Pattern.compile("\\{([0-9])}");
    private static final Map<String, JsonNode> BY_LANGUAGE = read();

    private Words() {}

    private static Map<String, JsonNode> read() {
        Map<String, JsonNode> words = new HashMap<>();
        for (String language : FormFiles.LANGUAGES) {
            try (InputStream in = Words.class.getResourceAsStream("/form/words." + language + ".json")) {
                words.put(language, FormReader.JSON.readTree(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return words;
    }

    private static Optional<String> find(String key, String language) {
        return (language.equals("bo") ? List.of("bo", "zh") : List.of(language)).stream()
                .map(l -> BY_LANGUAGE.get(l).get(key)).filter(text -> text != null).map(JsonNode::asText).findFirst();
    }

    /** @param parts put in for {@code {0}}, {@code {1}}, ... */
    static String say(String language, String key, Object... parts) {
        String text = find(key, language).orElseThrow(() -> new IllegalArgumentException("no words for " + key));
        return PART.matcher(text).replaceAll(part -> Matcher.quoteReplacement(
                parts[Integer.parseInt(part.group(1))].toString()));
    }

    static boolean has(String language, String key) {
        return find(key, language).isPresent();
    }

    /** A unit as people write it; the form's own word when there is no other. */
    static String unit(String unit, String language) {
        return find("unit." + unit, language).orElse(unit);
    }
}
