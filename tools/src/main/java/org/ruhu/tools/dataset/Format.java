package org.ruhu.tools.dataset;

import java.io.IOException;
import java.io.OutputStream;

/** A file format that a dataset is written in. */
public interface Format {

    /** Opens the file of a given name; the stream is closed with the tables. */
    @FunctionalInterface
    interface Opener {
        OutputStream open(String file) throws IOException;
    }

    /** Ending of its files. */
    String extension();

    /**
     * Starts to write a dataset: the files are opened now and are whole when the tables were finished.
     *
     * @param mask what of each answer is written
     */
    Tables tables(Dataset dataset, Mask mask, Opener opener) throws IOException;
}
