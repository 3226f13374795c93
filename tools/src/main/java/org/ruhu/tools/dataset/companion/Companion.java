package org.ruhu.tools.dataset.companion;

/** A file beside the tables that says what they are, or reads them into a program. */
interface Companion {

    String file();

    /** All of it, with LF at the ends of lines; empty where there is nothing to say about such files. */
    String text(Output output);
}
