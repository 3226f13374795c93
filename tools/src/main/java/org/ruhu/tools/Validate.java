package org.ruhu.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.ruhu.forms.Catalogue;
import org.ruhu.tools.Judge.Judgement;
import org.ruhu.tools.Judge.Mark;
import org.ruhu.tools.lines.InOrder;
import org.ruhu.tools.lines.Lines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "validate", mixinStandardHelpOptions = true,
        description = "Judges interviews by schema and checks; a line of NDJSON for everything that is to be said.",
        footer = {"", "What a server masks cannot be judged and is left out."})
final class Validate implements Callable<Integer> {

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

    Validate(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = input.library().catalogue();
        Judge judge = new Judge(catalogue, input.form(catalogue), context, language);
        Stopwatch watch = new Stopwatch();
        Progress progress = new Progress(world);
        try (Lines lines = input.lines(world); OutputStream out = new BufferedOutputStream(world.out(), 1 << 16)) {
            InOrder.forEach(lines, Runtime.getRuntime().availableProcessors(), judge::on, judgement -> {
                count(judgement);
                judgement.says().forEach(say -> write(out, say));
                progress.at(() -> watch.rate(judged(), "lines"));
            });
        }
        progress.done();
        summary(watch);
        return marks.keySet().equals(Set.of(Mark.CLEAN)) || marks.isEmpty() ? 0 : 1;
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
}
