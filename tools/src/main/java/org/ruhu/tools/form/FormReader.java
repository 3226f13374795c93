package org.ruhu.tools.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.tools.CannotRun;

/** Reads the files of forms from folders and from the class path. */
final class FormReader {

    static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Where files come from. */
    private interface Source {
        Optional<String> text(String name);

        /** Names of the files in a folder below, without {@code .json}. */
        List<String> names(String folder);
    }

    /** A form in a folder; shared code lists come from the tree the folder stands in, else from the bundled ones. */
    static FormFiles in(Path folder) {
        if (!Files.isRegularFile(folder.resolve("form.json"))) {
            throw new CannotRun("there is no form.json in " + folder);
        }
        Source source = new Folder(folder);
        Source shared = new Folder(folder.toAbsolutePath().normalize().resolve("../../../codelists").normalize());
        Source tree = new Folder(folder.toAbsolutePath().normalize().resolve("../..").normalize());
        Source tables = new Folder(folder.toAbsolutePath().normalize().resolve("../../../parameters").normalize());
        return new Reading(folder.toString(), source,
                name -> shared.text(name + ".json").or(() -> resource("/codelists/" + name + ".json")),
                tree.text("index.json").or(() -> resource("/forms/index.json")), tables(tables)).files();
    }

    /** A form on the class path. */
    static FormFiles bundled(FormId id) {
        FormVersion form = Catalogue.bundled().form(id).orElseThrow(() -> new CannotRun(
                "there is no form " + id.name() + " " + id.version() + " here; known are " + known()));
        return new Reading(id.name() + " " + id.version(), new ClassPath(form),
                name -> resource("/codelists/" + name + ".json"), resource("/forms/index.json"), bundledTables())
                .files();
    }

    private static Set<String> bundledTables() {
        Set<String> names = new TreeSet<>();
        Parameters.bundled().parameters().forEach(table -> names.add(table.name()));
        return names;
    }

    /** Files that are no JSON have their own judge. */
    private static Set<String> tables(Source beside) {
        Set<String> names = bundledTables();
        for (String file : beside.names("")) {
            try {
                names.addAll(JSON.readTree(beside.text(file + ".json").orElse("{}")).findValuesAsText("name"));
            } catch (JsonProcessingException e) {
                continue;
            }
        }
        return names;
    }

    private static String known() {
        return String.join(", ", Catalogue.bundled().forms().stream()
                .map(form -> form.id().name() + " " + form.id().version()).toList());
    }

    private static Optional<String> resource(String path) {
        try (InputStream stream = Catalogue.class.getResourceAsStream(path)) {
            return stream == null ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private record Folder(Path path) implements Source {

        @Override
        public Optional<String> text(String name) {
            Path file = path.resolve(name);
            try {
                return Files.isRegularFile(file) ? Optional.of(new String(Files.readAllBytes(file),
                        StandardCharsets.UTF_8)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public List<String> names(String folder) {
            if (!Files.isDirectory(path.resolve(folder))) {
                return List.of();
            }
            try (var files = Files.list(path.resolve(folder))) {
                return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json"))
                        .map(name -> name.substring(0, name.length() - ".json".length())).sorted().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** In a jar nothing can be listed, but the names of what must be there are known. */
    private record ClassPath(FormVersion form) implements Source {

        @Override
        public Optional<String> text(String name) {
            return resource("/forms/" + form.id().name() + "/" + form.id().version() + "/" + name);
        }

        @Override
        public List<String> names(String folder) {
            List<String> names = new ArrayList<>();
            if (folder.equals("examples")) {
                names.add("base");
                form.checks().forEach(check -> names.addAll(List.of(check.code() + ".fits", check.code() + ".fails")));
            } else {
                names.addAll(form.schema().findValuesAsText("codelist"));
            }
            return names.stream().distinct().filter(name -> text(folder + "/" + name + ".json").isPresent()).toList();
        }
    }

    /** Where a code list that is not in the form's own folder comes from. */
    private interface Shared {
        Optional<String> text(String name);
    }

    private static final class Reading {

        private final String shown;
        private final Source source;
        private final Shared shared;
        private final Optional<String> index;
        private final Set<String> tables;
        private final List<Flaw> unread = new ArrayList<>();

        /** @param index text of the list of published forms */
        Reading(String shown, Source source, Shared shared, Optional<String> index, Set<String> tables) {
            this.shown = shown;
            this.source = source;
            this.shared = shared;
            this.index = index;
            this.tables = tables;
        }

        FormFiles files() {
            String written = source.text("form.json").orElse("");
            ObjectNode schema = object("form.json", written).orElseGet(JsonNodeFactory.instance::objectNode);
            SortedMap<String, JsonNode> labels = new TreeMap<>();
            for (String language : FormFiles.LANGUAGES) {
                read("labels." + language + ".json").ifPresent(texts -> labels.put(language, texts));
            }
            List<String> own = source.names("codelists");
            SortedMap<String, JsonNode> examples = new TreeMap<>();
            source.names("examples").forEach(name ->
                    read("examples/" + name + ".json").ifPresent(example -> examples.put(name, example)));
            return new FormFiles(shown, written, schema, labels, codelists(schema, own), own, examples,
                    published(schema.path("$id").asText()), Set.copyOf(tables), List.copyOf(unread));
        }

        private Optional<String> published(String urn) {
            try {
                for (JsonNode form : JSON.readTree(index.orElse("[]"))) {
                    if (urn.equals("urn:ruhu:form:" + form.path("name").asText() + ":"
                            + form.path("version").asText())) {
                        return Optional.ofNullable(form.path("digest").textValue());
                    }
                }
            } catch (JsonProcessingException e) {
                throw new CannotRun("forms/index.json is no JSON: " + e.getOriginalMessage());
            }
            return Optional.empty();
        }

        private SortedMap<String, JsonNode> codelists(JsonNode schema, List<String> own) {
            SortedMap<String, JsonNode> lists = new TreeMap<>();
            schema.findValuesAsText("codelist").stream().distinct().filter(name -> !own.contains(name))
                    .forEach(name -> shared.text(name).flatMap(text -> object("codelists/" + name + ".json", text))
                            .ifPresent(list -> lists.put(name, list)));
            own.forEach(name -> read("codelists/" + name + ".json").ifPresent(list -> lists.put(name, list)));
            return lists;
        }

        private Optional<ObjectNode> read(String file) {
            return source.text(file).flatMap(text -> object(file, text));
        }

        private Optional<ObjectNode> object(String file, String text) {
            try {
                JsonNode json = JSON.readTree(text);
                if (json instanceof ObjectNode object) {
                    return Optional.of(object);
                }
                unread.add(Flaw.error("not-json", file, "", "this is no JSON object").todo("write one object: {...}"));
            } catch (JsonProcessingException e) {
                int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
                unread.add(Flaw.error("not-json", file, "", e.getOriginalMessage()).line(line)
                        .todo("correct the JSON; nothing else of this file was judged"));
            }
            return Optional.empty();
        }
    }

    /** Folders and bundled forms the words of a command line mean. */
    static List<FormFiles> of(List<String> words) {
        if (words.equals(List.of("all"))) {
            return Catalogue.bundled().forms().stream().map(form -> bundled(form.id())).toList();
        }
        List<FormFiles> forms = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean folder = Files.isDirectory(Path.of(words.get(i)));
            if (!folder && i + 1 == words.size()) {
                throw new CannotRun("there is no folder " + words.get(i)
                        + ", and a bundled form needs NAME VERSION; known are " + known());
            }
            forms.add(folder ? in(Path.of(words.get(i))) : bundled(words.get(i), words.get(++i)));
        }
        return forms;
    }

    private static FormFiles bundled(String name, String version) {
        try {
            return bundled(new FormId(name, version));
        } catch (IllegalArgumentException e) {
            throw new CannotRun(name + " " + version + " is neither a folder nor a form; known are " + known());
        }
    }

    /** The form ready to run. */
    static FormVersion version(FormFiles files) {
        try {
            return files.version();
        } catch (RuntimeException wrong) {
            throw new CannotRun(files.shown() + " cannot be used; ruhu form lint says why");
        }
    }

    /** The one form the words of a command line mean. */
    static FormFiles only(List<String> words) {
        List<FormFiles> forms = of(words);
        if (forms.size() != 1) {
            throw new CannotRun("say one form: a folder, or NAME VERSION");
        }
        return forms.get(0);
    }
}
