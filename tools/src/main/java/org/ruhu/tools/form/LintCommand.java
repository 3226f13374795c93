package org.ruhu.tools.form;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.ruhu.tools.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ruhu form lint}. */
@Command(name = "lint", mixinStandardHelpOptions = true,
        description = "Finds the mistakes of a form before interviewers do; a line of NDJSON for each.",
        footer = {"", "Ends with 0 when there are none (remarks do not count), 1 when there are, 2 when it could not",
            "run."})
public final class LintCommand implements Callable<Integer> {

    private final World world;

    @Parameters(arity = "1..*", paramLabel = "FOLDER | NAME VERSION | all",
            description = "forms: folders that hold a form.json, bundled forms, or all bundled ones")
    private List<String> forms;

    @Option(names = "--text", description = "two lines for people instead of NDJSON")
    private boolean text;

    public LintCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        long errors = 0;
        List<FormFiles> read = FormReader.of(forms);
        try (OutputStream out = new BufferedOutputStream(world.out(), 1 << 16)) {
            for (FormFiles form : read) {
                List<Flaw> flaws = Lint.flaws(form);
                for (Flaw flaw : flaws) {
                    String line = text ? flaw.text() : flaw.json(form.shown()).toString();
                    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
                long wrong = flaws.stream().filter(Flaw::error).count();
                errors += wrong;
                world.err().println(form.shown() + ": " + wrong + " errors, " + (flaws.size() - wrong) + " remarks");
            }
        }
        return errors == 0 ? 0 : 1;
    }
}
