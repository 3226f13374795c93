package org.ruhu.tools.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.dataset.ValueType;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.page.Words;

/** Tables that are released together or not at all, judged with those that were before. */
public final class Publication {

    static final List<String> SOURCES = List.of(
            "Hundepool A et al. (2012): Statistical Disclosure Control. Wiley. Chapters 4 and 5.",
            "Repsilber RD (1999): Das Quaderverfahren. In: Methoden zur Sicherung der statistischen Geheimhaltung."
                    + " Statistisches Bundesamt.",
            "Daalmans J, de Waal T (2010): An improved formulation of the disclosure auditing problem for secondary"
                    + " cell suppression. Transactions on Data Privacy 3.",
            "Causey BD, Cox LH, Ernst LR (1985): Applications of transportation theory to statistical problems. JASA"
                    + " 80(392).");

    private final ObjectNode register;
    private final List<PublicTable> tables = new ArrayList<>();

    /** @param register of releases before, as {@link #register} gives it; empty for the first */
    public Publication(TablePlan.Several several, List<Tally> tallies, Optional<JsonNode> register) {
        this.register = register.map(known -> (ObjectNode) known.deepCopy())
                .orElseGet(() -> new ObjectMapper().createObjectNode());
        if (!this.register.path("releases").isMissingNode() && !this.register.path("releases").isArray()) {
            throw new CannotRun("the register of releases has no list \"releases\"");
        }
        List<Figures> released = new ArrayList<>();
        this.register.path("releases").forEach(release -> released.add(Figures.of(release)));
        for (Tally tally : tallies) {
            for (Cells cells : tally.cells()) {
                PublicTable table = PublicTable.of(cells, several, released);
                released.add(table.figures());
                tables.add(table);
            }
        }
    }

    /** Refuses breakdowns that would tell who somebody is. */
    public static void check(TablePlan.Several several, Function<String, Optional<Variable>> form) {
        for (TablePlan plan : several.tables()) {
            for (Planned by : plan.by()) {
                form.apply(by.from()).ifPresent(variable -> Guard.check(by, variable));
            }
            plan.sum().flatMap(form).filter(variable -> variable.type() != ValueType.NUMBER
                    && variable.type() != ValueType.INTEGER || variable.identifying()).ifPresent(variable -> {
                        throw new CannotRun("table " + plan.name() + ": " + variable.name() + " is no amount");
                    });
        }
    }

    public List<Words> refusals() {
        return tables.stream().flatMap(table -> table.refusals().stream()).toList();
    }

    /** The releases before and these, for the next time; it holds numbers of households and is not for the public. */
    public ObjectNode register() {
        ArrayNode releases = register.withArray("/releases");
        for (PublicTable table : tables) {
            ObjectNode json = table.figures().json();
            boolean there = false;
            for (JsonNode release : releases) {
                there |= release.equals(json);
            }
            if (!there) {
                releases.add(json);
            }
        }
        return register;
    }

    /** What could not be looked at, which refuses nothing. */
    public List<Words> unseen() {
        return tables.stream().flatMap(table -> table.unseen().stream()).toList();
    }

    /** A table as it goes out, its header first. */
    public record Sheet(String name, List<List<String>> rows) {}

    public List<Sheet> sheets() {
        return tables.stream().map(table -> {
            List<List<String>> rows = new ArrayList<>(List.of(table.header()));
            rows.addAll(table.rows());
            return new Sheet(table.cells().plan().name(), rows);
        }).toList();
    }

    /** What was done and found, for whoever decides. */
    public ObjectNode json() {
        ObjectNode json = new ObjectMapper().createObjectNode().put("released", refusals().isEmpty());
        json.putArray("refusals");
        refusals().forEach(why -> json.withArray("/refusals").add(why.en()));
        unseen().forEach(what -> json.withArray("/notLookedAt").add(what.en()));
        for (PublicTable table : tables) {
            ObjectNode one = json.withArray("/tables").addObject();
            TablePlan plan = table.cells().plan();
            one.put("table", plan.name()).put("measure", plan.measure()).put("threshold", plan.threshold())
                    .put("cells", table.published().length).put("atRisk", table.risky()).put("withheld", table.hidden())
                    .put("audited", table.withheld().bounds().size()).put("auditedExactly", table.exactlyAudited())
                    .put("open", table.withheld().open().size());
            if (!table.withheld().bounds().isEmpty()) {
                one.put("narrowest", RiskReport.shown(Math.min(1e9, table.narrowest())));
            }
            plan.base().ifPresent(base -> one.put("roundedTo", base).put("additive", table.additive().orElse(false))
                    .put("movedAtMost", RiskReport.shown(table.moved())));
        }
        SOURCES.forEach(json.putArray("sources")::add);
        return json;
    }

    private static String measure(TablePlan plan) {
        String whose = plan.people() ? "人|people" : "户|households";
        return plan.sum().map(column -> column + " 之和，按" + whose.replace("|", "|sum of " + column + " over "))
                .orElse(whose);
    }

    /** The same as a page. */
    public String page() {
        boolean released = refusals().isEmpty();
        Html page = new Html("公开表的披露控制报告", "Disclosure control of public tables");
        page.says(released ? "good" : "bad", released ? "可以公开，已生成文件。" : "不可公开，未生成文件。",
                released ? "To be released: the files were written." : "Not to be released: no file was written.");
        if (!released) {
            page.listed(refusals());
        }
        if (!unseen().isEmpty()) {
            page.listed(unseen());
        }
        List<List<String>> rows = new ArrayList<>();
        for (PublicTable table : tables) {
            rows.add(List.of(table.cells().plan().name(), measure(table.cells().plan()),
                    Html.number(table.published().length), Html.number(table.risky()),
                    Html.number(table.hidden() - table.risky() * (table.cells().plan().suppress() ? 1 : 0)),
                    table.withheld().bounds().isEmpty() ? "" : Html.number(Math.min(1e9, table.narrowest())),
                    table.cells().plan().base().map(base -> base + (table.additive().orElse(false)
                            ? "，可加|to multiples, adding up" : "，不保证可加|to multiples, each alone")).orElse("")));
        }
        page.table(List.of("表|Table", "计量|Measure", "单元格|Cells", "有风险|At risk", "附加抑制|Withheld besides",
                "最窄区间/所需|Narrowest bounds, as a share of what is needed", "取整|Rounded"), rows);
        page.says("", "外部人员由已公布数字能推出的每个有风险单元格的上下界，用线性规划求得；过大的部分用长方体法给出保守的界。",
                "What an outsider can work out of each cell at risk is found by linear programming; where too many"
                        + " cells hang together, by boxes, which is on the safe side.");
        return page.head("来源", "Sources").list(SOURCES).done();
    }
}
