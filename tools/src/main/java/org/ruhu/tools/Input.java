package org.ruhu.tools;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.form.Library;
import org.ruhu.tools.lines.Archive;
import org.ruhu.tools.lines.Lines;
import org.ruhu.tools.lines.Packed;
import org.ruhu.tools.remote.Remote;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a command gets its lines from: a file, standard input, or the dataset of a server. */
final class Input {

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE",
            description = "NDJSON, plain or gzip: lines as a device sends them; - is standard input")
    private Optional<String> file;

    @Option(names = "--server", paramLabel = "URL", description = "read the dataset of this server instead of a file")
    private Optional<String> server;

    @Option(names = "--token-file", paramLabel = "F",
            description = "file that holds the token of a session there, as ruhu sign-in writes it")
    private Optional<Path> tokenFile;

    @Option(names = "--states", paramLabel = "STATE,...", defaultValue = "",
            description = "with --server: where submissions must stand, such as accepted; without it the latest of each"
                    + " that is not void")
    private String states = "";

    @Option(names = "--form", paramLabel = "NAME[/VERSION]",
            description = "the form the lines are for; without a version every one of a dataset, the latest for bare"
                    + " answers")
    private Optional<String> form;

    @Option(names = "--forms", paramLabel = "DIR",
            description = "further forms, laid out as NAME/VERSION/form.json, with code lists and tables beside DIR")
    private Optional<Path> forms;

    /** The forms and tables of the command line. */
    Library library() {
        return Library.with(forms);
    }

    /** Lines to be read once. */
    Lines lines(World world) throws IOException {
        return new Lines(Packed.unpacked(open(world)));
    }

    /** Lines to be read more than once; a stream is copied to a temporary file first. */
    Archive archive(World world) throws IOException {
        if (server.isEmpty() && file.isPresent() && !file.get().equals("-")) {
            return Archive.of(existing(file.get()));
        }
        try (InputStream in = Packed.unpacked(open(world))) {
            return Archive.copyOf(in);
        }
    }

    /** The file, if it is one and its name is of some kind. */
    Optional<Path> named(Predicate<String> kind) throws IOException {
        return server.isEmpty() && file.filter(kind).isPresent() ? Optional.of(existing(file.get()))
                : Optional.empty();
    }

    /** The folder, if it is one. */
    Optional<Path> folder() {
        return server.isEmpty() ? file.map(Path::of).filter(Files::isDirectory) : Optional.empty();
    }

    boolean fromServer() {
        return server.isPresent();
    }

    /** The form named on the command line. */
    Optional<FormVersion> form(Catalogue catalogue) {
        return form.map(name -> form(catalogue, name)
                .orElseThrow(() -> new CannotRun("there is no form " + name + " here; known are " + known(catalogue))));
    }

    /** The dataset of the form named on the command line: of that version, else of all versions. */
    Optional<Dataset> dataset(Catalogue catalogue) {
        return form(catalogue).map(version -> form.filter(name -> name.indexOf('/') < 0).isPresent()
                ? Dataset.of(catalogue.versions(version.id().name())) : Dataset.of(version));
    }

    private InputStream open(World world) throws IOException {
        if (server.isPresent() == file.isPresent()) {
            throw new CannotRun("say either a FILE (- for standard input) or --server URL");
        }
        if (server.isPresent()) {
            return download(server.get());
        }
        return file.get().equals("-") ? world.in() : Files.newInputStream(existing(file.get()));
    }

    private InputStream download(String url) throws IOException {
        Path token = tokenFile.orElseThrow(() -> new CannotRun("--server needs --token-file; ruhu sign-in makes one"));
        form(library().catalogue());
        return Remote.at(url).with(Files.readString(existing(token.toString())).strip())
                .stream("/api/datasets/" + form.orElse("household-census") + ".ndjson?states="
                        + URLEncoder.encode(states, StandardCharsets.UTF_8));
    }

    private static Path existing(String name) throws IOException {
        Path path = Path.of(name);
        if (!Files.exists(path)) {
            throw new NoSuchFileException(name);
        }
        if (Files.isDirectory(path)) {
            throw new CannotRun(name + " is a folder; say which file in it");
        }
        return path;
    }

    private static Optional<FormVersion> form(Catalogue catalogue, String name) {
        int slash = name.indexOf('/');
        try {
            return slash < 0 ? catalogue.latest(name)
                    : catalogue.form(new FormId(name.substring(0, slash), name.substring(slash + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String known(Catalogue catalogue) {
        return String.join(", ", catalogue.forms().stream()
                .map(version -> version.id().name() + "/" + version.id().version()).toList());
    }
}
