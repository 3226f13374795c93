package org.ruhu.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ruhu.tools.simulation.Plan;
import org.ruhu.tools.simulation.Simulation;
import org.ruhu.tools.simulation.SimulationFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "simulate", mixinStandardHelpOptions = true,
        description =
            "Makes up a district: villages, a frame, interviews as devices send them, and the truth about them.",
        footer = {"", "The same seed, number of households and rates give the same bytes."})
final class Simulate implements Callable<Integer> {

    private final World world;

    @Option(names = "--households", paramLabel = "N", required = true, description = "how many")
    private int households;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "what chance starts from; default ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--area", paramLabel = "CODE", defaultValue = "5403",
            description = "prefecture 5403, or a county or township in it")
    private String area;

    @Option(names = "--errors", paramLabel = "R", defaultValue = "0",
            description = "share of interviews with a mistake")
    private double errors;

    @Option(names = "--duplicates", paramLabel = "R", defaultValue = "0",
            description = "share of households with people found elsewhere too")
    private double duplicates;

    @Option(names = "--campaign", paramLabel = "ID", defaultValue = Plan.CAMPAIGN,
            description = "whose frame it is; default ${DEFAULT-VALUE}")
    private String campaign;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder for the files")
    private Path out;

    Simulate(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        Stopwatch watch = new Stopwatch();
        Progress progress = new Progress(world);
        Simulation simulation = new Simulation(new Plan(households, seed, area, errors, duplicates, campaign));
        new SimulationFiles(simulation).write(out, Runtime.getRuntime().availableProcessors(), done ->
                progress.at(() -> done + " of " + households + " households, " + watch.rate(done, "households")));
        progress.done();
        world.err().println(households + " households in " + simulation.villages().size() + " villages for "
                + simulation.teams().size() + " teams, " + watch.rate(households, "households"));
        return 0;
    }
}
