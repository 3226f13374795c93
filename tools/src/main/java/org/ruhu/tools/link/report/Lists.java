package org.ruhu.tools.link.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ruhu.tools.link.report.Facts.Blocked;
import org.ruhu.tools.link.report.Facts.Group;
import org.ruhu.tools.link.report.Facts.Lack;
import org.ruhu.tools.link.report.Facts.Line;
import org.ruhu.tools.link.report.Facts.Refusal;
import org.ruhu.tools.page.Numbers;
import org.ruhu.tools.page.Svg;
import org.ruhu.tools.page.Words;

/** The tables of the report: what blocking did, what cannot be linked, clusters, refused unions, groups, the truth. */
final class Lists {

    private static final int SHOWN = 20;

    private final Facts facts;

    Lists(Facts facts) {
        this.facts = facts;
    }

    String blocking() {
        long most = facts.blocking().stream().mapToLong(Blocked::pairs).max().orElse(1);
        StringBuilder rows = new StringBuilder();
        for (Blocked rule : facts.blocking()) {
            rows.append(row(Words.escaped(rule.rule()), List.of(bar(rule.added(), rule.pairs(), most),
                    Numbers.count(rule.pairs()), Numbers.count(rule.added()),
                    rule.blocks() == 0 ? "0" : Numbers.count(rule.lost()) + " <small>(" + Numbers.count(rule.blocks())
                            + " " + Words.html("组", rule.blocks() == 1 ? "block" : "blocks") + ")</small>")));
        }
        return table(List.of(new Words("规则", "rule"), new Words("", ""), new Words("找到的对", "pairs found"),
                new Words("其中别的规则未先找到", "of them not found before"),
                new Words("因组过大未比较", "left out in large blocks")), rows);
    }

    private static String bar(long added, long pairs, long most) {
        double scale = 200.0 / Math.max(1, most);
        return new Svg("bar", 200, 14, new Words(Numbers.count(added), Numbers.count(pairs)))
                .rect("reject", 0, 2, pairs * scale, 10).rect("for", 0, 2, added * scale, 10).end();
    }

    String unlinkable() {
        StringBuilder rows = new StringBuilder();
        for (Lack lack : facts.unlinkable().by().stream().limit(SHOWN).toList()) {
            String missing = lack.missing().isEmpty()
                    ? Words.html("什么也不缺，但值太常见", "nothing, but the values are too common")
                    : Words.escaped(String.join(", ", lack.missing()));
            rows.append(row(missing, List.of(Numbers.count(lack.records()), Numbers.percent(share(lack.records())))));
        }
        return rows.isEmpty() ? "" : table(List.of(new Words("缺少", "what is missing"), new Words("记录", "records"),
                new Words("占全部", "of all")), rows);
    }

    private double share(long records) {
        long all = facts.inputs().stream().mapToLong(Facts.Source::records).sum();
        return all == 0 ? 0 : (double) records / all;
    }

    String clusters() {
        StringBuilder rows = new StringBuilder();
        for (Map.Entry<Integer, Long> size : facts.sizes().entrySet().stream().limit(SHOWN).toList()) {
            rows.append(row(size.getKey().toString(), List.of(Numbers.count(size.getValue()))));
        }
        long rest = facts.sizes().entrySet().stream().skip(SHOWN).mapToLong(Map.Entry::getValue).sum();
        if (rest > 0) {
            rows.append(row(Words.html("更大", "larger"), List.of(Numbers.count(rest))));
        }
        return rows.isEmpty() ? "<p>" + Words.html("没有两条以上的组。", "No cluster has two records.") + "</p>"
                : table(List.of(new Words("组内记录数", "records in it"), new Words("组数", "clusters")), rows);
    }

    String refused() {
        StringBuilder rows = new StringBuilder();
        for (Refusal refusal : facts.refused()) {
            String examples = "<div class=\"ids\">" + refusal.examples().stream().map(Words::escaped)
                    .collect(Collectors.joining("<br>")) + "</div>";
            rows.append(row(new Words(refusal.reason().in("zh"), refusal.reason().in("en")).html(), List.of(Numbers.count(refusal.unions()), examples)));
        }
        return rows.isEmpty() ? "" : table(List.of(new Words("原因", "why"), new Words("次数", "unions"),
                new Words("例子", "examples")), rows);
    }

    String groups() {
        StringBuilder rows = new StringBuilder();
        for (Group group : facts.groups()) {
            rows.append(row(Words.escaped(group.name()), List.of(Numbers.count(group.records()),
                    Numbers.count(group.truePairs()), Numbers.percent(group.precision()),
                    Numbers.percent(group.recall()))));
        }
        return rows.isEmpty() ? "" : table(List.of(new Words("群体", "group"), new Words("记录", "records"),
                new Words("真实的对", "true pairs"), new Words("准确率", "precision"), new Words("查全率", "recall")), rows);
    }

    String measured() {
        StringBuilder rows = new StringBuilder();
        for (Line line : facts.measured().map(Facts.Measured::lines).orElse(List.of())) {
            String interval = Double.isNaN(line.low()) ? ""
                    : Numbers.percent(line.low()) + " – " + Numbers.percent(line.high());
            rows.append(row(line.name().html(), List.of(Numbers.percent(line.value()), interval)));
        }
        return table(List.of(new Words("单一门槛处", "at the single cut"), new Words("值", "value"),
                new Words("95% 区间", "95% interval")), rows);
    }

    String notes() {
        return facts.model().notes().isEmpty() ? "" : "<ul>" + facts.model().notes().stream()
                .map(note -> "<li>" + new Words(note.in("zh"), note.in("en")).html() + "</li>").collect(Collectors.joining()) + "</ul>";
    }

    private static String table(List<Words> heads, CharSequence rows) {
        return "<div class=\"wide\"><table class=\"numbers\"><thead><tr>" + heads.stream()
                .map(head -> "<th scope=\"col\">" + head.html() + "</th>").collect(Collectors.joining())
                + "</tr></thead><tbody>" + rows + "</tbody></table></div>";
    }

    private static String row(String name, List<String> cells) {
        return "<tr><th scope=\"row\">" + name + "</th>" + cells.stream().map(cell -> "<td>" + cell + "</td>")
                .collect(Collectors.joining()) + "</tr>";
    }
}
