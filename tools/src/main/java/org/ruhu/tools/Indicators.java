package org.ruhu.tools;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.tools.form.Library;
import org.ruhu.tools.indicator.Gathering;
import org.ruhu.tools.indicator.Publishing;
import org.ruhu.tools.indicator.compute.Cut;
import org.ruhu.tools.indicator.compute.Frame;
import org.ruhu.tools.indicator.compute.SamplePlan;
import org.ruhu.tools.indicator.compute.Judging;
import org.ruhu.tools.indicator.input.AreaNames;
import org.ruhu.tools.indicator.input.DesignTable;
import org.ruhu.tools.indicator.input.Exported;
import org.ruhu.tools.indicator.input.FrameFile;
import org.ruhu.tools.indicator.input.LineTable;
import org.ruhu.tools.indicator.input.ProcessTables;
import org.ruhu.tools.indicator.reading.RuleBook;
import org.ruhu.tools.lines.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "indicators", mixinStandardHelpOptions = true,
        description = "Works out income, poverty, compliance and quality from interviews of the household census, by"
                + " area and group.",
        footer = {"", "FILE may also be a folder of ruhu export (--format csv or ndjson): its column weight, and"
            + " stratum, psu and fpc if it has them, make it a sample, and what it says is imputed is told beside every"
            + " figure.", "",
            "Writes figures.csv and figures.ndjson, the same in two forms, and report.html in Chinese and"
            + " English, where every figure's definition is a click away."})
final class Indicators implements Callable<Integer> {

    private static final int SMALLEST = 1;

    private final World world;

    @Mixin
    private Input input;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder for the files")
    private Path out;

    @Option(names = "--line", paramLabel = "FILE", description = "poverty lines as CSV (area,year,value,source), or a"
            + " table of parameters as JSON; they come before those that are built in")
    private Optional<Path> line;

    @Option(names = "--design", paramLabel = "CSV", description = "the sample: unit,stratum,psu,weight and fpc, the"
            + " number of first-stage units in the stratum; without it everybody counts once")
    private Optional<Path> design;

    @Option(names = "--cases", paramLabel = "CSV", description = "of a sample: unit,verdict (verified or refuted), what"
            + " became of the households suspected of being wrongly exited or missed")
    private Optional<Path> cases;

    @Option(names = "--assumed-deff", paramLabel = "D", defaultValue = "2",
            description = "of a sample: the design effect where no case was found; 2 unless said")
    private double assumedDeff;

    @Option(names = "--by", paramLabel = "WORDS", split = ",", defaultValue = "county,township,hh_attr",
            description = "levels of areas (province, prefecture, county, township, village) and groups (hh_attr,"
                    + " status, cause, size, head_sex; team, of the fieldwork alone), with commas between;"
                    + " county,township,hh_attr unless said")
    private List<String> by;

    @Option(names = "--regions", paramLabel = "FILE", description = "names of areas: NDJSON with code and name")
    private Optional<Path> regions;

    @Option(names = "--frame", paramLabel = "FILE",
            description = "the units to be visited, NDJSON with unit and area, as"
            + " ruhu simulate writes units; tells how many of them have a record")
    private Optional<Path> frame;

    @Option(names = "--notices", paramLabel = "CSV", description = "area,posted,removed,photo (yes or no)[,days]: how"
            + " many notices hung as long as they have to (7 days unless said) and have a photo")
    private Optional<Path> notices;

    @Option(names = "--funds", paramLabel = "CSV",
            description = "area,year,planned,paid: how much of the money was paid")
    private Optional<Path> funds;

    @Option(names = "--any-state", description = "take lines that say they are not accepted too")
    private boolean anyState;

    @Option(names = "--public", description = "leave out values of fewer households than --threshold,"
            + " and those from which they could be worked out")
    private boolean forPublic;

    @Option(names = "--threshold", paramLabel = "N", defaultValue = "10",
            description = "households a published figure must stand on; 10 unless said")
    private int threshold;

    @Option(names = "--language", paramLabel = "zh|en", defaultValue = "zh",
            description = "of the names of areas, and what the report opens in; zh unless said")
    private String language;

    Indicators(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        if (!List.of("zh", "en").contains(language)) {
            throw new CannotRun("--language: zh or en");
        }
        if (threshold < SMALLEST) {
            throw new CannotRun("--threshold: 1 or more");
        }
        if (forPublic && by.contains("team")) {
            throw new CannotRun("--by team is about the staff, so it is not for the public");
        }
        Cut cut = cut();
        Library library = input.library();
        RuleBook rules = new RuleBook(line.isPresent() ? lines(library.parameters()) : library.parameters());
        AreaNames names = regions.isPresent() ? AreaNames.read(existing(regions.get())) : AreaNames.none();
        Stopwatch watch = new Stopwatch();
        Optional<Path> folder = input.folder();
        Optional<Frame> units = frame.isPresent() ? Optional.of(FrameFile.read(existing(frame.get())))
                : Optional.empty();
        Gathering gathering;
        Progress progress = new Progress(world);
        if (folder.isPresent()) {
            try (Exported export = Exported.open(folder.get(), library.catalogue())) {
                gathering = gathering(library, rules, design.isEmpty() && export.weighted() ? new SamplePlan.Carried()
                        : drawn(), units);
                gathering.read(export, read -> progress.at(() -> watch.rate(read, "interviews")));
            }
        } else {
            gathering = gathering(library, rules, drawn(), units);
            try (Archive archive = input.archive(world)) {
                gathering.read(archive, read -> progress.at(() -> watch.rate(read, "interviews")));
            }
        }
        if (notices.isPresent()) {
            ProcessTables.notices(existing(notices.get()), gathering.process());
        }
        if (funds.isPresent()) {
            ProcessTables.funds(existing(funds.get()), gathering.process());
        }
        Judging judging = new Judging(rules, cases.isPresent() ? DesignTable.cases(existing(cases.get())) : Map.of(),
                assumedDeff);
        long figures = write(gathering, new Publishing(library.catalogue(), names::words, cut, judging, forPublic,
                threshold, language), made -> progress.at(() -> watch.rate(made, "figures")));
        progress.done();
        world.err().println(gathering.households().size() + " households, " + figures + " figures to " + out + ", "
                + watch.rate(gathering.households().size(), "households"));
        gathering.leftOut().forEach(why -> world.err().println(why.en()));
        return gathering.faulty() ? 1 : 0;
    }

    private Gathering gathering(Library library, RuleBook rules, SamplePlan plan, Optional<Frame> units) {
        return new Gathering(library.catalogue(), rules, plan, units, anyState);
    }

    private Cut cut() {
        try {
            return Cut.of(by);
        } catch (IllegalArgumentException e) {
            throw new CannotRun("--by: " + e.getMessage());
        }
    }

    private Parameters lines(Parameters known) throws IOException {
        return LineTable.with(known, existing(line.get()));
    }

    private SamplePlan drawn() throws IOException {
        return design.isPresent() ? DesignTable.read(existing(design.get())) : new SamplePlan.Census();
    }

    private static Path existing(Path file) throws NoSuchFileException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return file;
    }

    private long write(Gathering gathering, Publishing publishing, LongConsumer progress) throws IOException {
        Files.createDirectories(out);
        Publishing.Made made = publishing.write(gathering, open("figures.csv"), open("figures.ndjson"),
                progress);
        try (OutputStream report = open("report.html")) {
            report.write(made.report().getBytes(StandardCharsets.UTF_8));
        }
        for (String name : List.of("figures.csv", "figures.ndjson", "report.html")) {
            Files.move(out.resolve(name + ".part"), out.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return made.figures();
    }

    private OutputStream open(String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(out.resolve(name + ".part")), 1 << 16);
    }
}
