package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void whatNobodyChoseHasASoundDefault() {
        Settings settings = Settings.of(Map.of());
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.store()).isEqualTo("sqlite:data/ruhu.db");
        assertThat(settings.keys()).isEqualTo(Path.of("data/keys"));
        assertThat(settings.tls()).isEmpty();
    }

    @Test
    void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("settings"), "host = 0.0.0.0\nport = 1\ndata = /a\n");
        Settings settings = Settings.read(Map.of("RUHU_PORT", "2", "RUHU_DATA", "/b", "PATH", "x"), Optional.of(file),
                Map.of("data", "/c"));
        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.port()).isEqualTo(2);
        assertThat(settings.data()).isEqualTo(Path.of("/c"));
    }

    @Test
    void anUnknownNameIsSaidWithTheNamesThereAre() {
        assertThatThrownBy(() -> Settings.read(Map.of("RUHU_PROT", "80"), Optional.empty(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("prot").hasMessageContaining("port");
    }

    @Test
    void whatTestsReadFromTheEnvironmentIsNoSetting() {
        assertThat(Settings.read(Map.of("RUHU_TEST_MONGODB", "mongodb://x"), Optional.empty(), Map.of()).port())
                .isEqualTo(8080);
    }

    @ParameterizedTest
    @CsvSource({"port, 65536", "port, -1", "port, eighty", "port, ''", "access_log, yes", "tls_keystore, a.p12",
            "body_limit_bytes, 1e6", "idle_seconds, 0"})
    void aValueThatIsNoneIsNamed(String name, String value) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, value))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }
}
