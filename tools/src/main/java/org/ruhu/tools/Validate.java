package org.ruhu.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.ruhu.forms.parameter.ParameterFile;
import org.ruhu.forms.parameter.ParameterProblem;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.tools.Judge.Judgement;
import org.ruhu.tools.Judge.Mark;
import org.ruhu.tools.form.Library;
import org.ruhu.tools.lines.Archive;
import org.ruhu.tools.lines.InOrder;
import org.ruhu.tools.lines.Lines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "validate", mixinStandardHelpOptions = true,
        description = "Judges interviews by schema and checks; a line of NDJSON for everything that is to be said.",
        footer = {"", "What a server masks cannot be judged and is left out."})
final class Validate implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final World world;
    private final Map<Mark, Long> marks = new EnumMap<>(Mark.class);
    private final Map<String, Long> codes = new TreeMap<>();

    @Mixin
    private Input input;

    @Option(names = "--lang", paramLabel = "zh|en|bo", defaultValue = "en",
            description = "language of the messages of checks")
    private String language;

    @Option(names = "--context", paramLabel = "NAME=VALUE",
            description = "what the form is told from outside, such as ref_date=2020-12-31")
    private Map<String, String> context = Map.of();

    @Option(names = "--parameters", paramLabel = "FILE",
            description = "tables whose values come before those that come with Ruhu; may be given again")
    private List<Path> parameters = List.of();

    Validate(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        Library library = input.library();
        Neighbours neighbours = new Neighbours(library.catalogue());
        Map<String, JsonNode> said = new HashMap<>();
        context.forEach((name, value) -> said.put(name, constant(value)));
        Judge judge = new Judge(library.catalogue(), input.form(library.catalogue()),
                new Outside(said, tables(library), neighbours), language);
        Stopwatch watch = new Stopwatch();
        Progress progress = new Progress(world);
        try (Archive archive = input.archive(world)) {
            hear(archive, judge, neighbours);
            judge(archive, judge, progress, watch);
        }
        progress.done();
        summary(watch);
        return marks.keySet().equals(Set.of(Mark.CLEAN)) || marks.isEmpty() ? 0 : 1;
    }

    private Parameters tables(Library library) throws IOException {
        Parameters tables = library.parameters();
        for (Path file : parameters) {
            try {
                tables = tables.with(ParameterFile.read(file.toString(), Files.readAllBytes(file)));
            } catch (ParameterProblem | IllegalArgumentException problem) {
                throw new CannotRun(problem.getMessage());
            }
        }
        return tables;
    }

    /** Only when some line compares with others are the others heard first. */
    private static void hear(Archive archive, Judge judge, Neighbours neighbours) throws IOException {
        boolean asked = false;
        try (Lines lines = archive.lines()) {
            while (!asked && lines.hasNext()) {
                asked = neighbours.mayAsk(lines.next());
            }
        }
        try (Lines lines = archive.lines()) {
            while (asked && lines.hasNext()) {
                judge.hear(lines.next(), neighbours);
            }
        }
    }

    private void judge(Archive archive, Judge judge, Progress progress, Stopwatch watch) throws IOException {
        try (Lines lines = archive.lines(); OutputStream out = new BufferedOutputStream(world.out(), 1 << 16)) {
            InOrder.forEach(lines, Runtime.getRuntime().availableProcessors(), judge::on, judgement -> {
                count(judgement);
                judgement.says().forEach(say -> write(out, say));
                progress.at(() -> watch.rate(judged(), "lines"));
            });
        }
    }

    private void count(Judgement judgement) {
        marks.merge(judgement.mark(), 1L, Long::sum);
        judgement.says().forEach(say ->
                codes.merge(say.path("check").asText(say.path("keyword").asText()), 1L, Long::sum));
    }

    private long judged() {
        return marks.values().stream().mapToLong(Long::longValue).sum();
    }

    private void summary(Stopwatch watch) {
        world.err().println(judged() + " lines: " + marks.getOrDefault(Mark.CLEAN, 0L) + " clean, "
                + marks.getOrDefault(Mark.SOFT, 0L) + " with soft findings only, "
                + marks.getOrDefault(Mark.HARD, 0L) + " with hard findings, "
                + marks.getOrDefault(Mark.MISFIT, 0L) + " that do not fit, "
                + marks.getOrDefault(Mark.UNREADABLE, 0L) + " unreadable; " + watch.rate(judged(), "lines"));
        codes.forEach((code, times) -> world.err().printf("  %-20s %d%n", code, times));
    }

    private static void write(OutputStream out, ObjectNode say) {
        try {
            out.write(say.toString().getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON if it is JSON, else text: {@code poverty_line=4000}, {@code ref_date=2020-12-31}. */
    private static JsonNode constant(String value) {
        try {
            JsonNode json = JSON.readTree(value);
            return json.isNumber() && json.asText().equals(value) || json.isBoolean() ? json : TextNode.valueOf(value);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(value);
        }
    }
}
