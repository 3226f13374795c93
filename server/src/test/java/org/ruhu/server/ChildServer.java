package org.ruhu.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server in a process of its own, which can be measured by itself and killed. */
public final class ChildServer implements AutoCloseable {

    private static final String READY = "Ready: ";

    private final Process process;
    private final URI uri;

    private ChildServer(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** The server as it is delivered, on any free port. */
    public static ChildServer start(Path data, String... jvmOptions) {
        return start(Main.class, List.of(jvmOptions), List.of("--data", data.toString(), "--port", "0"));
    }

    /** @param main says {@code Ready: } and its address when it listens */
    public static ChildServer start(Class<?> main, List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(READY)) {
                    return new ChildServer(process, URI.create(line.substring(READY.length())));
                }
            }
            throw new IllegalStateException("the server ended before it was ready");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return uri;
    }

    public long pid() {
        return process.pid();
    }

    /** Processor time of the whole process until now. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** As {@code kill -9}: nothing is finished, nothing is written any more. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Lets it finish what it is doing. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
