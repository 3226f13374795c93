package org.ruhu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.server.demo.DemoAccounts.DemoAccount;
import org.ruhu.tools.remote.Remote;
import org.ruhu.tools.simulation.Household;
import org.ruhu.tools.simulation.Simulation;
import org.ruhu.tools.simulation.Village;

/** What statisticians do in one county beside the census: a form for each village, one for the county, revisits. */
final class StatisticsRounds {

    static final String REVISIT_TEAM = "revisit-team";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REVISITS = 3;
    private static final int FIRST_REVISIT = 8001;
    private static final int PERSONS_TOO_MANY = 5;

    private final Simulation simulation;
    private final DemoAccounts accounts;
    private final Remote anybody;
    private final Catalogue catalogue;
    private final LocalDate today;
    private final Village first;
    private final DemoAccount team;

    StatisticsRounds(Simulation simulation, DemoAccounts accounts, Remote anybody, Catalogue catalogue,
                     LocalDate today) {
        this.simulation = simulation;
        this.accounts = accounts;
        this.anybody = anybody;
        this.catalogue = catalogue;
        this.today = today;
        this.first = simulation.villages().get(0);
        this.team = accounts.named("team-" + first.team().substring(1));
    }

    void build(Frame frame) throws IOException {
        DemoTablet census = DemoTablet.of(catalogue, anybody, team);
        for (Village village : simulation.villages()) {
            if (village.county().equals(first.county())) {
                frame.put(Round.VILLAGES, villageUnit(village));
            }
        }
        frame.put(Round.COUNTY, countyUnit());
        List<Household> originals = IntStream.range(0, first.households()).mapToObj(i ->
                        simulation.household(first.first() + i))
                .filter(Household::interviewed)
                .filter(household -> census.sent(simulation.plan().campaign(), household.unit().path("unit").asText()))
                .limit(REVISITS).toList();
        for (int i = 0; i < originals.size(); i++) {
            frame.put(Round.REVISIT, revisit(originals.get(i), i));
        }
        census.update();
        village(census);
        if (!originals.isEmpty()) {
            revisit(DemoTablet.of(catalogue, anybody, accounts.named(REVISIT_TEAM)), originals.get(0));
        }
    }

    /** Numbered 0: households begin at 1. */
    private ObjectNode villageUnit(Village village) {
        ObjectNode unit = JSON.createObjectNode().put("unit", village.unit(0)).put("team", village.team())
                .put("address", village.name() + " · 行政村普查表");
        unit.putObject("prefill").put("village_code", village.code()).put("village_name", village.name())
                .put("poor_village", true).put("v_exit_year", 2018).put("deep_poor", false);
        return unit;
    }

    private ObjectNode countyUnit() {
        ObjectNode unit = JSON.createObjectNode().put("unit", first.county() + "000000-0000").put("team", first.team())
                .put("address", "县普查表");
        unit.putObject("prefill").put("county_code", first.county()).put("cap_removed_year", 2018);
        return unit;
    }

    /** Counts as the village's papers have them: a few more registered persons than the census finds. */
    private void village(DemoTablet tablet) throws IOException {
        String unit = first.unit(0);
        int households = tablet.told(Round.VILLAGES, unit, "register_households").asInt();
        int persons = tablet.told(Round.VILLAGES, unit, "register_persons").asInt() + PERSONS_TOO_MANY;
        ObjectNode answers = DemoTablet.example(new FormId("village-census", "1.0"));
        answers.remove("village_name_bo");
        answers.put("village_code", first.code()).put("village_name", first.name()).put("deep_poor", false)
                .put("v_hh_reg", households).put("v_pop_reg", persons).put("v_pop_poor", 0)
                .put("v_hh_mon", 0).put("v_coop_reg_hh", Math.min(2, households))
                .put("v_seal", simulation.attachments().get(1).sha256());
        tablet.interview(Round.VILLAGES, unit, answers);
    }

    /** The second openly by those who were there, the others blindly by others. */
    private ObjectNode revisit(Household original, int index) {
        boolean blind = index != 1;
        DemoAccount by = blind ? accounts.named(REVISIT_TEAM) : team;
        ObjectNode unit = JSON.createObjectNode().put("unit", first.unit(FIRST_REVISIT + index))
                .put("team", by.team().orElseThrow()).put("address", original.unit().path("address").asText())
                .put("original", original.submission().path("submission").asText()).put("blind", blind)
                .put("order", index + 1);
        ObjectNode prefill = unit.putObject("prefill").put("head_name", original.head())
                .put("q_type", blind ? "2" : "1").put("orig_id", original.submission().path("submission").asText())
                .put("q_cross_area", blind).put("q_blind", blind);
        if (blind) {
            prefill.put("sample_stage", "1").put("q_prob", 0.1).put("q_weight", 10)
                    .put("q_enum1", "Q-01").put("q_enum2", "Q-02");
        } else {
            prefill.put("q_enum1", first.enumerators().get(0)).put("q_enum2", first.enumerators().get(1));
        }
        return unit;
    }

    /** What the revisit of a household was told: most of it as in the census, the income not. */
    private void revisit(DemoTablet tablet, Household original) throws IOException {
        JsonNode then = original.submission().path("answers");
        ObjectNode answers = DemoTablet.example(new FormId("revisit", "1.0"));
        answers.remove("q_members");
        answers.setAll((ObjectNode) revisit(original, 0).path("prefill"));
        answers.remove("head_name");
        answers.put("q_date", today.toString());
        for (String same : List.of("n_hukou", "n_resident", "exit_year")) {
            if (then.has(same)) {
                answers.set("q_" + same, then.path(same));
            } else {
                answers.remove("q_" + same);
            }
        }
        then.path("members").forEach(member -> {
            String number = member.path("id_no").asText();
            ObjectNode row = answers.withArray("q_members").addObject();
            row.put("q_name", member.path("name_zh").asText()).put("q_sex", member.path("sex").asText())
                    .put("q_birth", member.path("birth_date").asText());
            if (number.length() == 18) {
                row.put("q_id4", number.substring(14));
            }
        });
        answers.put("q_net", Math.round(then.path("net_income").asDouble() * 0.6));
        tablet.interview(Round.REVISIT, first.unit(FIRST_REVISIT), answers);
    }
}
