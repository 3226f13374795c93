package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;
import org.ruhu.server.store.Stores;
import picocli.CommandLine;

class CommandTest {

    private static final String FIRST_PAGE = "000000000000001";

    @TempDir
    Path data;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = Main.command();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private int createAdministrator() {
        return run("account", "--data", data.toString(), "--create", "first", "--role", "ADMINISTRATOR");
    }

    @Test
    void theFirstAdministratorIsOpenedFromTheCommandLineAndItsPasswordPrintedOnce() {
        assertThat(createAdministrator()).as(err.toString()).isZero();
        assertThat(out.toString().strip()).matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
        assertThat(createAdministrator()).isEqualTo(2);
        assertThat(err.toString()).contains("account");
    }

    @Test
    void anAccountThatNobodyCouldSignInWithIsNotOpened() {
        assertThat(run("account", "--data", data.toString(), "--create", "First One", "--role", "ADMINISTRATOR"))
                .isEqualTo(2);
        assertThat(run("account", "--data", data.toString(), "--create", "x1", "--role", "KING")).isEqualTo(2);
        assertThat(run("account", "--data", data.toString(), "--create", "x1", "--role", "COUNTY", "--area", "x"))
                .isEqualTo(2);
        assertThat(run("account", "--data", data.toString(), "--create", "x1", "--role", "COUNTY")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFreshStoreFitsTogether() {
        createAdministrator();
        out.getBuffer().setLength(0);
        assertThat(run("check", "--data", data.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("audit: 1 entries hang together");
    }

    @Test
    void aChangedAuditLogIsAFinding() {
        createAdministrator();
        out.getBuffer().setLength(0);
        try (Store store = Stores.open("sqlite:" + data.resolve("ruhu.db"), App.KINDS)) {
            Stored page = store.find(AuditLog.KIND, FIRST_PAGE).orElseThrow();
            ObjectNode body = Json.own(page.body());
            ((ObjectNode) body.at("/entries/0")).put("actor", "somebody-else");
            store.replace(AuditLog.KIND, new Document(FIRST_PAGE, Json.bytes(body), Map.of()), page.version());
        }
        assertThat(run("check", "--data", data.toString())).isEqualTo(1);
        assertThat(Json.own(out.toString().strip()).get("detail").textValue()).isEqualTo("entry 1 was changed");
    }

    @Test
    void anUnknownSettingStopsTheStartAndNamesItself() throws IOException {
        Path file = Files.writeString(data.resolve("settings"), "body_limit = 5\n");
        assertThat(run("check", "--data", data.toString(), "--settings", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("unknown setting body_limit").contains("body_limit_bytes");
    }

    @Test
    void aStoreThatCannotBeOpenedIsSaidInASentence() {
        assertThat(run("check", "--data", data.toString(), "--store", "carrier-pigeon:1")).isEqualTo(2);
        assertThat(err.toString()).startsWith("ruhu-server: ").contains("sqlite:").doesNotContain("at org.");
    }
}
