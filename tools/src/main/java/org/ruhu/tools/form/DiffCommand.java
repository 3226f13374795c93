package org.ruhu.tools.form;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ruhu form diff}. */
@Command(name = "diff", mixinStandardHelpOptions = true,
        description = "Says what a new version of a form does to what was collected; a line of NDJSON for each change.",
        footer = {"", "Ends with 1 when data of both versions cannot be read as one: a question gone, moved or of"
            + " another kind,", "a code or a unit that means something else, a column under another name; with 0"
            + " otherwise."})
public final class DiffCommand implements Callable<Integer> {

    private final World world;

    @Parameters(arity = "2..4", paramLabel = "OLD NEW",
            description = "two forms: folders that hold a form.json, or NAME VERSION of bundled ones")
    private List<String> forms;

    @Option(names = "--text", description = "a table for people instead of NDJSON")
    private boolean text;

    public DiffCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        List<FormFiles> read = FormReader.of(forms);
        if (read.size() != 2) {
            throw new CannotRun("say two forms, the old one first");
        }
        FormVersion before = FormReader.version(read.get(0));
        FormVersion after = FormReader.version(read.get(1));
        List<Change> changes = FormDiff.changes(before, after);
        try (OutputStream out = new BufferedOutputStream(world.out(), 1 << 16)) {
            for (Change change : changes) {
                String line = text ? change.text() : change.json().toString();
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        long breaking = changes.stream().filter(Change::breaking).count();
        world.err().println(before.id() + " to " + after.id() + ": " + changes.size() + " changes, " + breaking
                + " of them breaking");
        return breaking == 0 ? 0 : 1;
    }
}
