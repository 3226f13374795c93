package org.ruhu.server.staff;

import java.util.List;
import java.util.stream.Stream;
import org.ruhu.server.door.Refusal;

/** How far a login reaches in certain roles. The one place where rows are cut to areas and campaigns. */
public final class Reach {

    private final List<Grant> grants;

    Reach(List<Grant> grants) {
        this.grants = List.copyOf(grants);
    }

    public boolean isEmpty() {
        return grants.isEmpty();
    }

    public boolean covers(String campaign, String area) {
        return grants.stream().anyMatch(grant -> grant.in(campaign) && area.startsWith(grant.area()));
    }

    /** @throws Refusal {@code foreign-area} */
    public void require(String campaign, String area) {
        if (!covers(campaign, area)) {
            throw Refusal.foreignArea();
        }
    }

    /** Whether anything of the campaign is in reach. */
    public boolean enters(String campaign) {
        return grants.stream().anyMatch(grant -> grant.in(campaign));
    }

    /** The area prefixes within {@code asked} that are in reach, none inside another; "" asks for everything. */
    public List<String> areas(String campaign, String asked) {
        return cut(grants.stream().filter(grant -> grant.in(campaign)), asked);
    }

    /** The same over all campaigns; what is found there has still to be looked at by its campaign. */
    public List<String> areas(String asked) {
        return cut(grants.stream(), asked);
    }

    private static List<String> cut(Stream<Grant> grants, String asked) {
        List<String> cut = grants.map(Grant::area)
                .flatMap(area -> area.startsWith(asked) ? Stream.of(area)
                        : asked.startsWith(area) ? Stream.of(asked) : Stream.empty())
                .distinct().sorted().toList();
        return cut.stream()
                .filter(area -> cut.stream().noneMatch(other -> !other.equals(area) && area.startsWith(other)))
                .toList();
    }

    /** As {@link #areas}, refusing an area of which nothing is in reach. */
    public List<String> requireAreas(String campaign, String asked) {
        List<String> areas = areas(campaign, asked);
        if (areas.isEmpty()) {
            throw Refusal.foreignArea();
        }
        return areas;
    }
}
