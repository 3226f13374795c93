package org.ruhu.tools;

import java.io.Console;
import java.io.FileInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import org.ruhu.tools.form.FormCommand;
import org.ruhu.tools.load.Load;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command {@code ruhu}. Exit codes: 0 clean, 1 findings, 2 could not run. */
@Command(name = "ruhu", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Works on the data of a door-to-door census: checks, exports, finds doubles, makes some up.",
        subcommands = {Simulate.class, Validate.class, Export.class, Indicators.class, Deduplicate.class, Load.class,
            SignIn.class, Anonymise.class, PublicTables.class, Notice.class, Scan.class, FormCommand.class,
            CommandLine.HelpCommand.class},
        footer = {"", "Exit codes: 0 clean, 1 findings, 2 could not run.",
            "Results go to standard output, talk to standard error. Input may be gzip; - is standard input."})
public final class Ruhu {

    public static void main(String[] args) {
        World world = new World(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                onTerminal());
        System.exit(run(world, args));
    }

    /** Since Java 22 there is a console even where nobody sits at it, and only it knows. */
    private static boolean onTerminal() {
        Console console = System.console();
        try {
            return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return console != null;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Runs one command as {@code main} does, without ending the process. */
    public static int run(World world, String... args) {
        PrintWriter err = new PrintWriter(world.err(), true, StandardCharsets.UTF_8);
        CommandLine ruhu = new CommandLine(new Ruhu(), new InWorld(world))
                .setOut(new PrintWriter(world.out(), true, StandardCharsets.UTF_8))
                .setErr(err)
                .setExecutionExceptionHandler(Ruhu::couldNotRun);
        return ruhu.execute(args);
    }

    /** Makes the commands, each in its world. */
    private record InWorld(World world) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                Constructor<K> constructor = type.getDeclaredConstructor(World.class);
                return constructor.newInstance(world);
            } catch (NoSuchMethodException e) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }

    private static int couldNotRun(Exception e, CommandLine command, ParseResult parsed) {
        command.getErr().println("ruhu " + command.getCommandName() + ": " + reason(e));
        return 2;
    }

    private static String reason(Throwable e) {
        if (e instanceof UncheckedIOException) {
            return reason(e.getCause());
        }
        if (e instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        if (e instanceof IOException) {
            return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
        return e instanceof CannotRun || e instanceof IllegalArgumentException ? e.getMessage()
                : "this is our mistake, please report it: " + where(e);
    }

    /** Where, not what: a message might quote somebody's answers. */
    private static String where(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
