package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.disclosure.Planned.Use;
import org.ruhu.tools.disclosure.RiskReport.Stage;
import org.ruhu.tools.page.Words;

/** The risk report for whoever decides whether a file may go out. */
public final class RiskPage {

    private RiskPage() {}

    public static String of(RiskReport report) {
        Settings settings = report.settings();
        boolean released = report.refusals().isEmpty();
        Html page = new Html("公开微观数据的披露风险报告", "Disclosure risk of public microdata");
        page.says(released ? "good" : "bad", released ? "符合阈值，已生成文件。" : "不符合阈值，未生成文件。",
                released ? "Within the limits: the file was written." : "Beyond the limits: no file was written.");
        if (!released) {
            page.listed(report.refusals());
        }
        settings.reason().ifPresent(reason -> page.says("", "例外理由：" + reason, "(reason for the exception)"));
        page.head("阈值", "Limits").table(List.of("指标|Measure", "最多|At most", "实际|Is", ""), limits(report));
        page.head("风险", "Risk").table(List.of("|", "抑制前|Before blanking", "公开文件|Released"),
                stages(report));
        page.says("", "样本中在全部 " + Html.number(report.people()) + " 人里独一无二的人数（抑制前）："
                        + Html.number(report.populationUniques()) + "；被剔除：" + Html.number(report.leftOut()),
                "People of the sample unlike anybody of all read, before blanking; people left out.");
        page.head("特殊唯一者（抑制前）", "Special uniques, before blanking")
                .table(List.of("DIS-SUDA 高于|above", "人数|People"), RiskReport.SUDA_STEPS.stream()
                        .map(step -> List.of(Html.number(step), Html.number(report.special().above(step)))).toList())
                .table(List.of("关键变量|Key", "所占分值比例|Share of all scores"), contributions(report))
                .says("", "只凭少数关键变量就独一无二的人最易被认出；占比最大的变量最值得归并。抑制后无人独一无二。",
                        "Who is alone with few keys is found most easily; the key with the largest share is the first to"
                                + " be made coarser. After blanking nobody is unique.");
        if (!report.again().isEmpty()) {
            page.head("与先前公开的文件", "With files released before").table(List.of("文件|File", "两者都有的人|People in both",
                    "一对一配上|Matched", "敏感取值可推出|Sensitive value told"), report.again().stream()
                    .map(file -> List.of(file.file(), Html.number(file.both()), Html.number(file.matched()),
                            Html.number(file.told()))).toList());
        }
        page.head("变量与信息损失", "Variables and what was lost").table(List.of("变量|Variable", "用途|Use",
                "归并|Recoding", "抑制|Blanked", "其中罕见值|of them rare", "信息(比特)前|Bits before", "后|after"),
                losses(report));
        page.says("", "未列出的变量一律不公开。姓名、证件、电话、文字、照片、坐标、日期不可公开；地理不细于乡镇。",
                "What is not listed is not released. Names, ids, telephones, texts, pictures, coordinates and dates"
                        + " never are; geography is no finer than a township.");
        page.head("方法", "Method").says("", "按户抽样 " + Html.number(100 * settings.fraction()) + "%，k = " + settings.k()
                        + "；空白按独立取值计算，因此按关键变量计数即可核对。个人风险：负二项近似 E(1/F|f)。户风险：1 − ∏(1 − r)。",
                "Households are drawn. A blanked cell counts as a value of its own, so counting rows by the keys"
                        + " proves k. Individual risk: E(1/F|f) with F negative binomial; household:"
                        + " 1 − ∏(1 − r).");
        return page.head("来源", "Sources").list(RiskReport.SOURCES).done();
    }

    private static List<List<String>> contributions(RiskReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (int key = 0; key < report.keys().size(); key++) {
            rows.add(List.of(report.keys().get(key).name(), Html.number(report.special().contribution()[key])));
        }
        return rows;
    }

    private static List<List<String>> limits(RiskReport report) {
        return report.limits().stream().map(limit -> List.of(limit.zh() + "|" + limit.en(), Html.number(limit.most()),
                Html.number(limit.is()), limit.kept() ? "符合|kept" : "超出|beyond")).toList();
    }

    private static List<List<String>> stages(RiskReport report) {
        List<List<String>> rows = new ArrayList<>();
        Stage before = report.before();
        Stage after = report.after();
        rows.add(row("人数|people", before.people(), after.people()));
        rows.add(row("户数|households", before.households(), after.households()));
        rows.add(row("关键变量组合数|combinations of keys", before.combinations(), after.combinations()));
        rows.add(row("最小组合人数|people in the smallest", before.smallest(), after.smallest()));
        rows.add(row("处于不足 k 人组合中的人数|people in combinations under k", before.few(), after.few()));
        rows.add(row("不足 k 或 l 的人数|people under k or l", before.unsafe(), after.unsafe()));
        rows.add(row("预期被认出的人数|expected re-identifications", before.risk().expected(),
                after.risk().expected()));
        rows.add(row("全局风险|global risk", before.risk().expected() / Math.max(1, before.people()),
                after.risk().expected() / Math.max(1, after.people())));
        rows.add(row("单人最大风险|largest risk of one person", before.risk().largest(), after.risk().largest()));
        rows.add(row("户最大风险|largest risk of a household", before.risk().household(), after.risk().household()));
        rows.add(row("户平均风险|mean risk of a household", before.risk().meanHousehold(),
                after.risk().meanHousehold()));
        rows.add(row("组成独一无二的户数|households like no other", before.risk().alone(), after.risk().alone()));
        return rows;
    }

    private static List<String> row(String name, double before, double after) {
        return List.of(name, Html.number(before), Html.number(after));
    }

    private static List<List<String>> losses(RiskReport report) {
        return report.losses().stream().map(loss -> List.of(loss.planned().name(), use(loss.planned()),
                recoded(loss.planned().recoding().meaning()), Html.number(loss.blanked()), Html.number(loss.rare()),
                Html.number(loss.before()), Html.number(loss.after()))).toList();
    }

    private static String recoded(Words meaning) {
        return meaning.zh() + "|" + meaning.en();
    }

    private static String use(Planned planned) {
        return planned.use() == Use.KEY ? "关键|key" : planned.use() == Use.PLAIN ? "一般|plain"
                : "敏感，l = " + planned.least() + "|sensitive";
    }
}
