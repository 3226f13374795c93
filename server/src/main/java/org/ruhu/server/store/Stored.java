package org.ruhu.server.store;

/**
 * A document as it was read.
 *
 * @param version  1 when inserted, one more with each replacement
 * @param sequence its place in the change order; 0 for kinds that are not ordered
 */
public record Stored(String key, byte[] body, long version, long sequence) {}
