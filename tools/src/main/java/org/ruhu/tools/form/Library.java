package org.ruhu.tools.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.outside.SourceJudge;
import org.ruhu.forms.parameter.Parameter;
import org.ruhu.forms.parameter.ParameterFile;
import org.ruhu.forms.parameter.ParameterProblem;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.tools.CannotRun;

/**
 * Forms and parameter tables to work with: those that come with Ruhu, and those in a folder beside them that is laid
 * out as ours are: {@code FOLDER/NAME/VERSION/form.json}, and next to the folder {@code codelists} and
 * {@code parameters}.
 */
public record Library(Catalogue catalogue, Parameters parameters) {

    /** Only what comes with Ruhu. */
    public static Library bundled() {
        return new Library(Catalogue.bundled(), Parameters.bundled());
    }

    /** @throws CannotRun naming everything that is wrong in the folder */
    public static Library with(Optional<Path> folder) {
        return folder.map(path -> new Reading(path).library()).orElseGet(Library::bundled);
    }

    private static final class Reading {

        private final Path folder;
        private final List<String> problems = new ArrayList<>();

        Reading(Path folder) {
            this.folder = folder;
            if (!Files.isDirectory(folder)) {
                throw new CannotRun("there is no folder of forms " + folder);
            }
        }

        Library library() {
            Map<FormId, FormVersion> forms = new LinkedHashMap<>();
            Catalogue.bundled().forms().forEach(form -> forms.put(form.id(), form));
            List<FormVersion> own = below(folder).flatMap(name -> below(name)).flatMap(this::form).toList();
            own.forEach(form -> {
                FormVersion known = forms.put(form.id(), form);
                if (known != null && !known.digest().equals(form.digest())) {
                    problems.add(form.id() + ": a published version never changes: make a new version");
                }
            });
            Parameters parameters = parameters();
            Catalogue catalogue = Catalogue.of(List.copyOf(forms.values()));
            own.forEach(form -> problems.addAll(new SourceJudge(catalogue, parameters).problems(form)));
            if (!problems.isEmpty()) {
                throw new CannotRun("the forms in " + folder + " cannot be used:\n" + String.join("\n", problems));
            }
            return new Library(catalogue, parameters);
        }

        private Stream<FormVersion> form(Path version) {
            String named = folder.relativize(version).toString();
            if (!Files.exists(version.resolve("form.json"))) {
                problems.add(named + ": there is no form.json");
                return Stream.empty();
            }
            FormFiles files = FormFiles.in(version);
            List<Flaw> errors = Lint.flaws(files).stream().filter(Flaw::error).toList();
            errors.forEach(flaw -> problems.add(named + "/" + flaw.text().replaceAll("\n +", " - ")));
            if (!errors.isEmpty()) {
                return Stream.empty();
            }
            FormVersion form = files.version();
            if (!named.equals(Path.of(form.id().name(), form.id().version()).toString())) {
                problems.add(named + ": the form in it is " + form.id() + "; name the folders after it");
            }
            return Stream.of(form);
        }

        private Parameters parameters() {
            Path tables = folder.toAbsolutePath().normalize().resolveSibling("parameters");
            Parameters all = Parameters.bundled();
            for (Path file : files(tables)) {
                try {
                    List<Parameter> read = ParameterFile.read(file.getFileName().toString(), Files.readAllBytes(file));
                    all = all.with(read);
                } catch (ParameterProblem problem) {
                    problems.addAll(problem.problems());
                } catch (IllegalArgumentException problem) {
                    problems.add(file.getFileName() + ": " + problem.getMessage());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return all;
        }

        private static List<Path> files(Path tables) {
            return list(tables).filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .filter(file -> !file.endsWith("index.json")).toList();
        }

        private static Stream<Path> below(Path folder) {
            return list(folder).filter(Files::isDirectory)
                    .filter(path -> !path.getFileName().toString().startsWith("."));
        }

        private static Stream<Path> list(Path folder) {
            if (!Files.isDirectory(folder)) {
                return Stream.empty();
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.sorted().toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
