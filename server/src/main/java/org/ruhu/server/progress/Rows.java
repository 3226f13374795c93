package org.ruhu.server.progress;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.door.Json;
import org.ruhu.server.progress.Standing.State;
import org.ruhu.server.progress.Tally.Counts;

/** Writes counts as rows of a campaign on a day. */
record Rows(Campaign campaign, LocalDate today) {

    private static final int DAYS_SHOWN = 14;

    ObjectNode fill(ObjectNode row, Counts counts) {
        row.put("units", counts.units()).put("enumerated", counts.enumerated());
        counts.results().forEach(row.putObject("results")::put);
        ObjectNode states = row.putObject("states");
        for (State state : State.values()) {
            states.put(state.word(), counts.states().getOrDefault(state, 0L));
        }
        double target = counts.units() * campaign.target();
        row.put("target", Math.round(target)).put("expectedToday", Math.round(target * elapsed()));
        row.put("lastArrival", counts.lastArrival().map(Object::toString).orElse(null));
        var days = row.putArray("days");
        for (LocalDate day = today.minusDays(DAYS_SHOWN - 1); !day.isAfter(today); day = day.plusDays(1)) {
            days.add(Json.object().put("day", day.toString()).put("arrived", counts.arrivals().getOrDefault(day, 0L)));
        }
        return row;
    }

    /** Share of the campaign's days that are over at the end of today. */
    private double elapsed() {
        double all = ChronoUnit.DAYS.between(campaign.starts(), campaign.ends()) + 1;
        double over = ChronoUnit.DAYS.between(campaign.starts(), today) + 1;
        return Math.max(0, Math.min(1, over / all));
    }
}
