package org.ruhu.tools.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.Context;
import org.ruhu.forms.Finding;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Severity;
import org.ruhu.tools.lines.Revision;

class SimulationTest {

    private static final FormVersion FORM = Catalogue.bundled().form(Plan.FORM).orElseThrow();

    private static final List<Household> DISTRICT = households(Plan.of(2000, 7, "test"));

    @Test
    void withoutErrorsEveryInterviewFitsItsFormAndPassesEveryHardCheck() {
        Map<String, Integer> odd = new TreeMap<>();
        for (Household household : DISTRICT) {
            Revision revision = Revision.of(household.submission()).orElseThrow();
            FORM.misfits(revision.answers()).forEach(misfit -> odd.merge("misfit " + misfit, 1, Integer::sum));
            findings(household).stream().filter(finding -> finding.severity() == Severity.HARD)
                    .forEach(finding -> odd.merge(finding.check() + " " + finding.refers(), 1, Integer::sum));
        }
        assertThat(odd).isEmpty();
    }

    @Test
    void withoutErrorsFewerThanOneInterviewInAHundredIsOdd() {
        List<String> soft = DISTRICT.stream()
                .flatMap(household -> findings(household).stream().map(Finding::check).distinct()).toList();
        assertThat(soft.size()).as("%s", soft).isLessThan(DISTRICT.size() / 100);
    }

    @Test
    void whatTheSimulationCalculatesIsWhatTheFormCalculates() {
        for (Household household : DISTRICT) {
            Revision revision = Revision.of(household.submission()).orElseThrow();
            JsonNode answers = revision.answers().values();
            ObjectNode cleaned = FORM.interview(revision.answers(), context(household)).cleaned();
            for (String sum : List.of("inc_wage", "inc_biz", "exp_biz", "inc_prop", "inc_trans", "net_income",
                    "pc_net")) {
                assertThat(cleaned.path(sum).decimalValue()).as(sum)
                        .isEqualByComparingTo(answers.path(sum).decimalValue());
            }
        }
    }

    @Test
    void theSamePlanGivesTheSameBytesInAnyNumberOfThreads(@TempDir Path folder) throws IOException {
        Plan plan = new Plan(300, 42, "5403", 0.2, 0.2, "test");
        new SimulationFiles(new Simulation(plan)).write(folder.resolve("one"), 1, done -> { });
        new SimulationFiles(new Simulation(plan)).write(folder.resolve("many"), 4, done -> { });
        for (String name : List.of("regions.ndjson", "units.ndjson", "submissions.ndjson", "truth.ndjson")) {
            assertThat(folder.resolve("many").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
        }
        try (Stream<Path> attachments = Files.list(folder.resolve("many/attachments"))) {
            assertThat(attachments).hasSameSizeAs(new Simulation(plan).attachments());
        }
    }

    /** Whoever changes what is made up changes this too, and knows that old seeds now give other people. */
    @Test
    void theSamePlanGivesTheSameBytesOnEveryMachine() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Household household : households(new Plan(200, 1, "5403", 0.2, 0.2, "test"))) {
            digest.update(household.submission().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(household.unit().toString().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).startsWith("b01a3f82bdd322e9");
    }

    @Test
    void anotherSeedGivesOtherPeople() {
        assertThat(new Simulation(Plan.of(10, 1, "test")).household(3).submission())
                .isNotEqualTo(new Simulation(Plan.of(10, 2, "test")).household(3).submission());
    }

    @Test
    void evenAFewHouseholdsAreSpreadOverAllElevenCounties() {
        Simulation simulation = new Simulation(Plan.of(300, 1, "test"));
        assertThat(simulation.villages().stream().map(Village::county).distinct()).hasSize(11);
        assertThat(simulation.villages()).allMatch(village -> village.households() > 10);
    }

    @Test
    void villagesOfABigDistrictHave60To120Households() {
        Simulation simulation = new Simulation(Plan.of(100_000, 1, "test"));
        assertThat(simulation.villages()).allMatch(village -> village.households() > 55 && village.households() < 125);
        assertThat(simulation.villages().stream().map(Village::code).distinct()).hasSameSizeAs(simulation.villages());
        assertThat(simulation.villages().stream().mapToInt(Village::households).sum()).isEqualTo(100_000);
    }

    @Test
    void aCountyCanBeMadeAlone() {
        Simulation simulation = new Simulation(new Plan(500, 1, "540321", 0, 0, "test"));
        assertThat(simulation.villages()).allMatch(village -> village.code().startsWith("540321"));
    }

    @Test
    void withoutDuplicatesNoIdNumberIsGivenTwice() {
        List<String> ids = new ArrayList<>();
        for (Household household : households(Plan.of(30_000, 3, "test"))) {
            household.submission().path("answers").path("members").forEach(row -> {
                if (row.has("id_no")) {
                    ids.add(row.path("id_no").asText().substring(0, 18));
                }
            });
        }
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }

    @Test
    void whereverAnIdNumberIsGivenTwiceTheTruthSaysWhy() {
        Map<String, Set<String>> holders = new HashMap<>();
        Set<String> told = new HashSet<>();
        for (Household household : households(new Plan(3000, 5, "5403", 0, 0.1, "test"))) {
            String submission = household.submission().path("submission").asText();
            household.submission().path("answers").path("members").forEach(row ->
                    holders.computeIfAbsent(row.path("id_no").asText(), id -> new HashSet<>()).add(submission));
            household.truth().forEach(truth -> told.add(submission));
            household.truth().forEach(truth -> told.add(truth.path("other").path("submission").asText()));
        }
        holders.remove("");
        assertThat(told).containsAll(holders.values().stream().filter(in -> in.size() > 1).flatMap(Set::stream).toList())
                .hasSizeGreaterThan(300);
    }

    /** Of so many, several households share their places in the registers. */
    @Test
    void amongMillionsToTheFirstOfJanuaryNoIdNumberIsGivenTwice() {
        Plan plan = Plan.of(1_000_000, 3, "test");
        Frame frame = new Frame(plan);
        List<String> ids = new ArrayList<>();
        for (int household = 0; household < plan.households(); household++) {
            if (household % (98 * 249) < 60) {
                People.of(plan, frame.villageOf(household), household).members().stream()
                        .map(member -> member.text("id_no")).filter(id -> !id.isEmpty())
                        .map(id -> id.substring(0, 18)).forEach(ids::add);
            }
        }
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        assertThat(ids).anyMatch(id -> id.startsWith("0101", 10));
    }

    @Test
    void plantedMistakesAreInTheTruthAndAreMostlyFoundByChecks() {
        List<Household> households = households(new Plan(2000, 11, "5403", 0.3, 0, "test"));
        Map<String, int[]> found = new TreeMap<>();
        for (Household household : households) {
            assertThat(FORM.misfits(Revision.of(household.submission()).orElseThrow().answers())).isEmpty();
            for (ObjectNode truth : household.truth()) {
                int[] count = found.computeIfAbsent(truth.path("mistake").asText(), mistake -> new int[2]);
                count[0]++;
                count[1] += findings(household).isEmpty() ? 0 : 1;
            }
        }
        assertThat(found).containsOnlyKeys(Arrays.stream(Mistake.values()).map(Mistake::code).toList());
        assertThat(found.get("id-digit")[1]).isEqualTo(found.get("id-digit")[0]);
        assertThat(found.get("sex-mistaken")[1]).isEqualTo(found.get("sex-mistaken")[0]);
        assertThat(found.get("hukou-total-wrong")[1]).isEqualTo(found.get("hukou-total-wrong")[0]);
    }

    private static List<Household> households(Plan plan) {
        List<Household> households = new ArrayList<>();
        new Simulation(plan).forEach(2, households::add);
        return households;
    }

    private static List<Finding> findings(Household household) {
        Revision revision = Revision.of(household.submission()).orElseThrow();
        return FORM.confront(revision.answers(), context(household));
    }

    private static Context context(Household household) {
        return Context.of(Map.of("unit_area", household.unit().path("area"),
                "pc_net_last_year", household.unit().path("prefill").path("pc_net_last_year")));
    }
}
