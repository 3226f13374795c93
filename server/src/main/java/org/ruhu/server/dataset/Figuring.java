package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.indicator.compute.Cut;
import org.ruhu.tools.indicator.compute.Judging;
import org.ruhu.tools.indicator.compute.SamplePlan;
import org.ruhu.tools.indicator.input.DesignTable;
import org.ruhu.tools.indicator.input.LineTable;
import org.ruhu.tools.indicator.reading.RuleBook;

/**
 * How figures are to be worked out, as {@code ruhu indicators} takes it: tables as the CSV that was sent.
 *
 * @param by          levels of areas and groups
 * @param lines       poverty lines that come before those of the server
 * @param design      of a sample: unit, stratum, psu, weight, fpc; empty where everybody counts once
 * @param cases       of a sample: unit, verdict
 * @param assumedDeff of a sample: the design effect where no case was found
 * @param forPublic   whether values of fewer households than the threshold are withheld, and those that would tell them
 */
record Figuring(List<String> by, Optional<String> lines, Optional<String> design, Optional<String> cases,
                double assumedDeff, boolean forPublic, int threshold) {

    /** Where nothing is said. */
    static final Figuring USUAL = new Figuring(List.of("prefecture", "county", "township", "hh_attr", "status",
            "head_sex"), Optional.empty(), Optional.empty(), Optional.empty(), 2, false, 10);

    private static final int MOST_THRESHOLD = 1_000;
    private static final double MOST_DEFF = 100;

    Figuring {
        by = List.copyOf(by);
    }

    /** @throws org.ruhu.server.door.Refusal that names the member, and the line of a table */
    static Figuring read(Body body) {
        body.only("by", "lines", "design", "cases", "assumedDeff", "public", "threshold");
        List<String> by = body.has("by") ? words(body) : USUAL.by;
        table(body, "lines", csv -> LineTable.with(Parameters.bundled(), "lines", csv));
        table(body, "design", csv -> DesignTable.read("design", csv));
        table(body, "cases", csv -> DesignTable.cases("cases", csv));
        if (body.has("cases") && !body.has("design")) {
            throw body.refusedAt("cases", "goes with a design");
        }
        double deff = body.has("assumedDeff") ? body.any("assumedDeff").asDouble(0) : USUAL.assumedDeff;
        if (!(deff >= 1 && deff <= MOST_DEFF)) {
            throw body.refusedAt("assumedDeff", "send a number from 1 to 100");
        }
        int threshold = body.has("threshold") ? body.integer("threshold") : USUAL.threshold;
        if (threshold < 1 || threshold > MOST_THRESHOLD) {
            throw body.refusedAt("threshold", "send a number from 1 to 1000");
        }
        return new Figuring(by, body.maybeText("lines"), body.maybeText("design"), body.maybeText("cases"), deff,
                body.has("public") && body.bool("public"), threshold);
    }

    private static List<String> words(Body body) {
        List<String> words = new ArrayList<>();
        JsonNode by = body.any("by");
        by.forEach(word -> words.add(word.asText()));
        try {
            if (!by.isArray()) {
                throw body.refusedAt("by", "send a list of levels and groups");
            }
            Cut.of(words);
        } catch (IllegalArgumentException e) {
            throw body.refusedAt("by", e.getMessage());
        }
        return words;
    }

    private static void table(Body body, String name, Function<String, Object> read) {
        if (body.maybeText(name).filter(csv -> csv.lines().filter(line -> !line.isBlank()).count() < 2).isPresent()) {
            throw body.refusedAt(name, "send CSV: a line with the names of its columns, and a line for each row");
        }
        try {
            body.maybeText(name).ifPresent(read::apply);
        } catch (CannotRun e) {
            throw body.refusedAt(name, e.getMessage());
        }
    }

    Cut cut() {
        return Cut.of(by);
    }

    SamplePlan plan() {
        return design.map(csv -> DesignTable.read("design", csv)).orElse(new SamplePlan.Census());
    }

    RuleBook rules(Parameters known) {
        return new RuleBook(lines.map(csv -> LineTable.with(known, "lines", csv)).orElse(known));
    }

    Judging judging(RuleBook rules) {
        return new Judging(rules, cases.map(csv -> DesignTable.cases("cases", csv)).orElse(Map.of()), assumedDeff);
    }

    /** All of it, as it is kept. */
    ObjectNode json() {
        ObjectNode json = said();
        tables().forEach(json::put);
        return json;
    }

    /** As it is told: of tables only how long they are, and their digests. */
    ObjectNode shown() {
        ObjectNode json = said();
        tables().forEach((name, csv) -> json.putObject(name).put("lines", csv.lines().count())
                .put("sha256", digest(csv)));
        return json;
    }

    private ObjectNode said() {
        ObjectNode json = Json.object().put("assumedDeff", assumedDeff).put("public", forPublic)
                .put("threshold", threshold);
        by.forEach(json.putArray("by")::add);
        return json;
    }

    private Map<String, String> tables() {
        Map<String, String> tables = new TreeMap<>();
        lines.ifPresent(csv -> tables.put("lines", csv));
        design.ifPresent(csv -> tables.put("design", csv));
        cases.ifPresent(csv -> tables.put("cases", csv));
        return tables;
    }

    private static String digest(String csv) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(csv.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Figuring of(JsonNode json) {
        List<String> by = new ArrayList<>();
        json.get("by").forEach(word -> by.add(word.textValue()));
        return new Figuring(by, Optional.ofNullable(json.path("lines").textValue()),
                Optional.ofNullable(json.path("design").textValue()),
                Optional.ofNullable(json.path("cases").textValue()), json.get("assumedDeff").doubleValue(),
                json.get("public").booleanValue(), json.get("threshold").intValue());
    }
}
