package org.ruhu.tools.link;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something to be told of a model or a result: a message and what it is about, so that it can be said in the languages
 * of {@code /link/notes_LANGUAGE.properties}, where {@code {0}} stands for the first value.
 */
public record Note(String message, List<String> values) {

    public static final List<String> LANGUAGES = List.of("zh", "en");
    private static final String WRITTEN = "written";
    private static final Map<String, Properties> TEXTS = LANGUAGES.stream()
            .collect(Collectors.toUnmodifiableMap(language -> language, Note::read));

    public Note {
        values = List.copyOf(values);
        if (!known(message)) {
            throw new IllegalArgumentException("there is no note " + message);
        }
    }

    /** @param values texts, or numbers as they are to be shown */
    public static Note of(String message, Object... values) {
        return new Note(message, Arrays.stream(values).map(String::valueOf).toList());
    }

    /** What somebody wrote in a language of their own. */
    public static Note written(String text) {
        return of(WRITTEN, text);
    }

    public static boolean known(String message) {
        return TEXTS.get("en").containsKey(message);
    }

    /** Whether it is the same in every language. */
    public boolean isWritten() {
        return message.equals(WRITTEN);
    }

    public String in(String language) {
        String text = TEXTS.get(language).getProperty(message);
        StringBuilder said = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            int value = Integer.parseInt(text.substring(open + 1, close));
            said.append(text, at, open).append(value < values.size() ? values.get(value) : "");
            at = close + 1;
        }
        return said.append(text.substring(at)).toString();
    }

    /** In English, as on the command line. */
    @Override
    public String toString() {
        return in("en");
    }

    static Stream<String> messages(String language) {
        return TEXTS.get(language).stringPropertyNames().stream();
    }

    private static Properties read(String language) {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                Note.class.getResourceAsStream("/link/notes_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
