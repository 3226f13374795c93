package org.ruhu.tools.form;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.World;
import org.ruhu.tools.xlsform.Outcome;
import org.ruhu.tools.xlsform.Remark;
import org.ruhu.tools.xlsform.XlsForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ruhu form xlsform}. Says its own help: the standard options would bring a {@code --version} of their own. */
@Command(name = "xlsform",
        description =
            "Makes a form of an XLSForm (.xlsx or .xls), or says with sheet, row and column what cannot be had.",
        footer = {"", "Exit codes: 0 imported, 1 imported with differences that are listed, 2 not imported.",
            "Lists in .csv files are looked for beside the workbook."})
public final class XlsFormCommand implements Callable<Integer> {

    private final World world;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help message and exit.")
    private boolean help;

    @Parameters(paramLabel = "IN.xlsx", description = "the workbook")
    private Path workbook;

    @Option(names = "--name", paramLabel = "NAME", description = "of the form; the workbook's form_id when left out")
    private Optional<String> name = Optional.empty();

    @Option(names = "--version", paramLabel = "V", description = "of the form; the workbook's own when left out")
    private Optional<String> version = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", required = true,
            description = "folder for the form; must not hold one")
    private Path out;

    public XlsFormCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        name.filter(given -> !given.matches("[a-z][a-z0-9-]{0,63}")).ifPresent(given -> {
            throw new CannotRun("a form's name is small letters, digits and hyphens: " + given);
        });
        version.filter(given -> !given.matches("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}")).ifPresent(given -> {
            throw new CannotRun("a version is numbers with points between, such as 1.0: " + given);
        });
        if (Files.exists(out.resolve("form.json"))) {
            throw new CannotRun("there is a form in " + out + " already: name another folder");
        }
        Outcome outcome = XlsForm.read(workbook, name, version);
        PrintStream lines = new PrintStream(world.out(), true, StandardCharsets.UTF_8);
        outcome.remarks().forEach(remark -> lines.println(json(remark)));
        if (outcome instanceof Outcome.Imported imported) {
            write(imported);
            world.err().println("imported into " + out + (outcome.remarks().isEmpty() ? ""
                    : ", with " + outcome.remarks().size() + " differences"));
            return outcome.remarks().isEmpty() ? 0 : 1;
        }
        world.err().println("not imported: " + outcome.remarks().stream().filter(Remark::refused).count()
                + " things cannot be had");
        return 2;
    }

    private static ObjectNode json(Remark remark) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("severity", remark.refused() ? "refused" : "warning").put("sheet", remark.place().sheet());
        if (remark.place().row() > 0) {
            line.put("row", remark.place().row());
        }
        if (!remark.place().column().isEmpty()) {
            line.put("column", remark.place().column());
        }
        return line.put("message", remark.message());
    }

    private void write(Outcome.Imported imported) throws IOException {
        Files.createDirectories(out);
        for (Map.Entry<String, ObjectNode> labels : imported.labels().entrySet()) {
            write(out.resolve("labels." + labels.getKey() + ".json"), labels.getValue());
        }
        if (!imported.codelists().isEmpty()) {
            Files.createDirectories(out.resolve("codelists"));
        }
        for (Map.Entry<String, ObjectNode> list : imported.codelists().entrySet()) {
            write(out.resolve("codelists").resolve(list.getKey() + ".json"), list.getValue());
        }
        write(out.resolve("form.json"), imported.form());
    }

    private static void write(Path file, JsonNode json) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        Files.writeString(file, FormReader.JSON.writer(printer).writeValueAsString(json) + "\n");
    }
}
