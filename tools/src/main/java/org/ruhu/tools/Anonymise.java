package org.ruhu.tools;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ruhu.tools.disclosure.Guard;
import org.ruhu.tools.disclosure.People;
import org.ruhu.tools.disclosure.Release;
import org.ruhu.tools.disclosure.RiskPage;
import org.ruhu.tools.disclosure.RiskReport;
import org.ruhu.tools.disclosure.Settings;
import org.ruhu.tools.disclosure.VariableList;
import org.ruhu.tools.lines.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "anonymise", mixinStandardHelpOptions = true,
        description = "Makes public microdata: a sample of people in which nobody stands out, and its risk.",
        footer = {"", "FILE may also be a flat CSV (.csv, .csv.gz) with a row for each person.",
            "risk.html and risk.json are written in any case; persons.csv and variables.csv only if every limit is"
                + " kept, else the exit code is 1. Nothing is released that the settings do not name."})
final class Anonymise implements Callable<Integer> {

    private static final String EXAMPLE = "disclosure/household-census.json";

    private final World world;

    @Mixin
    private Input input;

    @Option(names = "--settings", paramLabel = "S.json", description = "what is released, and how")
    private Optional<Path> settings;

    @Option(names = "--out", paramLabel = "DIR", description = "folder for the files")
    private Optional<Path> out;

    @Option(names = "--register", paramLabel = "DIR", description = "microdata released before: a file is judged"
            + " together with them, and kept there if it is released; not for the public")
    private Optional<Path> register;

    @Option(names = "--any-state", description = "take lines that say they are not accepted too")
    private boolean anyState;

    @Option(names = "--example", description = "print settings for the household census to start from, and end")
    private boolean example;

    Anonymise(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        if (example) {
            try (InputStream in = Anonymise.class.getResourceAsStream(EXAMPLE)) {
                in.transferTo(world.out());
            }
            return 0;
        }
        Path folder = out.orElseThrow(() -> new CannotRun("say the folder for the files with --out"));
        Settings wanted = settings();
        Stopwatch watch = new Stopwatch();
        FlatRows rows = new FlatRows(input, world, anyState);
        if (rows.flat() && wanted.household().isEmpty() && wanted.reason().isEmpty()) {
            throw new CannotRun("settings/household: say which column tells who lives together, so that nobody is put"
                    + " together again; if none does, give the reason as \"reason\"");
        }
        if (register.isPresent() && rows.flat() && wanted.household().isEmpty()) {
            throw new CannotRun("--register: a flat file needs \"household\", the column that says who is who, or"
                    + " nobody is known again");
        }
        People people = new People(wanted);
        try (Archive archive = rows.archive()) {
            rows.open(archive, Optional.of(wanted.roster()));
            Guard.check(wanted, rows::described);
            rows.forEach(archive, wanted.household(), people.wanted(), people::add);
        }
        Release release = register.isPresent() ? Release.of(people, register.get()) : Release.of(people);
        write(folder, release, rows, register);
        RiskReport report = release.report();
        report.refusals().forEach(why -> world.err().println("refused: " + why.en()));
        world.err().println((release.allowed() ? "released" : "refused") + ", see "
                + folder.resolve("risk.html") + "; " + watch.rate(report.people(), "people"));
        rows.tellNotAccepted();
        if (rows.leftOut() > 0) {
            world.err().println(rows.leftOut() + " lines left out; ruhu validate says why");
        }
        return release.allowed() && rows.leftOut() == 0 ? 0 : 1;
    }

    private Settings settings() throws IOException {
        try (InputStream in = Files.newInputStream(
                settings.orElseThrow(() -> new CannotRun("say the settings with --settings; --example prints some")))) {
            return Settings.read(in);
        }
    }

    private static void write(Path folder, Release release, FlatRows rows, Optional<Path> register)
            throws IOException {
        for (String name : List.of("persons.csv", "variables.csv")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        try (Whole files = new Whole(folder)) {
            files.text("risk.json", release.report().json().toPrettyString() + "\n");
            files.text("risk.html", RiskPage.of(release.report()));
            if (release.allowed()) {
                files.csv("persons.csv", csv -> {
                    csv.row(release.header());
                    release.rows(csv::row);
                });
                files.csv("variables.csv", csv -> {
                    csv.row(VariableList.HEADER);
                    release.variables(rows::described).forEach(csv::row);
                });
                if (register.isPresent()) {
                    release.register(register.get());
                }
            }
            files.done();
        }
    }
}
