package org.ruhu.server;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ruhu.server.door.Load;

/**
 * What an operator may choose, read once at start. In the environment each is {@code RUHU_} and its name in capitals
 * ({@code RUHU_BODY_LIMIT_BYTES}); in a settings file its name ({@code body_limit_bytes = 1000000}).
 *
 * @param store             {@code sqlite:FILE} or {@code mongodb://...}
 * @param keys              directory of the keys that open sealed identifiers
 * @param maxConnections    at a time; more wait to be accepted
 * @param requestsPerSecond of one account, before it is asked to wait
 * @param behindProxy       whether {@code Forwarded} headers say who is asking; only if a proxy sets them
 * @param linkageModel      file with what was learned about likely doubles
 * @param linkageSample     share of the doubles linked automatically that clerks judge too
 * @param exportsKept       how long finished exports are kept
 * @param forms             folder of further forms, laid out as those that come with Ruhu
 */
public record Settings(String host, int port, Path data, String store, Path keys, long bodyLimitBytes,
        long streamLimitBytes, long attachmentLimitBytes, int headerLimitBytes, Duration idle,
        int maxConnections, int requestsPerSecond, boolean accessLog, boolean behindProxy, Optional<Tls> tls,
        Optional<Path> linkageModel, double linkageSample, Duration exportsKept, Optional<Path> forms) {

    /** @param passwordFile holds the key store's password in its first line */
    public record Tls(Path keystore, Path passwordFile) {}

    private static final String ENV_PREFIX = "RUHU_";
    private static final String TEST_PREFIX = "RUHU_TEST_";

    /** @throws IllegalArgumentException naming the setting that is unknown or unreadable */
    public static Settings of(Map<String, String> given) {
        Names names = new Names(given);
        Path data = Path.of(names.text("data", "data"));
        Settings settings = new Settings(
                names.text("host", "127.0.0.1"),
                (int) names.number("port", 8080, 0, 65_535),
                data,
                names.text("store", "sqlite:" + data.resolve("ruhu.db")),
                Path.of(names.text("keys", data.resolve("keys").toString())),
                names.number("body_limit_bytes", 1_000_000, 1_000, 100_000_000),
                names.number("stream_limit_bytes", 64_000_000, 1_000, 10_000_000_000L),
                names.number("attachment_limit_bytes", 20_000_000, 1_000, 1_000_000_000),
                (int) names.number("header_limit_bytes", 16_384, 1_024, 1_048_576),
                Duration.ofSeconds(names.number("idle_seconds", 30, 1, 3_600)),
                (int) names.number("max_connections", 2_000, 1, 100_000),
                (int) names.number("requests_per_second", 5_000, 1, 1_000_000),
                names.bool("access_log", false),
                names.bool("behind_proxy", false),
                names.tls(),
                names.file("linkage_model"),
                names.number("linkage_sample_percent", 5, 0, 100) / 100.0,
                Duration.ofHours(names.number("export_hours", 168, 1, 8_760)),
                names.file("forms"));
        names.refuseUnknown();
        return settings;
    }

    /**
     * @param environment such as {@link System#getenv()}; only names with the prefix {@code RUHU_} count
     * @param file        a properties file; the environment wins over it
     * @param options     from the command line; they win over both
     */
    static Settings read(Map<String, String> environment, Optional<Path> file, Map<String, String> options) {
        Map<String, String> given = new HashMap<>();
        file.ifPresent(path -> given.putAll(properties(path)));
        environment.forEach((name, value) -> {
            if (name.startsWith(ENV_PREFIX) && !name.startsWith(TEST_PREFIX)) {
                given.put(name.substring(ENV_PREFIX.length()).toLowerCase(Locale.ROOT), value);
            }
        });
        given.putAll(options);
        return of(given);
    }

    public Map<Load, Long> loads() {
        return Map.of(Load.BODY, bodyLimitBytes, Load.STREAM, streamLimitBytes, Load.ATTACHMENT, attachmentLimitBytes);
    }

    private static Map<String, String> properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the settings file " + file, e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(n -> n, properties::getProperty));
    }

    /** The given settings, each taken at most once; what nobody took is unknown. */
    private static final class Names {

        private final Map<String, String> left;
        private final TreeSet<String> known = new TreeSet<>();

        Names(Map<String, String> given) {
            left = new HashMap<>(given);
        }

        String text(String name, String otherwise) {
            known.add(name);
            String value = left.remove(name);
            return value == null ? otherwise : value.strip();
        }

        Optional<Path> file(String name) {
            return Optional.of(text(name, "")).filter(file -> !file.isEmpty()).map(Path::of);
        }

        long number(String name, long otherwise, long least, long most) {
            String text = text(name, Long.toString(otherwise));
            if (text.matches("[0-9]{1,15}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most) {
                return Long.parseLong(text);
            }
            throw new IllegalArgumentException(
                    "setting %s must be a number from %d to %d".formatted(name, least, most));
        }

        boolean bool(String name, boolean otherwise) {
            return switch (text(name, Boolean.toString(otherwise))) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("setting " + name + " must be true or false");
            };
        }

        Optional<Tls> tls() {
            String keystore = text("tls_keystore", "");
            String password = text("tls_password_file", "");
            if (keystore.isEmpty() != password.isEmpty()) {
                throw new IllegalArgumentException("settings tls_keystore and tls_password_file go together");
            }
            return keystore.isEmpty() ? Optional.empty() : Optional.of(new Tls(Path.of(keystore), Path.of(password)));
        }

        void refuseUnknown() {
            if (!left.isEmpty()) {
                throw new IllegalArgumentException("unknown setting %s; there are %s"
                        .formatted(String.join(", ", new TreeSet<>(left.keySet())), String.join(", ", known)));
            }
        }
    }
}
