package org.ruhu.server.door;

/** How much a request may carry; the numbers are settings. */
public enum Load {
    /** One JSON document, read into memory. */
    BODY,
    /** Many lines, read one by one. */
    STREAM,
    /** A photo or another file, written to disk while it comes. */
    ATTACHMENT
}
