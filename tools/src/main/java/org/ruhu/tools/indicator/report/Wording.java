package org.ruhu.tools.indicator.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.indicator.reading.HouseholdReader;
import org.ruhu.tools.indicator.reading.RuleBook;
import org.ruhu.tools.page.Words;

/** What codes stand for: areas by their names, groups by the labels of the form. */
public final class Wording {

    private final Optional<FormVersion> form;
    private final Function<String, Words> areas;

    public Wording(Catalogue catalogue, Function<String, Words> areas) {
        this.form = catalogue.latest(HouseholdReader.FORM);
        this.areas = areas;
    }

    public Words group(String by, String code) {
        if (code.equals("unknown")) {
            return new Words(of(by).zh() + "：不明", of(by).en() + ": unknown");
        }
        return switch (by) {
            case "hh_attr", "status" -> labelled(by, "/" + by, code);
            case "cause" -> labelled(by, "/cause_main", code);
            case "head_sex" -> labelled(by, "/members/*/sex", code);
            case "team" -> new Words(code, code);
            case "size" -> new Words(code + " 人户", code + (code.equals("1") ? " person" : " persons"));
            default -> new Words(by + " " + code, by + " " + code);
        };
    }

    private Words labelled(String by, String path, String code) {
        return form.map(version -> new Words(of(by).zh() + "：" + version.optionLabel(path, code, "zh"),
                of(by).en() + ": " + version.optionLabel(path, code, "en"))).orElse(new Words(code, code));
    }

    private static Words of(String by) {
        return switch (by) {
            case "hh_attr" -> new Words("户属性", "category");
            case "status" -> new Words("户状态", "status");
            case "cause" -> new Words("主要致贫原因", "main cause");
            case "head_sex" -> new Words("户主性别", "sex of the head");
            case "size" -> new Words("人数", "size");
            case "team" -> new Words("普查员", "enumerators");
            default -> new Words(by, by);
        };
    }

    /** The lines of the year, of the areas shown and those they lie in, each once. */
    public List<Words> lines(Findings findings, RuleBook rules) {
        List<String> seen = new ArrayList<>(findings.seen());
        seen.add("");
        return seen.stream().flatMap(area -> rules.line(area, findings.year()).stream()).distinct().map(line ->
                line(findings.year(), line.value().asText(), line.area(), line.source())).toList();
    }

    /** @param area for which the line was laid down; empty for the whole country */
    public Words line(int year, String value, String area, String source) {
        String yuan = new BigDecimal(value).stripTrailingZeros().toPlainString();
        return new Words(year + " 年贫困标准 " + yuan + " 元" + (area.isEmpty() ? "（全国）" : "（" + areas.apply(area).zh()
                + "）") + "：" + source, "Poverty line of " + year + ": " + yuan + " yuan" + (area.isEmpty()
                        ? " (whole country)" : " (" + areas.apply(area).en() + ")") + ". " + source);
    }
}
