package org.ruhu.tools;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ruhu.tools.disclosure.NoticeMark;
import org.ruhu.tools.disclosure.NoticeSettings;
import org.ruhu.tools.disclosure.NoticeText;
import org.ruhu.tools.lines.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "notice", mixinStandardHelpOptions = true,
        description = "Makes a public notice: masked names, village groups, results and classes of reasons, no more.",
        footer = {"", "FILE may also be a flat CSV (.csv, .csv.gz).",
            "What may not be public is told on standard output by row, column and kind; then nothing is written and the"
                + " exit code is 1.",
            "With --due the notices in a folder are listed whose day of removal has come; exit code 1 if any are left"
                + " there."})
final class Notice implements Callable<Integer> {

    private final World world;

    @Mixin
    private Input input;

    @Option(names = "--any-state", description = "take lines that say they are not accepted too")
    private boolean anyState;

    @Option(names = "--settings", paramLabel = "N.json", 
            description = "title, contact, from, until, removeOn; columns: name, group, result, reason; results")
    private Optional<Path> settings;

    @Option(names = "--out", paramLabel = "DIR", description = "folder for notice.csv and notice.html")
    private Optional<Path> out;

    @Option(names = "--due", paramLabel = "DIR",
            description = "look for notices to be removed, whatever they are called")
    private Optional<Path> due;

    @Option(names = "--on", paramLabel = "DAY", description = "with --due: another day than today, such as 2021-03-08")
    private Optional<LocalDate> on;

    @Option(names = "--remove", description = "with --due: delete them")
    private boolean remove;

    Notice(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        if (due.isPresent()) {
            return due(due.get());
        }
        if (on.isPresent() || remove) {
            throw new CannotRun("--on and --remove go with --due");
        }
        return make(settings.orElseThrow(() -> new CannotRun("say what is to stand there with --settings")),
                out.orElseThrow(() -> new CannotRun("say the folder for the files with --out")));
    }

    private int due(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new CannotRun(folder + " is no folder");
        }
        LocalDate day = on.orElseGet(LocalDate::now);
        List<NoticeMark> past = NoticeMark.in(folder).stream().filter(mark -> mark.due(day)).toList();
        for (NoticeMark mark : past) {
            ObjectNode line = new ObjectMapper().createObjectNode().put("file", mark.file().toString())
                    .put("removeOn", mark.removeOn().toString()).put("removed", remove);
            if (remove) {
                Files.delete(mark.file());
            }
            world.out().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        world.err().println(past.size() + (remove ? " files of notices removed from " : " files of notices are due in ")
                + folder + "; copies elsewhere have to be removed there");
        return past.isEmpty() || remove ? 0 : 1;
    }

    private int make(Path settings, Path out) throws IOException {
        NoticeSettings wanted;
        try (InputStream in = Files.newInputStream(settings)) {
            wanted = NoticeSettings.read(in);
        }
        NoticeText notice = new NoticeText(wanted);
        FlatRows rows = new FlatRows(input, world, anyState);
        try (Archive archive = rows.archive()) {
            rows.open(archive, Optional.empty());
            rows.forEach(archive, Optional.empty(), wanted.wanted(), (household, cells) -> notice.add(cells));
        }
        rows.tellNotAccepted();
        for (NoticeText.Finding finding : notice.findings()) {
            ObjectNode line = new ObjectMapper().createObjectNode().put("row", finding.row())
                    .put("column", finding.column()).put("kind", finding.kind());
            world.out().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        for (String name : List.of("notice.csv", "notice.html")) {
            Files.deleteIfExists(out.resolve(name));
        }
        if (!notice.findings().isEmpty() || rows.leftOut() > 0) {
            world.err().println("refused: " + notice.findings().size() + " findings, " + rows.leftOut()
                    + " lines unreadable");
            return 1;
        }
        try (Whole files = new Whole(out)) {
            files.csv("notice.csv", csv -> {
                csv.row(notice.header());
                notice.rows().forEach(csv::row);
            });
            files.text("notice.html", notice.page());
            files.done();
        }
        world.err().println(notice.rows().size() + " lines to " + out.resolve("notice.html") + ", to be removed on "
                + wanted.removeOn());
        return 0;
    }
}
