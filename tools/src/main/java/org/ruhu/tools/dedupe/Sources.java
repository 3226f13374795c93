package org.ruhu.tools.dedupe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.World;
import org.ruhu.tools.lines.Archive;
import org.ruhu.tools.lines.Packed;
import org.ruhu.tools.lines.Temporary;
import org.ruhu.tools.link.table.TableFile;
import org.ruhu.tools.link.table.TableOptions;
import org.ruhu.tools.remote.Remote;

/** Where the records come from, as the command line names it. */
public record Sources(World world, Optional<String> input, Optional<String> against, Server server) {

    private static final String STANDARD_INPUT = "-";

    /**
     * The persons of a campaign on a server.
     *
     * @param records whom interviews name, whom the register names, or both
     */
    public record Server(Optional<String> url, Optional<Path> tokenFile, Optional<String> campaign,
            Optional<String> purpose, String records) {

        public static final String ALL = "all";
        private static final List<String> RECORDS = List.of(ALL, "interviews", "register");

        private InputStream persons() throws IOException {
            Path token = tokenFile.orElseThrow(() ->
                    new CannotRun("--server needs --token-file; ruhu sign-in makes one"));
            String wanted = campaign.orElseThrow(() -> new CannotRun("--server needs --campaign: whose persons?"));
            String why = purpose.orElseThrow(() -> new CannotRun("--server needs --purpose: what the persons are"
                    + " compared for; it is written into the audit log of the server"));
            if (!RECORDS.contains(records)) {
                throw new CannotRun("--records is one of " + String.join(", ", RECORDS));
            }
            return Remote.at(url.orElseThrow()).with(Files.readString(existing(token.toString())).strip())
                    .stream("/api/linkage/persons.ndjson?campaign=" + encoded(wanted) + "&records=" + records
                            + "&purpose=" + encoded(why));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /**
     * All of them opened, in their order.
     *
     * @param twice whether they are to be read beforehand too; standard input is copied for that
     */
    Reading reading(TableOptions options, boolean twice) throws IOException {
        if (server.url().isPresent() == input.isPresent()) {
            throw new CannotRun("say either an INPUT (- for standard input) or --server URL");
        }
        if (input.filter(STANDARD_INPUT::equals).isPresent() && against.filter(STANDARD_INPUT::equals).isPresent()) {
            throw new CannotRun("only one of the inputs can be standard input");
        }
        List<Reading.Input> inputs = new ArrayList<>();
        try {
            if (input.isPresent()) {
                inputs.add(file(input.get(), options, twice));
            } else {
                String name = server.campaign().orElse("");
                inputs.add(new Reading.Input(name, new TableFile(name, options).open(server.persons()), true,
                        Optional.empty()));
            }
            if (against.isPresent()) {
                inputs.add(file(against.get(), options, twice));
            }
            return new Reading(inputs);
        } catch (IOException | RuntimeException e) {
            new Reading(inputs).close();
            throw e;
        }
    }

    private Reading.Input file(String said, TableOptions options, boolean twice) throws IOException {
        if (said.equals(STANDARD_INPUT) && !twice) {
            return new Reading.Input("standard input", new TableFile("standard input", options).open(world.in()),
                    false, Optional.empty());
        }
        Path file = said.equals(STANDARD_INPUT) ? copied() : existing(said);
        String name = said.equals(STANDARD_INPUT) ? "standard input" : file.getFileName().toString();
        TableFile table = new TableFile(name, options);
        return new Reading.Input(name, table.open(file), false, Optional.of(() -> table.open(file)));
    }

    private Path copied() throws IOException {
        Path copy = Temporary.file(".table");
        try (OutputStream out = Files.newOutputStream(copy)) {
            world.in().transferTo(out);
        }
        return copy;
    }

    /** Lines of interviews, to be read more than once. */
    Archive archive() throws IOException {
        String said = input.orElseThrow(() -> new CannotRun("say an INPUT (- for standard input) or --server URL"));
        if (!said.equals(STANDARD_INPUT)) {
            return Archive.of(existing(said));
        }
        try (InputStream in = Packed.unpacked(world.in())) {
            return Archive.copyOf(in);
        }
    }

    static Path existing(String name) throws IOException {
        Path path = Path.of(name);
        if (!Files.exists(path)) {
            throw new NoSuchFileException(name);
        }
        if (Files.isDirectory(path)) {
            throw new CannotRun(name + " is a folder; say which file in it");
        }
        return path;
    }
}
