package org.ruhu.tools.link.report;

import java.util.stream.Collectors;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.page.Numbers;
import org.ruhu.tools.page.Page;
import org.ruhu.tools.page.Words;

/** What was linked and how sure it is, as one HTML file that loads and runs nothing and prints in black and white. */
public final class Report {

    private final Facts facts;
    private final Thresholds thresholds;
    private final Lists lists;
    private final Page page;

    private Report(Facts facts) {
        this.facts = facts;
        this.thresholds = new Thresholds(facts);
        this.lists = new Lists(facts);
        this.page = new Page(title(facts), "zh");
    }

    public static String html(Facts facts) {
        return new Report(facts).html();
    }

    private String html() {
        page.add(summary());
        section("匹配权重", "Match weights", "每一对记录的各项比较加起来就是它的权重；多一比特，是同一人的把握大一倍。纵轴每格十倍。",
                "What the comparisons of a pair say adds up to its weight; a bit more doubles the odds that both are"
                        + " the same. Every line upwards is ten times as many pairs.",
                new Histogram(facts.bins(), facts.model().cuts()).html());
        measured();
        section("换一个门槛会怎样", "What another threshold would give",
                "从这个权重起全部关联时的准确率（关联的对中有多少是对的）和查全率（真实的对中有多少被找到）。",
                "Precision (how many of the pairs linked are right) and recall (how many of the true pairs are found),"
                        + " were all pairs of this weight or more linked.",
                thresholds.html() + new Curve(facts, thresholds).html());
        section("各项比较的分量", "What each comparison says",
                "m：同一人的两条记录落在这一级的机会；u：不同的两人碰巧落在这一级的机会；权重 = log2(m/u)。",
                "m: chance that two records of the same are on this level; u: chance that two different ones are;"
                        + " weight = log2(m/u).", new Weights(facts.model()).html());
        section("几对例子", "Some pairs, step by step", "起点是随便两条记录的机会；每一行从上一行的终点开始。",
                "It begins with the chance of any two records; every bar begins where the one above ends.",
                new Samples(facts).html());
        section("先挑后比", "From all pairs to those compared", blocking("zh"), blocking("en"), lists.blocking());
        section("怎样也关联不上的记录", "Records that cannot be linked", unlinkable("zh"), unlinkable("en"),
                lists.unlinkable());
        section("分组", "Clusters", "彼此关联的记录成为一组；下表不含单独的记录。",
                "Records linked with one another are a cluster; those that stand alone are not listed.",
                lists.clusters());
        optional("拒绝的合并", "Unions that were refused", "这些合并与已核实的事实相矛盾，或组会太大，留给人看。",
                "These would contradict what is certain, or make a cluster too large; people should look at them.",
                lists.refused());
        optional("各群体的差错", "Errors by group", "一对中至少有一条记录属于该群体；在单一门槛处。",
                "Pairs with at least one record of the group, at the single cut.", lists.groups());
        optional("使用模型前须知", "What to know about the model", "训练时留下的说明。", "What training has to say.",
                lists.notes());
        return page.html();
    }

    private static Words title(Facts facts) {
        String names = facts.inputs().stream().map(Facts.Source::name).collect(Collectors.joining(" + "));
        return new Words("关联报告：" + names, "Linkage report: " + names);
    }

    private String summary() {
        Cuts cuts = facts.model().cuts();
        long records = facts.inputs().stream().mapToLong(Facts.Source::records).sum();
        long compared = facts.bins().all();
        long automatic = facts.bins().linkedFrom(cuts.automatic());
        long clerical = Math.max(0, facts.bins().pairsFrom(cuts.clerical()) - automatic);
        Thresholds.Point sure = thresholds.expected(cuts.automatic());
        Thresholds.Point seen = thresholds.expected(cuts.clerical());
        String from = Numbers.chance(Model.probability(cuts.automatic()));
        return "<div class=\"summary\"><p lang=\"zh\">" + Numbers.count(records) + " 条记录可以组成 "
                + Numbers.about(facts.considered()) + " 对；" + facts.blocking().size() + " 条规则挑出 "
                + Numbers.count(compared) + " 对逐项比较。</p><p lang=\"zh\">其中 <strong>" + Numbers.count(automatic)
                + " 对自动关联</strong>（概率不低于 " + from + "），<strong>" + Numbers.count(clerical)
                + " 对交人工核对</strong>，其余不关联。</p><p lang=\"zh\">按模型预计，自动关联的对中 "
                + Numbers.percent(sure.precision()) + " 是对的；真实的对中 " + Numbers.percent(sure.recall())
                + " 被自动关联，连同人工核对共 " + Numbers.percent(seen.recall()) + "。</p><p lang=\"en\">"
                + Numbers.count(records) + " records make " + Numbers.about(facts.considered()) + " pairs; "
                + facts.blocking().size() + " rules brought " + Numbers.count(compared)
                + " of them together to be compared.</p><p lang=\"en\"><strong>" + Numbers.count(automatic)
                + " pairs are linked by themselves</strong> (probability " + from + " or more), <strong>"
                + Numbers.count(clerical) + " are for clerks to look at</strong>, the others are not linked.</p>"
                + "<p lang=\"en\">By the model, " + Numbers.percent(sure.precision())
                + " of the pairs linked by themselves are right; they are " + Numbers.percent(sure.recall())
                + " of the true pairs, and with those for clerks " + Numbers.percent(seen.recall()) + ".</p></div>\n";
    }

    private void measured() {
        facts.measured().ifPresent(truth -> section("与真值相比", "Compared with the truth",
                "真实的对共 " + Numbers.count(truth.pairs()) + "；最好的 F1 是 " + Numbers.decimal(truth.bestF1(), 4)
                        + "，在权重 " + Numbers.bits(truth.bestAt()) + " 处。",
                "There are " + Numbers.count(truth.pairs()) + " true pairs; the best F1 is "
                        + Numbers.decimal(truth.bestF1(), 4) + " at the weight " + Numbers.bits(truth.bestAt()) + ".",
                lists.measured()));
    }

    private String blocking(String language) {
        boolean zh = language.equals("zh");
        String recall = facts.recall().map(share -> zh ? " 估计规则能碰到真实的对中的 " + Numbers.percent(share) + "。"
                : " The rules are estimated to bring together " + Numbers.percent(share) + " of the true pairs.")
                .orElse("");
        return (zh ? "只比较在某条规则上一致的记录。" : "Only records that agree on some rule are compared.") + recall;
    }

    private String unlinkable(String language) {
        long records = facts.unlinkable().records();
        long all = facts.inputs().stream().mapToLong(Facts.Source::records).sum();
        String share = Numbers.percent(all == 0 ? 0 : (double) records / all);
        return language.equals("zh") ? Numbers.count(records) + " 条记录（" + share + "）即使与自己相比也到不了单一门槛：缺的太多。"
                : Numbers.count(records) + " records (" + share + ") would not reach the single cut even when compared"
                        + " with themselves: too much of them is missing.";
    }

    private void optional(String zh, String en, String aboutZh, String aboutEn, String content) {
        if (!content.isEmpty()) {
            section(zh, en, aboutZh, aboutEn, content);
        }
    }

    private void section(String zh, String en, String aboutZh, String aboutEn, String content) {
        page.section(new Words(zh, en), new Words(aboutZh, aboutEn), content);
    }
}
