package org.ruhu.server.link;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.link.settings.ModelReader;
import org.ruhu.tools.link.settings.SettingsProblem;

/**
 * A model as {@code ruhu dedupe} writes it. The one that comes with Ruhu is called {@code census} and was learned with
 * the settings of that name from 20,000 made-up households, every tenth record somebody's second: something to begin
 * with.
 */
final class ModelFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BUNDLED = "census";
    private static final int SHOWN_DIGITS = 12;

    private ModelFile() {}

    /** @throws CannotRun naming every mistake in it */
    static Modelled read(Path file) {
        try {
            byte[] bytes = file.toString().equals(BUNDLED) ? bundled() : Files.readAllBytes(file);
            return new Modelled(ModelReader.read(JSON.readTree(bytes)), "model " + digest(bytes));
        } catch (SettingsProblem problem) {
            throw new CannotRun("The setting linkage_model names " + file + ", which is no model:\n"
                    + problem.getMessage());
        } catch (IOException e) {
            throw new CannotRun("The setting linkage_model names " + file
                    + ", which cannot be read as JSON; name a model.json of ruhu dedupe");
        }
    }

    private static byte[] bundled() throws IOException {
        try (InputStream in = ModelFile.class.getResourceAsStream("census-model.json")) {
            return in.readAllBytes();
        }
    }

    /** Another file is another model, even under the same name. */
    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, SHOWN_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
