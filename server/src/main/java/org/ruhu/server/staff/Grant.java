package org.ruhu.server.staff;

import java.time.Instant;
import java.util.Optional;

/**
 * A role somewhere for some time.
 *
 * @param area     prefix of area codes; "" is the whole country
 * @param campaign id of a campaign, or {@link #EVERY}
 */
public record Grant(Role role, String area, String campaign, Optional<Instant> from, Optional<Instant> until) {

    public static final String EVERY = "*";

    public Grant {
        if (!area.matches("([1-9][0-9]{1,11})?")) {
            throw new IllegalArgumentException("an area is the first 2 to 12 digits of a code, or empty");
        }
    }

    public static Grant of(Role role, String area, String campaign) {
        return new Grant(role, area, campaign, Optional.empty(), Optional.empty());
    }

    boolean holds(Instant at) {
        return from.map(f -> !at.isBefore(f)).orElse(true) && until.map(at::isBefore).orElse(true);
    }

    boolean in(String campaign) {
        return this.campaign.equals(EVERY) || this.campaign.equals(campaign);
    }
}
