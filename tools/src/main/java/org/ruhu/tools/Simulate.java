package org.ruhu.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.ruhu.tools.simulation.PersonsFile;
import org.ruhu.tools.simulation.Plan;
import org.ruhu.tools.simulation.Simulation;
import org.ruhu.tools.simulation.SimulationFiles;
import picocli.CommandLine.ArgGroup;
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
            description = "share of persons who are in another interview too")
    private double duplicates;

    @Option(names = "--campaign", paramLabel = "ID", defaultValue = Plan.CAMPAIGN,
            description = "whose frame it is; default ${DEFAULT-VALUE}")
    private String campaign;

    @ArgGroup(multiplicity = "1", exclusive = false)
    private Results results;

    private static final class Results {

        @Option(names = "--out", paramLabel = "DIR", description = "folder for the files")
        private Optional<Path> out = Optional.empty();

        @Option(names = "--persons", paramLabel = "FILE",
                description = "all people of the interviews as one CSV with the truth, packed if it ends in .gz")
        private Optional<Path> persons = Optional.empty();
    }

    Simulate(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        Simulation simulation = new Simulation(new Plan(households, seed, area, errors, duplicates, campaign));
        if (results.out.isPresent()) {
            write(simulation, results.out.get());
        }
        if (results.persons.isPresent()) {
            writePersons(simulation, results.persons.get());
        }
        return 0;
    }

    private void write(Simulation simulation, Path folder) throws IOException {
        Stopwatch watch = new Stopwatch();
        new SimulationFiles(simulation).write(folder, threads(), progress(watch));
        world.err().println(households + " households in " + simulation.villages().size() + " villages for "
                + simulation.teams().size() + " teams, " + watch.rate(households, "households"));
    }

    private void writePersons(Simulation simulation, Path file) throws IOException {
        Stopwatch watch = new Stopwatch();
        long persons = new PersonsFile(simulation).write(file, threads(), progress(watch));
        world.err().println(persons + " persons of " + households + " households, " + watch.rate(persons, "persons"));
    }

    private LongConsumer progress(Stopwatch watch) {
        Progress progress = new Progress(world);
        return done -> {
            progress.at(() -> done + " of " + households + " households, " + watch.rate(done, "households"));
            if (done == households) {
                progress.done();
            }
        };
    }

    private static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }
}
