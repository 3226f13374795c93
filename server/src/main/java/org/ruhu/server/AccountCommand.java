package org.ruhu.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;
import org.ruhu.tools.form.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens an account on the machine itself, such as the first administrator's, for whom nobody else could. */
@Command(name = "account", mixinStandardHelpOptions = true,
        description = "Opens an account. The server must be stopped while its store is a file.")
final class AccountCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Choices choices = new Choices();

    @Option(names = "--create", required = true, paramLabel = "NAME",
            description = "2 to 64 small letters, digits and . _ -")
    private String account;

    @Option(names = "--role", required = true, description = "one of ${COMPLETION-CANDIDATES}")
    private Role role;

    @Option(names = "--area", defaultValue = "", description = "first digits of the area's code (the whole country)")
    private String area;

    @Option(names = "--campaign", defaultValue = Grant.EVERY, description = "id of a campaign (every campaign)")
    private String campaign;

    @Option(names = "--team", description = "an enumerator's team")
    private String team;

    @Option(names = "--name", description = "what the person is called (the account's name)")
    private String name;

    @Option(names = "--password-stdin",
            description = "read the password from standard input; else one is made and printed")
    private boolean fromInput;

    @Override
    public Integer call() throws IOException {
        Settings settings = choices.read(Map.of());
        Optional<String> password = fromInput ? Optional.of(firstLine()) : Optional.empty();
        try (Store store = Stores.open(settings.store(), App.KINDS);
             App app = new App(settings, store, Library.with(settings.forms()), Clock.tickMillis(ZoneOffset.UTC))) {
            String chosen = app.staff().open(account, Optional.ofNullable(name).orElse(account),
                    Optional.ofNullable(team), password, List.of(Grant.of(role, area, campaign)));
            spec.commandLine().getErr().println("The account " + account + " is open.");
            if (!fromInput) {
                spec.commandLine().getOut().println(chosen);
            }
            return 0;
        }
    }

    private static String firstLine() throws IOException {
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }
}
