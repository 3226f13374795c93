package org.ruhu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.server.demo.DemoAccounts.DemoAccount;
import org.ruhu.tools.remote.Remote;
import org.ruhu.tools.simulation.Scribble;
import org.ruhu.tools.simulation.Simulation;
import org.ruhu.tools.simulation.Village;

/**
 * What the administration does in one village: a team goes from door to door and finds problems, which stand at every
 * place of the ledger; and it scores households.
 */
final class AdministrationRounds {

    static final String TEAM = "check-team";
    static final String INSTRUCTOR = "check-instructor";
    static final String OFFICE = "check-county";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACE = Pattern.compile("\\{(today|picture) ?\\+?(\\d*)}");
    private static final int CHECKED_HOUSEHOLDS = 8;
    private static final int SCORED_HOUSEHOLDS = 3;
    private static final int UNKNOWN_HOUSEHOLDS = 3;

    private final Simulation simulation;
    private final DemoAccounts accounts;
    private final Remote anybody;
    private final Catalogue catalogue;
    private final LocalDate today;
    private final Village village;

    AdministrationRounds(Simulation simulation, DemoAccounts accounts, Remote anybody, Catalogue catalogue,
                         LocalDate today) {
        this.simulation = simulation;
        this.accounts = accounts;
        this.anybody = anybody;
        this.catalogue = catalogue;
        this.today = today;
        this.village = simulation.villages().get(0);
    }

    void build(Frame frame) throws IOException {
        DemoAccount team = accounts.named(TEAM);
        for (int i = 0; i < Math.min(CHECKED_HOUSEHOLDS, village.households()); i++) {
            ObjectNode unit = unit(i, team);
            unit.withObject("/prefill").put("check_mode", "1").put("visit_plan", "2").put("hh_kind", "1");
            frame.put(Round.CHECK, unit);
        }
        for (int i = 1; i <= UNKNOWN_HOUSEHOLDS; i++) {
            frame.put(Round.CHECK, unknown(i, team));
        }
        for (int i = 0; i < Math.min(SCORED_HOUSEHOLDS, village.households()); i++) {
            frame.put(Round.SCORES, scored(unit(i, team), i));
        }
        DemoTablet tablet = DemoTablet.of(catalogue, anybody, team);
        score(tablet);
        check(tablet);
    }

    /** The household as the register has it; its number in the census is none of the administration's business. */
    private ObjectNode unit(int index, DemoAccount team) {
        ObjectNode known = simulation.household(village.first() + index).unit();
        ObjectNode unit = JSON.createObjectNode().put("unit", village.unit(index + 1))
                .put("team", team.team().orElseThrow()).put("address", known.path("address").asText())
                .put("order", index + 1);
        unit.putObject("prefill").put("checker1_id", "P-01").put("checker2_id", "P-02")
                .put("enum1_id", "P-01").put("enum2_id", "P-02")
                .put("hh_id", known.at("/prefill/hh_id").asText())
                .put("head_name", known.at("/prefill/head_name").asText());
        return unit;
    }

    /** One that no register has: they are left to be checked, however small the village is. */
    private ObjectNode unknown(int number, DemoAccount team) {
        ObjectNode unit = JSON.createObjectNode().put("unit", village.unit(7000 + number))
                .put("team", team.team().orElseThrow()).put("address", village.name() + "新增户" + number)
                .put("order", CHECKED_HOUSEHOLDS + number);
        unit.putObject("prefill").put("checker1_id", "P-01").put("checker2_id", "P-02")
                .put("check_mode", "1").put("visit_plan", "2");
        return unit;
    }

    /** Under a number of its own: a team's tablet has one list for all campaigns. */
    private ObjectNode scored(ObjectNode unit, int index) {
        unit.put("unit", village.unit(9001 + index)).put("order", CHECKED_HOUSEHOLDS + UNKNOWN_HOUSEHOLDS + 1 + index);
        unit.withObject("/prefill").put("village_code", village.code()).put("hh_serial", index + 1)
                .put("natural_village", simulation.household(village.first() + index).unit()
                        .at("/prefill/natural_village").asText());
        return unit;
    }

    private void score(DemoTablet tablet) throws IOException {
        String unit = village.unit(9001);
        ObjectNode answers = DemoTablet.example(new FormId("identification", "1.0"));
        answers.setAll((ObjectNode) scored(unit(0, accounts.named(TEAM)), 0).path("prefill").deepCopy());
        answers.remove(List.of("checker1_id", "checker2_id", "enum1_id", "enum2_id", "changes"));
        answers.put("score_date", today.toString()).put("meeting_date", today.toString());
        answers.put("scorer1_id", "P-01").put("scorer2_id", "P-02").put("sign_head", picture(12));
        answers.putArray("sign_scorers").add(picture(13)).add(picture(14));
        tablet.interview(Round.SCORES, unit, answers);
    }

    private void check(DemoTablet tablet) throws IOException {
        JsonNode checks = JSON.readTree(filled("door-checks.json"));
        Remote instructor = signedIn(INSTRUCTOR);
        Remote office = signedIn(OFFICE);
        for (int i = 0; i < Math.min(checks.size(), village.households()); i++) {
            String unit = village.unit(i + 1);
            ObjectNode answers = fine();
            answers.setAll((ObjectNode) checks.get(i).path("answers"));
            answers.put("hh_id", unit(i, accounts.named(TEAM)).at("/prefill/hh_id").asText());
            tablet.interview(Round.CHECK, unit, answers);
            UUID submission = DemoTablet.submission(Round.CHECK, unit);
            for (var steps : checks.get(i).path("steps").properties()) {
                take("/api/problems/" + submission + "/" + steps.getKey(), steps.getValue(), instructor, office);
            }
        }
    }

    /** A household at which nothing is wrong. */
    private ObjectNode fine() throws IOException {
        ObjectNode answers = DemoTablet.example(new FormId("door-check", "1.0"));
        answers.remove(List.of("problems", "evidence", "complaint", "check_id", "campaign_id", "members_n"));
        List.of("k_defect", "k_winter", "k_files").forEach(item -> answers.put(item, "1"));
        answers.put("members_n", 4).put("checker1_id", "P-01").put("checker2_id", "P-02");
        return answers.put("check_date", today.toString()).put("check_time", today + "T10:00:00+08:00");
    }

    /** Those steps that nobody has taken yet. */
    private void take(String problem, JsonNode steps, Remote instructor, Remote office) throws IOException {
        int taken = office.get(problem).path("taken").asInt();
        for (int number = taken + 1; number <= steps.size(); number++) {
            ObjectNode step = ((ObjectNode) steps.get(number - 1)).deepCopy().put("number", number);
            Remote who = step.remove("account").asText().equals(OFFICE) ? office : instructor;
            for (JsonNode proof : step.path("proofs")) {
                DemoDevice.putAttachment(who, scribble(proof.asText()));
            }
            who.post(problem + "/steps", "application/json", JSON.writeValueAsBytes(step));
        }
    }

    private Remote signedIn(String name) throws IOException {
        DemoAccount account = accounts.named(name);
        return anybody.with(anybody.signIn(account.account(), account.password()));
    }

    /** A file with days and pictures put in: <code>{today+5}</code>, <code>{picture 3}</code>. */
    private String filled(String file) throws IOException {
        try (InputStream in = AdministrationRounds.class.getResourceAsStream(file)) {
            return PLACE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)).replaceAll(place -> {
                int number = place.group(2).isEmpty() ? 0 : Integer.parseInt(place.group(2));
                return place.group(1).equals("today") ? today.plusDays(number).toString() : picture(number);
            });
        }
    }

    /** Of those that are with the server. */
    private Scribble scribble(String sha256) {
        return simulation.attachments().stream().filter(picture -> picture.sha256().equals(sha256)).findFirst()
                .orElseThrow();
    }

    private String picture(int number) {
        String late = Demo.late(simulation);
        List<Scribble> pictures = simulation.attachments().stream()
                .filter(picture -> !picture.sha256().equals(late)).toList();
        return pictures.get(number % pictures.size()).sha256();
    }
}
