package org.ruhu.server.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ruhu.forms.FormId;
import org.ruhu.tools.simulation.Plan;

/**
 * A campaign of the demo: one form, tried somewhere. The census comes first; the others look at its interviews.
 *
 * @param domain  {@code STAT} or {@code ADMIN}; neither sees what the other collects
 * @param context what its interviews are told from outside
 */
record Round(String id, String domain, FormId form, String area, String zh, String en, Map<String, Object> context) {

    static final String VILLAGES = "changdu-villages-2026";
    static final String COUNTY = "changdu-county-2026";
    static final String REVISIT = "changdu-revisit-2026";
    static final String STAFF = "changdu-staff-2026";
    static final String CHECK = "changdu-check-2026";
    static final String SCORES = "changdu-scores-2026";

    /** What statisticians do beside the census, and what the administration does. */
    static final List<String> STATISTICS = List.of(VILLAGES, COUNTY, REVISIT, STAFF);
    static final List<String> ADMINISTRATION = List.of(CHECK, SCORES);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of the villages' households as the administration's own register has them: it may not look into the census. */
    private static final Map<String, Object> MEDIANS = Map.of("med_arable", 2.5, "med_grassland", 60, "med_forest", 0,
            "med_crop", 800, "med_cattle", 2, "med_sheep", 0);

    /** @param county the one in which everything but the census happens */
    static List<Round> all(Plan plan, String county) {
        return List.of(
                new Round(plan.campaign(), "STAT", Plan.FORM, plan.area(), "昌都市脱贫攻坚普查（演示）",
                        "Changdu poverty census (demo)", Map.of("ref_date", "2020-12-31", "poverty_line", 4000)),
                round(VILLAGES, "STAT", "village-census", county, "行政村普查（演示）", "Village census (demo)"),
                round(COUNTY, "STAT", "county-census", county, "县普查（演示）", "County census (demo)"),
                round(REVISIT, "STAT", "revisit", county, "普查质量抽查（演示）", "Revisits of the census (demo)"),
                round(STAFF, "STAT", "staff-survey", county, "普查人员匿名问卷（演示）", "Anonymous staff survey (demo)"),
                round(CHECK, "ADMIN", "door-check", county, "入户排查（演示）", "Door-to-door check (demo)"),
                new Round(SCORES, "ADMIN", new FormId("identification", "1.0"), county, "贫困户识别评分（演示）",
                        "Identification scores (demo)", MEDIANS));
    }

    private static Round round(String id, String domain, String form, String county, String zh, String en) {
        return new Round(id, domain, new FormId(form, "1.0"), county, zh, en, Map.of());
    }

    /** In its second week, so that some is expected by today. */
    ObjectNode json(LocalDate today) {
        ObjectNode campaign = JSON.createObjectNode().put("id", id).put("domain", domain).put("area", area)
                .put("starts", today.minusDays(10).toString()).put("ends", today.plusDays(20).toString())
                .put("target", 1.0);
        campaign.putObject("name").put("zh", zh).put("en", en);
        campaign.putObject("form").put("name", form.name()).put("version", form.version());
        campaign.set("context", JSON.valueToTree(context));
        return campaign;
    }
}
