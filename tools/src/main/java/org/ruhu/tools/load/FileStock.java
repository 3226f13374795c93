package org.ruhu.tools.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.lines.Archive;
import org.ruhu.tools.lines.Line;
import org.ruhu.tools.lines.LineReader;
import org.ruhu.tools.lines.Lines;
import org.ruhu.tools.lines.RawLine;
import org.ruhu.tools.lines.Revision;
import org.ruhu.tools.load.Stock.Packed;

/** Makes a stock of a file: a line does not say whose unit it is, the server's assignments do. */
final class FileStock {

    private final Teams teams;

    FileStock(Teams teams) {
        this.teams = teams;
    }

    Stock read(Path file) throws IOException {
        Map<String, String> teamOf = assignments();
        LineReader reader = new LineReader();
        try (Lines lines = Archive.of(file).lines(); Stock.Filling filling = new Stock.Filling()) {
            while (lines.hasNext()) {
                RawLine raw = lines.next();
                if (!(reader.read(raw) instanceof Line.Good good) || Revision.of(good.json()).isEmpty()) {
                    throw new CannotRun("line " + raw.number() + " is not a revision; ruhu validate says why");
                }
                String unit = good.json().path("unit").asText();
                if (!teamOf.containsKey(unit)) {
                    throw new CannotRun("line " + raw.number() + ": none of the teams has its unit");
                }
                filling.add(Packed.of(good.json(), teamOf.get(unit)));
            }
            return filling.done();
        }
    }

    private Map<String, String> assignments() {
        Map<String, String> teamOf = new HashMap<>();
        for (String team : teams.names()) {
            JsonNode page = page(team, "");
            add(teamOf, page, team);
            while (page.path("more").asBoolean()) {
                page = page(team, "&since=" + page.path("next").asText());
                add(teamOf, page, team);
            }
        }
        return teamOf;
    }

    private JsonNode page(String team, String since) {
        return teams.patience().until(() -> teams.remote(team).get("/api/assignments?limit=2000" + since));
    }

    private static void add(Map<String, String> teamOf, JsonNode page, String team) {
        page.path("units").forEach(unit -> teamOf.put(unit.path("unit").asText(), team));
    }
}
