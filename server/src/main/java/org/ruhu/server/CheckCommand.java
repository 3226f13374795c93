package org.ruhu.server;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;
import org.ruhu.tools.form.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads the whole store again: findings as NDJSON to standard output, talk to standard error. */
@Command(name = "check", mixinStandardHelpOptions = true, description = {
        "Verifies the audit log, compares every revision with its digest and the audit log, every step of review "
                + "with the log and with the lists submissions are found in, and counts progress again.",
        "Exits 0 if everything fits together, 1 if not, 2 if it could not look."})
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Choices choices = new Choices();

    @Option(names = "--mend", description = "Makes the lists of where submissions stand anew where they are wrong; "
            + "what was found is told all the same.")
    private boolean mend;

    @Override
    public Integer call() {
        Settings settings = choices.read(Map.of());
        try (Store store = Stores.open(settings.store(), App.KINDS);
             App app = new App(settings, store, Library.with(settings.forms()), Clock.tickMillis(ZoneOffset.UTC))) {
            Printed printed = new Printed(spec.commandLine().getOut(), spec.commandLine().getErr(), new AtomicLong());
            app.check().run(printed, mend);
            return printed.findings().get() == 0 ? 0 : 1;
        }
    }

    private record Printed(PrintWriter out, PrintWriter err, AtomicLong findings) implements Check.Report {

        @Override
        public void found(String check, String detail) {
            findings.incrementAndGet();
            out.println(Json.text(Json.object().put("check", check).put("detail", detail)));
        }

        @Override
        public void done(String check, String told) {
            err.println(check + ": " + told);
        }
    }
}
