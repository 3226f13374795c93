package org.ruhu.tools.indicator.report;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ruhu.tools.indicator.figure.Catalogue;
import org.ruhu.tools.indicator.figure.Indicator;
import org.ruhu.tools.indicator.figure.Place;
import org.ruhu.tools.page.Numbers;
import org.ruhu.tools.page.Page;
import org.ruhu.tools.page.Words;

/** The figures as one HTML file that loads and runs nothing, with a table beside each chart and each definition. */
public final class IndicatorReport {

    private static final int MOST_TEAMS = 100;

    private final Findings findings;
    private final About about;
    private final Tables tables;
    private final Charts charts;

    /**
     * What the figures do not say themselves.
     *
     * @param areas   name of an area by its code; the code where there is no name
     * @param groups  what a code of a group stands for, given the grouping and the code
     * @param lines   poverty lines that were used, in words
     * @param leftOut what was not counted and why, in words
     */
    public record About(Function<String, Words> areas, BiFunction<String, String, Words> groups, List<Words> lines,
            List<Words> leftOut) {

        public About {
            lines = List.copyOf(lines);
            leftOut = List.copyOf(leftOut);
        }
    }

    private IndicatorReport(Findings findings, About about) {
        this.findings = findings;
        this.about = about;
        this.tables = new Tables(findings, about.areas());
        this.charts = new Charts(findings, about.areas());
    }

    /** @param first the language the page opens in, zh or en */
    public static String html(Findings findings, About about, String first) {
        return new IndicatorReport(findings, about).html(first);
    }

    private String html(String first) {
        int year = findings.year();
        Page page = new Page(new Words(year + " 年贫困监测指标", "Poverty indicators, " + year), first,
                "/indicator/report.css");
        page.add(summary()).section(new Words("贫困", "Poverty"), new Words(
                "人均纯收入低于当地当年贫困标准的人口；等于标准不算。缺收入的户不在分母内，缺失比重列在旁边。",
                "Persons whose net income is below the line of their area and year; who is on the line is not poor."
                        + " Households without an income are not in the base; how many are missing stands beside."),
                poverty());
        page.section(new Words("收入", "Income"), new Words("自产自用折价计入一次；缺任何一项则不算总数；负收入照计。",
                "Own produce counts once, at its value; with a part missing there is no total; negative incomes count"
                        + " as they are."), income());
        page.section(new Words("两不愁三保障、饮水与收入", "The seven parts of compliance"),
                new Words("不明单列，绝不算作达标；有一项不符即为未达标。",
                        "Unknown stands by itself and never counts as met; one condition that fails is enough."),
                compliance());
        page.section(new Words("多维贫困（国内草案）", "Multidimensional poverty (a national draft)"),
                new Words("阿尔凯尔—福斯特方法，十项剥夺；不是全球多维贫困指数。有一项不明的户不计入。",
                        "Alkire and Foster's method over ten deprivations; not the global MPI. Households with anything"
                                + " unknown are left out."), multidimensional());
        if (findings.all("rates.recognition").isPresent()) {
            page.section(new Words("三率一度", "Three rates and one degree"), new Words(
                    "竖线为限值。官方判定看点估计；“有把握”看整个区间；区间跨过限值即为不能判定。疑似未经县级举证。",
                    "The line across is the limit. The official rule looks at the estimate; sure is what the whole"
                            + " interval says; where it crosses the limit, nothing is decided. Suspected cases are"
                            + " before the county was heard."), charts.rates() + tables.of(new Words("三率一度", "Three rates"),
                            Chapters.RATES) + charts.readings());
        }
        page.section(new Words("认可度", "Recognition"), new Words("“不清楚”留在分母，不算认可。",
                "\"Unclear\" stays in the base and is no recognition."),
                tables.of(new Words("认可度", "Recognition"), Chapters.RECOGNITION));
        page.section(new Words("分组", "By group"), new Words("各组互不交叉；户数少的组宜慎用。",
                "Groups are not crossed; few households mean little."), groups());
        page.section(new Words("覆盖与质量", "Coverage and quality"),
                new Words("任何一项异常都是复查的理由，不是处分的依据。", "A sign is a reason to visit again, never a sanction."),
                tables.of(new Words("覆盖与质量", "Coverage and quality"), Chapters.QUALITY)
                        + tables.byArea(new Words("各地区", "By area"), Chapters.QUALITY_BY_AREA) + teams());
        page.section(new Words("来源", "Sources"), new Words("使用的问卷版本、贫困标准和未计入的记录。",
                "The forms, the poverty lines, and what was not counted."), sources());
        return page.section(new Words("指标定义", "Definitions"), new Words(
                "公式使用问卷题目名；w 为权数，p 为人数，x 为人均收入，z 为贫困标准。",
                "Formulas use the names of the form's questions; w is the weight, p persons, x income per person, z the"
                        + " line."), definitions()).html();
    }

    private String summary() {
        long households = findings.all("compliance.exit.pass").map(figure -> figure.base().households()).orElse(0L);
        long persons = findings.all("compliance.exit.pass").map(figure -> figure.base().persons()).orElse(0L);
        String first = new Words("访问 " + Numbers.count(households) + " 户、" + Numbers.count(persons) + " 人。",
                Numbers.count(households) + " households with " + Numbers.count(persons) + " persons were interviewed.")
                .html();
        String kind = (findings.sample() ? new Words("抽样数据：加权，附 95% 区间。", "A sample: weighted, with 95 % intervals.")
                : new Words("全面登记：每户计一次，没有抽样误差。", "A full count: everybody counts once; no sampling error."))
                .html();
        String nothing = households == 0 ? "<p>" + new Words("还没有可用的访问记录；有了之后这里显示各项指标。",
                "There is no interview yet; figures appear here once there is one.").html() + "</p>" : "";
        return "<div class=\"summary\"><p>" + first + "</p><p>" + kind + "</p>" + nothing + "</div>\n"
                + tables.of(new Words("主要指标", "Main figures"), Chapters.MAIN);
    }

    private String poverty() {
        return charts.byArea("poverty.register.rate") + tables.byArea(new Words("各地区", "By area"), Chapters.POVERTY)
                + tables.of(new Words("三种口径", "By three definitions"), Chapters.DEFINITIONS)
                + charts.sensitivity() + tables.of(new Words("标准的影响", "What the line does"), Chapters.SENSITIVITY);
    }

    private String income() {
        return charts.sources() + tables.of(new Words("收入来源", "Income by source"), Chapters.SOURCES)
                + tables.of(new Words("水平与分布", "Level and distribution"), Chapters.INCOME) + charts.lorenz()
                + tables.of(new Words("洛伦兹曲线", "Lorenz curve"), Chapters.LORENZ)
                + tables.byArea(new Words("各地区", "By area"), Chapters.INCOME_BY_AREA);
    }

    private String compliance() {
        return charts.compliance() + charts.complianceTable() + tables.of(new Words("已知未达标项数",
                "Parts known not to be met"), Chapters.FAILED) + tables.byArea(new Words("各地区：达标", "By area: met"),
                Chapters.COMPLIANCE_BY_AREA);
    }

    private String multidimensional() {
        return tables.of(new Words("总体", "Overall"), Chapters.MPI) + charts.contributions()
                + tables.of(new Words("对 M0 的贡献（k=1/3）", "Contributions to M0 (k = 1/3)"), Chapters.CONTRIBUTIONS)
                + tables.of(new Words("各项剥夺", "Deprivations"), Chapters.DEPRIVED);
    }

    private String groups() {
        List<Place> groups = findings.groups("compliance.exit.pass");
        return groups.isEmpty() ? "" : tables.rows(new Words("各组", "Groups"), new Words("组", "group"),
                Chapters.BY_GROUP,
                groups, group -> about.groups().apply(group.by(), group.group()).html(), findings::of);
    }

    /** The first of them; all are in the tables. */
    private String teams() {
        List<Place> teams = findings.groups("quality.forms-per-day").stream()
                .filter(place -> place.by().equals("team")).limit(MOST_TEAMS).toList();
        return teams.isEmpty() ? "" : tables.rows(new Words("各组普查员", "By team"), new Words("普查员", "enumerators"),
                Chapters.QUALITY_BY_TEAM, teams, team -> about.groups().apply(team.by(), team.group()).html(),
                findings::of);
    }

    private String sources() {
        return "<ul>" + findings.forms().stream().map(form -> "<li>" + Words.escaped(form) + "</li>")
                .collect(Collectors.joining()) + "</ul><ul>"
                + about.lines().stream().map(line -> "<li>" + line.html() + "</li>").collect(Collectors.joining())
                + "</ul>" + (about.leftOut().isEmpty() ? "" : "<ul>" + about.leftOut().stream()
                        .map(text -> "<li>" + text.html() + "</li>").collect(Collectors.joining()) + "</ul>");
    }

    private String definitions() {
        return "<dl class=\"definitions\">" + Catalogue.indicators().stream()
                .filter(indicator -> findings.all(indicator.code()).isPresent()).map(this::definition)
                .collect(Collectors.joining()) + "</dl>";
    }

    private String definition(Indicator of) {
        String base = findings.all(of.code()).map(figure -> new Words(
                Numbers.count(figure.base().households()) + " 户，缺 " + Numbers.count(figure.base().missing()) + " 户；"
                        + String.join("；", figure.forms()),
                Numbers.count(figure.base().households()) + " households, " + Numbers.count(figure.base().missing())
                        + " missing; " + String.join("; ", figure.forms())).html()).orElse("");
        return "<dt id=\"d-" + of.code() + "\">" + new Words(of.name().zh(), of.name().en()).html() + " <small>"
                + of.code() + "</small></dt><dd>" + new Words(of.definition().zh(), of.definition().en()).html()
                + "<br><small>" + new Words("对象：" + of.universe().zh(), "About: " + of.universe().en()).html() + "<br>"
                + "<code>" + new Words(of.formula().zh(), of.formula().en()).html() + "</code><br>"
                + new Words("依据：" + of.source(), "Source: " + of.source()).html() + "<br>" + base + "</small></dd>";
    }
}
