package org.ruhu.tools.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ruhu form schema}. */
@Command(name = "schema", mixinStandardHelpOptions = true,
        description = "Writes the plain JSON Schema 2020-12 of a form's answers, for programs that know nothing of us.",
        footer = {"", "It says what shape answers have. Skips, calculations and checks are not in it."})
public final class SchemaCommand implements Callable<Integer> {

    private final World world;

    @Parameters(arity = "1..2", paramLabel = "FOLDER | NAME VERSION", description = "the form")
    private List<String> form;

    @Option(names = "--language", paramLabel = "zh|en|bo", defaultValue = "en",
            description = "of titles and descriptions; default ${DEFAULT-VALUE}")
    private String language;

    public SchemaCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        if (!FormFiles.LANGUAGES.contains(language)) {
            throw new CannotRun("--language: zh, en or bo");
        }
        String schema = PlainSchema.of(FormReader.version(FormReader.only(form)), language).toPrettyString();
        world.out().write((schema + "\n").getBytes(StandardCharsets.UTF_8));
        return 0;
    }
}
