package org.ruhu.server;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One server for all tests of a class, none of which minds what the others left. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class SharedServerKit extends ServerKit {

    @BeforeAll
    void startShared(@TempDir Path folder) {
        begin(folder);
    }

    @AfterAll
    void stopShared() {
        end();
    }

    @Override
    boolean shared() {
        return true;
    }
}
