package org.ruhu.server.odata;

import org.ruhu.server.door.Refusal;

/** Parts of OData that are not offered. */
final class Unsupported {

    private Unsupported() {}

    static Refusal of(String what) {
        return new Refusal(Refusal.Kind.NOT_OFFERED, what + " is not offered here; an export holds everything");
    }
}
