package org.ruhu.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who reads Chinese finds nothing on the pages that is told in English only, but for what is cited. */
class ChineseReportsTest extends IndicatorsBase {

    private static final Pattern ENGLISH = Pattern.compile("(?s)<(style|title)>.*?</\\1>"
            + "|<(\\w+)[^>]*lang=\"en\"[^>]*>.*?</\\2>|<h2>来源 .*");
    private static final Pattern TEXT = Pattern.compile(">([^<>]*[a-z]{2,} [a-z]{2,}[^<>]*)<");
    private static final Pattern CITED = Pattern.compile("(?s).*(依据：|secondary page|ruhu validate).*");

    @Test
    void theReportOfIndicatorsAndWhyLinesWereLeftOut() throws IOException {
        Files.writeString(lines, "\nno line\n", StandardOpenOption.APPEND);
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString())).isOne();
        assertThat(told("i/report.html")).isEmpty();
        assertThat(Files.readString(folder.resolve("i/report.html"))).contains("未计入 1 行：无法读取");
    }

    @Test
    void theReportsOfRiskAndOfTablesAndWhyTheyAreRefused() throws IOException {
        Files.writeString(folder.resolve("s.json"), """
                {"k": 3, "reason": "试验", "seed": 7, "fraction": 0.3, "variables": {
                 "sex": {"use": "key"}, "age": {"use": "key", "bands": [16, 60]},
                 "size": {"from": "household-size", "use": "key", "top": 3},
                 "place": {"from": "area", "use": "key", "level": "township"},
                 "edu": {"use": "plain", "groups": {"low": ["1"]}, "others": "more"}}}""");
        assertThat(ruhu("anonymise", lines.toString(), "--settings", folder.resolve("s.json").toString(), "--out",
                folder.resolve("a").toString())).as(said()).isOne();
        assertThat(told("a/risk.html")).isEmpty();
        assertThat(Files.readString(folder.resolve("a/risk.html"))).contains("，最多 ").contains("乡镇 ");
        Files.writeString(folder.resolve("t.json"), """
                {"population": "p", "seed": 1, "tables": {"t": {"sum": "inc_wage_out", "of": "households", "threshold":
                 2000, "by": [{"from": "area", "level": "county"}, {"from": "status"}]}}}""");
        assertThat(ruhu("tables", lines.toString(), "--settings", folder.resolve("t.json").toString(), "--out",
                folder.resolve("t").toString())).as(said()).isOne();
        assertThat(told("t/tables.html")).isEmpty();
        assertThat(Files.readString(folder.resolve("t/tables.html"))).contains("都藏不住");
    }

    private List<String> told(String page) throws IOException {
        return TEXT.matcher(ENGLISH.matcher(Files.readString(folder.resolve(page))).replaceAll("")).results()
                .map(MatchResult::group).filter(text -> !CITED.matcher(text).matches()).toList();
    }
}
