package org.ruhu.tools.link.cluster;

/**
 * A link that was strong enough and did not link.
 *
 * @param veto the veto column that forbade it, counted from 0; -1 if none did
 */
public record Refusal(int left, int right, float weight, Reason reason, int veto) {

    /** Why a link does not link. */
    public enum Reason {
        /** The clusters it would join hold two different values that exclude each other. */
        VETO,
        /** They would have too many rows together. */
        SIZE,
        /** One to one: the row has a better partner, or both are of one input. */
        TAKEN,
        /** It alone joined two dense groups, and it was weak. */
        BRIDGE
    }
}
