package org.ruhu.server.store;

/** One document of an ordered kind that was inserted or replaced. */
public record Change(String kind, Stored document) {

    public long sequence() {
        return document.sequence();
    }
}
