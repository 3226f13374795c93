package org.ruhu.server;

import java.io.IOException;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ruhu.server.demo.Demo;
import org.ruhu.server.demo.Demo;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.form.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the server until it is told to stop. */
@Command(name = "ruhu-server", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Takes in household interviews, keeps them, counts them and hands them out.")
final class ServeCommand implements Callable<Integer> {

    private static final int LONGEST_STOP_SECONDS = 20;

    @Mixin
    private Choices choices = new Choices();

    @Option(names = "--host", description = "address to listen on (127.0.0.1)")
    private String host;

    @Option(names = "--port", description = "port to listen on; 0 for any (8080)")
    private String port;

    @Option(names = "--demo", paramLabel = "HOUSEHOLDS", description = "fills an empty server with a made-up campaign")
    private Optional<Integer> demo = Optional.empty();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> given = new HashMap<>();
        if (host != null) {
            given.put("host", host);
        }
        if (port != null) {
            given.put("port", port);
        }
        Settings settings = choices.read(given);
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            awaitQuietly(stopped);
        }, "stop"));
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        CompletableFuture<Library> library = CompletableFuture.supplyAsync(() -> Library.with(settings.forms()));
        try (Store store = Stores.open(settings.store(), App.KINDS);
             App app = new App(settings, store, joined(library), clock)) {
            app.start();
            if (demo.isPresent()) {
                new Demo(settings.data(), library.join().catalogue(), clock, System.out)
                        .run(app.staff(), app.uri().toString(), demo.get());
            }
            System.out.println("Ready: " + app.uri());
            stop.await();
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    /** What is wrong with forms is told as it is. */
    private static Library joined(CompletableFuture<Library> library) {
        try {
            return library.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CannotRun wrong ? wrong : e;
        }
    }

    /** What has not stopped by then is stopped by the end of the process; nothing acknowledged depends on it. */
    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
