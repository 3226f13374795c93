package org.ruhu.tools.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ruhu form show}. */
@Command(name = "show", mixinStandardHelpOptions = true,
        description = "Writes a form as a questionnaire on paper: one HTML file a language, to be printed on A4.",
        footer = {"", "Files are called NAME-VERSION.LANGUAGE.html. Any browser prints them; they load nothing else."})
public final class ShowCommand implements Callable<Integer> {

    private final World world;

    @Parameters(arity = "1..2", paramLabel = "FOLDER | NAME VERSION", description = "the form")
    private List<String> form;

    @Option(names = "--language", paramLabel = "zh|en|bo", description = "one language instead of all")
    private Optional<String> language;

    @Option(names = "--out", paramLabel = "DIR|-", defaultValue = ".",
            description = "folder for the files; - writes the one language to standard output")
    private String out;

    public ShowCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        if (language.filter(word -> !FormFiles.LANGUAGES.contains(word)).isPresent()) {
            throw new CannotRun("--language: zh, en or bo");
        }
        FormVersion version = FormReader.version(FormReader.only(form));
        if (out.equals("-")) {
            String one = language.orElseThrow(() -> new CannotRun("--out - needs --language"));
            world.out().write(Paper.html(version, one).getBytes(StandardCharsets.UTF_8));
            return 0;
        }
        Path folder = Files.createDirectories(Path.of(out));
        for (String each : language.map(List::of).orElse(FormFiles.LANGUAGES)) {
            Path file = folder.resolve(version.id().name() + "-" + version.id().version() + "." + each + ".html");
            Files.writeString(file, Paper.html(version, each));
            world.err().println(file);
        }
        return 0;
    }
}
