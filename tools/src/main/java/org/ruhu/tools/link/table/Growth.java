package org.ruhu.tools.link.table;

/** How arrays grow: by half, so that copying costs little and little lies empty. */
final class Growth {

    private static final int MOST = Integer.MAX_VALUE - 8;

    private Growth() {}

    /** A length of at least {@code needed}, with room for more. */
    static int beyond(int needed) {
        return (int) Math.min(MOST, Math.max(needed, needed + (needed >> 1) + 16L));
    }
}
