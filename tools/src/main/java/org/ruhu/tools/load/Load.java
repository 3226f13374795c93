package org.ruhu.tools.load;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.Progress;
import org.ruhu.tools.Stopwatch;
import org.ruhu.tools.World;
import org.ruhu.tools.lines.InOrder;
import org.ruhu.tools.load.Stock.Item;
import org.ruhu.tools.load.Stock.Packed;
import org.ruhu.tools.remote.Account;
import org.ruhu.tools.remote.Remote;
import org.ruhu.tools.simulation.Household;
import org.ruhu.tools.simulation.Plan;
import org.ruhu.tools.simulation.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "load", mixinStandardHelpOptions = true,
        description =
            "Drives a server as many tablets on a bad network do, then reads back and compares what it acknowledged.",
        footer = {"", "The units must be on the server's frame: a demo's accounts file says which simulation that is.",
            "Differences go to standard output, a line of NDJSON each; any ends with exit code 1."})
public final class Load implements Callable<Integer> {

    private final World world;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE",
            description = "lines to send; without it the simulation the accounts file names")
    private Optional<Path> file;

    @Option(names = "--server", paramLabel = "URL", required = true, description = "such as http://localhost:8080")
    private String url;

    @Option(names = "--accounts", paramLabel = "F", required = true,
            description = "demo-accounts.json: teams and a supervisor")
    private Path accounts;

    @Option(names = "--households", paramLabel = "N", description = "instead of what the accounts file says")
    private Optional<Integer> households;

    @Option(names = "--seed", paramLabel = "S", description = "instead of what the accounts file says")
    private Optional<Long> seed;

    @Option(names = "--clients", defaultValue = "16", description = "at work at a time; default ${DEFAULT-VALUE}")
    private int clients;

    @Option(names = "--rate", paramLabel = "R", defaultValue = "0",
            description = "submissions a second; default as many as go")
    private double rate;

    @Option(names = "--copies", defaultValue = "5",
            description = "of each at the same moment; default ${DEFAULT-VALUE}")
    private int copies;

    @Option(names = "--drop-acks", paramLabel = "SHARE", defaultValue = "0.25",
            description = "of acknowledgements to throw away or hang up on; default ${DEFAULT-VALUE}")
    private double dropAcks;

    @Option(names = "--seconds", paramLabel = "T", defaultValue = "1000000",
            description = "begin nothing new after T seconds")
    private long seconds;

    @Option(names = "--patience", paramLabel = "T", defaultValue = "600",
            description = "seconds to try on while the server does not answer; default ${DEFAULT-VALUE}")
    private long patience;

    @Option(names = "--via", paramLabel = "put|sync", defaultValue = "put", description = "how submissions travel")
    private String via;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "50",
            description = "lines in a sync; default ${DEFAULT-VALUE}")
    private int batch;

    @Option(names = "--settle", paramLabel = "T", defaultValue = "60",
            description = "seconds the server has to bring its counters up to date; default ${DEFAULT-VALUE}")
    private long settle;

    @Option(names = "--server-pid", paramLabel = "PID", description = "process whose CPU time to show beside the rates")
    private Optional<Long> serverPid;

    public Load(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        Route route = route();
        Manner manner = new Manner(clients, copies, dropAcks, rate, Duration.ofSeconds(seconds),
                Duration.ofSeconds(patience), seed.orElse(1L));
        if (!Files.exists(accounts)) {
            throw new CannotRun("there is no file " + accounts
                    + "; the demo writes demo-accounts.json into its data folder");
        }
        try (LoadRun run = new LoadRun(Remote.at(url), Account.read(accounts), manner); Stock stock = stock(run)) {
            if (stock.items().isEmpty()) {
                throw new CannotRun("there is nothing to send");
            }
            run.signIn(stock.items());
            if (file.isEmpty()) {
                run.sendAttachments(new Simulation(plan()).attachments(), stock.items().get(0).team());
            }
            List<Item> acknowledged = send(run, stock, route);
            compare(run, acknowledged, Account.simulation(accounts).map(Plan::campaign).orElse(Plan.CAMPAIGN));
            return run.differences().isEmpty() ? 0 : 1;
        }
    }

    private Stock stock(LoadRun run) throws IOException {
        return file.isPresent() ? new FileStock(run.teams()).read(file.get()) : made(new Simulation(plan()));
    }

    private Route route() {
        return switch (via) {
            case "put" -> Route.PUT;
            case "sync" -> Route.SYNC;
            default -> throw new CannotRun("--via: put or sync");
        };
    }

    private Plan plan() throws IOException {
        Plan demo = Account.simulation(accounts).orElse(Plan.of(300, 1, Plan.CAMPAIGN));
        return new Plan(households.orElse(demo.households()), seed.orElse(demo.seed()), demo.area(), demo.errors(),
                demo.duplicates(), demo.campaign());
    }

    private Stock made(Simulation simulation) throws IOException {
        Progress progress = new Progress(world);
        int wanted = simulation.plan().households();
        try (Stock.Filling filling = new Stock.Filling()) {
            int[] made = {0};
            int threads = Runtime.getRuntime().availableProcessors();
            InOrder.forEach(IntStream.range(0, wanted).iterator(), threads, index -> {
                Household household = simulation.household(index);
                return Packed.of(household.submission(), household.team());
            }, packed -> {
                filling.add(packed);
                made[0]++;
                progress.at(() -> "making " + made[0] + " of " + wanted);
            });
            progress.done();
            return filling.done();
        }
    }

    private List<Item> send(LoadRun run, Stock stock, Route route) {
        Progress progress = new Progress(world);
        Tally tally = run.tally();
        Duration server = cpuOfServer();
        long client = cpuOfClient();
        Stopwatch watch = new Stopwatch();
        List<Item> acknowledged = run.send(stock, route, route == Route.PUT ? 1 : batch, () -> progress.at(() ->
                tally.acknowledgedSoFar() + " of " + stock.items().size() + " acknowledged, "
                        + watch.rate(tally.acknowledgedSoFar(), "submissions")));
        progress.done();
        double took = watch.seconds();
        say("submissions  %,d acknowledged, %,d refused, %,d given up; %d clients, %d copies each", acknowledged.size(),
                tally.refusedSoFar(), tally.givenUpSoFar(), clients, copies);
        say("rate         %,.0f submissions/s, %,.0f requests/s in %.1f s", acknowledged.size() / took,
                tally.requests() / took, took);
        say("latency      p50 %.1f ms, p99 %.1f ms, longest %.1f ms", tally.latencies.millis(0.5),
                tally.latencies.millis(0.99), tally.latencies.millis(1));
        say("client       %.3f ms CPU a request", (cpuOfClient() - client) / 1e6 / Math.max(1, tally.requests()));
        if (serverPid.isPresent()) {
            double millis = cpuOfServer().minus(server).toNanos() / 1e6;
            say("server       %.3f ms CPU a submission, %.3f ms a request", millis / Math.max(1, acknowledged.size()),
                    millis / Math.max(1, tally.requests()));
        }
        tally.answers().forEach((name, count) -> say("  %-32s %,d", name, count));
        return acknowledged;
    }

    private void compare(LoadRun run, List<Item> acknowledged, String campaign) throws IOException {
        Progress progress = new Progress(world);
        Stopwatch watch = new Stopwatch();
        run.readBack(acknowledged, done -> progress.at(() -> "reading back: " + watch.rate(done, "submissions")));
        progress.done();
        say("read back    %,d revisions, %s", acknowledged.size(), watch.rate(acknowledged.size(), "revisions"));
        int areas = run.compareCounters(campaign, acknowledged, settle, world.err()::println);
        say("progress     %,d areas compared", areas);
        Map<String, Long> kinds = new HashMap<>();
        try (OutputStream out = new BufferedOutputStream(world.out())) {
            for (Difference difference : run.differences()) {
                kinds.merge(difference.kind(), 1L, Long::sum);
                out.write((difference.json() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        say("differences  %s", kinds.isEmpty() ? "none" : kinds.toString());
    }

    private void say(String format, Object... facts) {
        world.err().println(String.format(Locale.ROOT, format, facts));
    }

    private Duration cpuOfServer() {
        return serverPid.isEmpty() ? Duration.ZERO : ProcessHandle.of(serverPid.get())
                .flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
    }

    private static long cpuOfClient() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() : 0;
    }
}
