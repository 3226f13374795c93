package org.ruhu.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ruhu.tools.disclosure.Publication;
import org.ruhu.tools.disclosure.TablePlan;
import org.ruhu.tools.disclosure.Tally;
import org.ruhu.tools.lines.Archive;
import org.ruhu.tools.page.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "tables", mixinStandardHelpOptions = true,
        description = "Makes public tables in which no small cell can be read or worked out.",
        footer = {"", "FILE may also be a flat CSV (.csv, .csv.gz) with a row for each person.",
            "tables.html and tables.json say what was done and are not for the public; a NAME.csv for every table is"
                + " written only if all may be released, else the exit code is 1."})
final class PublicTables implements Callable<Integer> {

    private static final String EXAMPLE = "disclosure/tables.json";

    private final World world;

    @Mixin
    private Input input;

    @Option(names = "--settings", paramLabel = "T.json", description = "which tables, and how they are protected")
    private Optional<Path> settings;

    @Option(names = "--out", paramLabel = "DIR", description = "folder for the files")
    private Optional<Path> out;

    @Option(names = "--register", paramLabel = "R.json",
            description = "what was released before: tables are judged together with it, and added to it")
    private Optional<Path> register;

    @Option(names = "--any-state", description = "take lines that say they are not accepted too")
    private boolean anyState;

    @Option(names = "--example", description = "print settings for the household census to start from, and end")
    private boolean example;

    PublicTables(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        if (example) {
            try (InputStream in = PublicTables.class.getResourceAsStream(EXAMPLE)) {
                in.transferTo(world.out());
            }
            return 0;
        }
        Path folder = out.orElseThrow(() -> new CannotRun("say the folder for the files with --out"));
        TablePlan.Several wanted = settings();
        FlatRows rows = new FlatRows(input, world, anyState);
        Publication publication = new Publication(wanted, tallies(wanted, rows), before());
        List<Words> refusals = publication.refusals();
        write(folder, publication, refusals.isEmpty(), wanted);
        publication.unseen().forEach(what -> world.err().println("note: " + what.en()));
        refusals.forEach(why -> world.err().println("refused: " + why.en()));
        world.err().println((refusals.isEmpty() ? "released" : "refused") + ", see " + folder.resolve("tables.html"));
        rows.tellNotAccepted();
        if (rows.leftOut() > 0) {
            world.err().println(rows.leftOut() + " lines left out; ruhu validate says why");
        }
        return refusals.isEmpty() && rows.leftOut() == 0 ? 0 : 1;
    }

    private TablePlan.Several settings() throws IOException {
        try (InputStream in = Files.newInputStream(
                settings.orElseThrow(() -> new CannotRun("say the tables with --settings; --example prints some")))) {
            return TablePlan.Several.read(in);
        }
    }

    /** Tables of people and of households read the interviews once each. */
    private List<Tally> tallies(TablePlan.Several wanted, FlatRows rows) throws IOException {
        List<Tally> tallies = new ArrayList<>();
        try (Archive archive = rows.archive()) {
            for (boolean people : new boolean[] {true, false}) {
                Tally tally = new Tally(wanted, people);
                if (tally.wanted()) {
                    rows.open(archive, people ? Optional.of(wanted.roster()) : Optional.empty());
                    Publication.check(wanted.only(people), rows::described);
                    rows.forEach(archive, wanted.household(), wanted.only(people).columns(), tally::add);
                    tallies.add(tally);
                }
            }
        }
        return tallies;
    }

    private Optional<JsonNode> before() throws IOException {
        if (register.isEmpty() || !Files.exists(register.get())) {
            return Optional.empty();
        }
        JsonNode known = new ObjectMapper().readTree(register.get().toFile());
        if (!known.isObject()) {
            throw new CannotRun(register.get() + " is no register of releases");
        }
        return Optional.of(known);
    }

    private void write(Path folder, Publication publication, boolean released, TablePlan.Several wanted)
            throws IOException {
        for (String name : wanted.names()) {
            Files.deleteIfExists(folder.resolve(name + ".csv"));
        }
        try (Whole files = new Whole(folder)) {
            files.text("tables.json", publication.json().toPrettyString() + "\n");
            files.text("tables.html", publication.page());
            if (released) {
                for (Publication.Sheet sheet : publication.sheets()) {
                    files.csv(sheet.name() + ".csv", csv -> sheet.rows().forEach(csv::row));
                }
                if (register.isPresent()) {
                    Path part = register.get().resolveSibling(register.get().getFileName() + ".part");
                    Files.writeString(part, publication.register().toPrettyString() + "\n");
                    Files.move(part, register.get(), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            files.done();
        }
    }
}
