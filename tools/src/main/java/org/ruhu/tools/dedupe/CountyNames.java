package org.ruhu.tools.dedupe;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.link.clean.Syllables;

/** The spellings that a county's own books have, beside those that come with the project. */
public final class CountyNames {

    private CountyNames() {}

    /** Must be done before settings are read: their cleaners take the table that is in force. */
    public static void use(Path file) throws IOException {
        try (Reader lines = Files.newBufferedReader(Sources.existing(file.toString()))) {
            Syllables.use(Syllables.bundled().and(lines, file.toString()));
        } catch (CharacterCodingException e) {
            throw new CannotRun(file + " is not UTF-8");
        } catch (IllegalArgumentException e) {
            throw new CannotRun(e.getMessage());
        }
    }
}
