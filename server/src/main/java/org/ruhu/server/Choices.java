package org.ruhu.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options every command has: where the settings are and the few that change most often. */
final class Choices {

    @Option(names = "--settings", paramLabel = "FILE", description = "settings, one name = value a line")
    private Path settings;

    @Option(names = "--data", paramLabel = "DIR", description = "where everything is kept (./data)")
    private String data;

    @Option(names = "--store", paramLabel = "URI", description = "sqlite:FILE or mongodb://... (sqlite:DIR/ruhu.db)")
    private String store;

    Settings read(Map<String, String> more) {
        Map<String, String> given = new HashMap<>(more);
        Optional.ofNullable(data).ifPresent(value -> given.put("data", value));
        Optional.ofNullable(store).ifPresent(value -> given.put("store", value));
        return Settings.read(System.getenv(), Optional.ofNullable(settings), given);
    }
}
