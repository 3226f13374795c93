package org.ruhu.forms;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form versions known here. */
public final class Catalogue {

    private static final Comparator<FormVersion> BY_VERSION = Comparator.comparing(
            form -> Arrays.stream(form.id().version().split("\\.")).mapToInt(Integer::parseInt).toArray(),
            Arrays::compare);
    private static final List<String> LANGUAGES = List.of("zh", "en", "bo");

    private final Map<FormId, FormVersion> forms = new LinkedHashMap<>();

    private Catalogue(List<FormVersion> forms) {
        forms.forEach(form -> this.forms.put(form.id(), form));
    }

    public static Catalogue of(List<FormVersion> forms) {
        return new Catalogue(forms);
    }

    /** All forms on the class path, as listed in {@code forms/index.json}; read once. */
    public static Catalogue bundled() {
        return Bundled.CATALOGUE;
    }

    public Optional<FormVersion> form(FormId id) {
        return Optional.ofNullable(forms.get(id));
    }

    public List<FormVersion> forms() {
        return List.copyOf(forms.values());
    }

    /** The highest version of a form. */
    public Optional<FormVersion> latest(String name) {
        return forms.values().stream().filter(form -> form.id().name().equals(name)).max(BY_VERSION);
    }

    /** All versions of a form, the lowest first; none when there is no such form. */
    public List<FormVersion> versions(String name) {
        return forms.values().stream().filter(form -> form.id().name().equals(name)).sorted(BY_VERSION).toList();
    }

    /** Read when first asked for. */
    private static final class Bundled {

        static final ObjectMapper MAPPER =
                new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        static final Catalogue CATALOGUE = read();

        private static Catalogue read() {
            List<FormVersion> forms = new ArrayList<>();
            for (JsonNode listed : resource("/forms/index.json").orElseThrow()) {
                forms.add(form("/forms/" + listed.path("name").asText() + "/" + listed.path("version").asText() + "/"));
            }
            return new Catalogue(forms);
        }

        private static FormVersion form(String folder) {
            JsonNode schema = resource(folder + "form.json").orElseThrow();
            Map<String, JsonNode> labels = new LinkedHashMap<>();
            for (String language : LANGUAGES) {
                resource(folder + "labels." + language + ".json").ifPresent(texts -> labels.put(language, texts));
            }
            Map<String, JsonNode> codelists = new LinkedHashMap<>();
            for (String name : schema.findValuesAsText("codelist")) {
                resource(folder + "codelists/" + name + ".json").or(() -> resource("/codelists/" + name + ".json"))
                        .ifPresent(list -> codelists.put(name, list));
            }
            return FormVersion.of((ObjectNode) schema, labels, codelists);
        }

        private static Optional<JsonNode> resource(String path) {
            try (InputStream stream = Catalogue.class.getResourceAsStream(path)) {
                return stream == null ? Optional.empty() : Optional.of(MAPPER.readTree(stream));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + path, e);
            }
        }
    }
}
