package org.ruhu.forms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pins a form version: writes its digest beside it, and from then on a test refuses any change. */
public final class Publish {

    private Publish() {}

    /** @param args name and version of a form, such as {@code household-census 1.0}; run in the folder of the module */
    public static void main(String[] args) throws IOException {
        FormVersion form = Catalogue.bundled().form(new FormId(args[0], args[1])).orElseThrow();
        Path digest = Path.of("src/main/resources" + FormSource.folder(form.id()) + "digest");
        Files.writeString(digest, form.digest() + "\n");
        System.out.println(digest + " " + form.digest());
    }
}
