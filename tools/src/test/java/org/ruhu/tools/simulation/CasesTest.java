package org.ruhu.tools.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ruhu.tools.link.IdNumbers;

/** What is planted so that linkage has something to find, and something to be wrong about. */
class CasesTest {

    private static final Simulation DISTRICT = new Simulation(new Plan(9000, 21, "5403", 0, 0.1, "test"));

    private static final Map<String, PersonRecord> PEOPLE = new LinkedHashMap<>();
    private static final Map<String, Set<String>> BY_HOUSEHOLD = new HashMap<>();
    private static final Map<String, List<Two>> CASES = new HashMap<>();
    private static final Map<String, List<ObjectNode>> TRUTH = new HashMap<>();

    /** The record in which something was planted, and the one it was planted against. */
    private record Two(PersonRecord here, PersonRecord there) {}

    @BeforeAll
    static void readEverybody() {
        IntStream.range(0, DISTRICT.plan().households()).mapToObj(DISTRICT::people).flatMap(List::stream)
                .forEach(person -> {
                    PEOPLE.put(person.id(), person);
                    BY_HOUSEHOLD.computeIfAbsent(person.household(), unit -> new HashSet<>()).add(person.truth());
                });
        PEOPLE.values().stream().filter(person -> !person.which().isEmpty()).forEach(person ->
                CASES.computeIfAbsent(person.which(), which -> new ArrayList<>())
                        .add(new Two(person, PEOPLE.get(person.caseWith()))));
        IntStream.range(0, 3000).mapToObj(DISTRICT::household).flatMap(household -> household.truth().stream())
                .forEach(line -> TRUTH.computeIfAbsent(line.path("case").asText(), which -> new ArrayList<>()).add(line));
    }

    @ParameterizedTest
    @EnumSource
    void everyCaseOccursAndItsPeopleAreWhoTheTruthSays(Case which) {
        boolean different = which.kind() == Case.Kind.DIFFERENT_PERSONS;
        assertThat(CASES.get(which.code()).size()).isGreaterThan(9);
        assertThat(oddOnes(which, two -> two.here().truth().equals(two.there().truth()) != different)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noCaseIsSoCommonThatItHidesTheOthers(Case which) {
        assertThat(CASES.get(which.code()).size() / (double) PEOPLE.size()).isBetween(0.0002, 0.03);
    }

    @ParameterizedTest
    @CsvSource({
        "two-households-one-village, same-person,       same",
        "two-villages,               same-person,       same",
        "relocated-household,        same-household,    household-same",
        "split-household,            part-of-household, review",
        "shell-registration,         same-household,    review",
        "mistyped-id,                same-person,       review",
        "id-of-15-digits,            same-person,       same",
        "one-id-two-persons,         different-persons, different",
        "two-ids-one-person,         same-person,       review",
        "default-birthday,           same-person,       review",
        "default-birthday-namesake,  different-persons, different",
        "child-of-both-parents,      same-person,       same",
        "child-under-han-name,       same-person,       same",
        "institution-list,           same-person,       same",
        "twins,                      different-persons, different",
        "serial-siblings,            different-persons, different",
        "head-replaced,              same-household,    household-same",
        "disability-card,            same-person,       same",
        "namesakes,                  different-persons, different",
        "cousins-of-one-name,        different-persons, different",
        "couple-with-near-ids,       different-persons, different"})
    void theTruthSaysWhatItIsAndWhatIsUsuallyDecided(String which, String kind, String decision) {
        assertThat(TRUTH.get(which)).isNotEmpty().allSatisfy(line -> {
            assertThat(line.path("kind").asText()).isEqualTo(kind);
            assertThat(line.path("decision").asText()).isEqualTo(decision);
        });
    }

    @Test
    void everyPairOfTheTruthIsAPairOfPersonRecords() {
        Set<List<String>> told = TRUTH.values().stream().flatMap(List::stream).flatMap(CasesTest::pairs)
                .collect(Collectors.toSet());
        Set<List<String>> planted = IntStream.range(0, 3000).mapToObj(DISTRICT::people).flatMap(List::stream)
                .filter(person -> !person.which().isEmpty())
                .map(person -> List.of(person.id(), person.caseWith())).collect(Collectors.toSet());
        assertThat(told).isEqualTo(planted);
    }

    private static Stream<List<String>> pairs(JsonNode line) {
        String here = line.path("submission").asText();
        String there = line.path("other").path("submission").asText();
        if (line.has("pointer")) {
            return Stream.of(List.of(id(here, line.path("pointer")), id(there, line.path("other").path("pointer"))));
        }
        List<List<String>> pairs = new ArrayList<>();
        line.path("members").forEach(pair -> pairs.add(List.of(id(here, pair.path(0)), id(there, pair.path(1)))));
        return pairs.stream();
    }

    /** Pointers count from 0, lines of a roster from 1. */
    private static String id(String submission, JsonNode pointer) {
        return PersonRecord.id(submission, Integer.parseInt(pointer.asText().substring("/members/".length())));
    }

    @ParameterizedTest
    @EnumSource
    void everyCaseShowsTheCluesItIsKnownBy(Case which) {
        assertThat(oddOnes(which, clue(which))).isEmpty();
    }

    /** Some of those that are not as expected. */
    private static List<Two> oddOnes(Case which, Predicate<Two> expected) {
        return CASES.get(which.code()).stream().filter(expected.negate()).limit(3).toList();
    }

    private static Predicate<Two> clue(Case which) {
        return switch (which) {
            case TWO_HOUSEHOLDS_ONE_VILLAGE -> two -> two.here.village().equals(two.there.village())
                    && !two.here.household().equals(two.there.household());
            case TWO_VILLAGES -> two -> !two.here.village().equals(two.there.village());
            case RELOCATED_HOUSEHOLD -> two -> !two.here.village().equals(two.there.village())
                    && two.here.registerNumber().equals(two.there.registerNumber());
            case SHELL_REGISTRATION -> two -> !two.here.village().equals(two.there.village())
                    && two.here.relation().equals(two.there.relation());
            case SPLIT_HOUSEHOLD -> two -> two.here.address().equals(two.there.address())
                    && Set.of("01", "02").contains(two.here.relation())
                    && Set.of("06", "07").contains(two.there.relation());
            case HEAD_REPLACED -> two -> two.here.registerNumber().equals(two.there.registerNumber())
                    && two.here.relation().equals("01") == two.there.relation().equals("02");
            case MISTYPED_ID -> two -> two.here.idNumber().length() == 18
                    && !two.here.idNumber().equals(two.there.idNumber());
            case ID_OF_15_DIGITS -> two -> two.here.idNumber().length() == 15
                    && IdNumbers.normal(two.here.idNumber()).equals(IdNumbers.normal(two.there.idNumber()));
            case DISABILITY_CARD -> two -> two.here.idNumber().length() + two.there.idNumber().length() == 38
                    && two.here.idNumber().substring(0, 18).equals(two.there.idNumber().substring(0, 18));
            case ONE_ID_TWO_PERSONS -> two -> two.here.idNumber().equals(two.there.idNumber())
                    && two.here.birthDate().equals(two.there.birthDate());
            case TWO_IDS_ONE_PERSON -> two -> !two.here.idNumber().equals(two.there.idNumber())
                    && IdNumbers.normal(two.here.idNumber()).isPresent();
            case DEFAULT_BIRTHDAY -> two -> two.here.birthDate().endsWith("-01-01") && two.here.idNumber().isEmpty();
            case DEFAULT_BIRTHDAY_NAMESAKE -> two -> two.here.birthDate().equals(two.there.birthDate())
                    && two.here.birthDate().endsWith("-01-01") && two.here.village().equals(two.there.village());
            case CHILD_OF_BOTH_PARENTS -> two -> two.here.relation().equals("03") && two.there.relation().equals("03")
                    && !two.here.household().equals(two.there.household());
            case CHILD_UNDER_HAN_NAME -> two -> two.here.address().endsWith("学校") && two.here.nameBo().isEmpty();
            case INSTITUTION_LIST -> two -> two.here.relation().equals("99")
                    && two.here.address().matches(".*(学校|寺|营房|工地宿舍)");
            case TWINS -> two -> two.here.birthDate().equals(two.there.birthDate())
                    && two.here.idNumber().regionMatches(0, two.there.idNumber(), 0, 14);
            case SERIAL_SIBLINGS -> two -> two.here.nameBo().isEmpty() || two.there.nameBo().isEmpty()
                    || firstWord(two.here).equals(firstWord(two.there));
            case NAMESAKES -> two -> two.here.village().equals(two.there.village())
                    && two.here.sex().equals(two.there.sex())
                    && Math.abs(year(two.here) - year(two.there)) <= 3;
            case COUSINS_OF_ONE_NAME -> two -> two.here.village().equals(two.there.village())
                    && two.here.sex().equals(two.there.sex()) && !kin(two.here, two.there).isEmpty();
            case COUPLE_WITH_NEAR_IDS -> two -> two.here.idNumber().regionMatches(0, two.there.idNumber(), 0, 10)
                    && !two.here.sex().equals(two.there.sex());
        };
    }

    /** People whom the households of both list. */
    private static Set<String> kin(PersonRecord one, PersonRecord other) {
        Set<String> kin = new HashSet<>(BY_HOUSEHOLD.get(one.household()));
        kin.retainAll(BY_HOUSEHOLD.get(other.household()));
        kin.removeAll(List.of(one.truth(), other.truth()));
        return kin;
    }

    @ParameterizedTest
    @EnumSource(names = {"TWO_IDS_ONE_PERSON", "DEFAULT_BIRTHDAY"})
    void whoeverHasAnotherNumberOrBirthdayIsMostlyKnownByKin(Case which) {
        assertThat(share(CASES.get(which.code()), two -> !kin(two.here, two.there).isEmpty())).isBetween(0.6, 0.95);
    }

    @Test
    void aSchoolKnowsWhoseChildrenMostOfItsPupilsAre() {
        List<Two> pupils = CASES.get("child-under-han-name");
        assertThat(share(pupils, two -> !two.here.parents().isEmpty())).isBetween(0.7, 0.97);
        assertThat(pupils).allSatisfy(two -> {
            List<String> family = PEOPLE.values().stream()
                    .filter(person -> person.household().equals(two.there.household()))
                    .map(PersonRecord::idNumber).toList();
            long known = Stream.of(two.here.parents().split(" ")).filter(family::contains).count();
            assertThat(known).isGreaterThanOrEqualTo(two.here.parents().split(" ").length - 1);
        });
        assertThat(PEOPLE.values()).allMatch(person -> person.parents().isEmpty()
                || person.address().endsWith("学校"));
    }

    @Test
    void twinsAreRegisteredTwiceToo() {
        Set<String> twins = CASES.get("twins").stream().map(two -> two.here().truth()).collect(Collectors.toSet());
        assertThat(CASES.get("relocated-household")).anyMatch(two -> twins.contains(two.here().truth()));
    }

    private static String firstWord(PersonRecord person) {
        return person.nameBo().split("[་།]")[0];
    }

    private static int year(PersonRecord person) {
        return Integer.parseInt(person.birthDate().substring(0, 4));
    }

    @Test
    void nobodyHasANumberOfARealCounty() {
        assertThat(PEOPLE.values()).allMatch(person -> person.idNumber().isEmpty()
                || person.idNumber().startsWith("5499") || person.idNumber().startsWith("５４９９"));
    }

    @Test
    void secondRecordsDifferFromFirstOnesAsOftenAsBooksDo() {
        List<Two> same = CASES.values().stream().flatMap(List::stream)
                .filter(two -> two.here().truth().equals(two.there().truth())).toList();
        assertThat(share(same, two -> two.here().nameZh().equals(two.there().nameZh()))).isBetween(0.45, 0.65);
        assertThat(share(same, two -> two.here().idNumber().isEmpty())).isBetween(0.06, 0.14);
        assertThat(share(same, two -> two.here().idNumber().equals(two.there().idNumber()))).isBetween(0.65, 0.8);
        assertThat(share(same, two -> two.here().birthDate().isEmpty())).isBetween(0.01, 0.04);
        assertThat(share(same, two -> two.here().birthDate().equals(two.there().birthDate()))).isBetween(0.85, 0.95);
        assertThat(share(same, two -> two.here().sex().equals(two.there().sex()))).isBetween(0.98, 0.998);
        assertThat(share(same, two -> two.here().phone().equals(two.there().phone()))).isBetween(0.2, 0.6);
    }

    private static double share(List<Two> twos, Predicate<Two> those) {
        return twos.stream().filter(those).count() / (double) twos.size();
    }

    @Test
    void relocatedHouseholdsHaveAtLeastHalfOfTheirMembersInBothPlaces() {
        assertThat(TRUTH.get("relocated-household")).allSatisfy(line -> {
            String old = line.path("other").path("submission").asText();
            long were = PEOPLE.keySet().stream().filter(id -> id.startsWith(old)).count();
            assertThat(line.path("members").size() * 2L).isGreaterThanOrEqualTo(were);
        });
    }

    @Test
    void whoeverIsOnlyRegisteredSomewhereHasNoHouseThere() {
        Set<String> shells = TRUTH.get("shell-registration").stream().map(line -> line.path("submission").asText())
                .collect(Collectors.toSet());
        List<JsonNode> answers = IntStream.range(0, 3000).mapToObj(index -> DISTRICT.household(index).submission())
                .filter(line -> shells.contains(line.path("submission").asText()))
                .map(line -> line.path("answers")).toList();
        assertThat(answers).isNotEmpty().allSatisfy(shell -> {
            assertThat(shell.path("house_own").asText()).isEqualTo("7");
            assertThat(shell.path("n_resident").asInt()).isZero();
            shell.path("members").forEach(row -> assertThat(row.path("months_home").asInt()).isZero());
        });
    }

    @Test
    void aSplitHouseholdIsMetInTheHouseOfTheOther() {
        Map<String, JsonNode> answers = new HashMap<>();
        DISTRICT.forEach(2, household -> answers.put(household.submission().path("submission").asText(),
                household.submission().path("answers")));
        assertThat(TRUTH.get("split-household")).allSatisfy(line -> {
            JsonNode split = answers.get(line.path("submission").asText());
            JsonNode other = answers.get(line.path("other").path("submission").asText());
            assertThat(split.path("gps_lat")).isEqualTo(other.path("gps_lat"));
            assertThat(split.path("gps_lon")).isEqualTo(other.path("gps_lon"));
            assertThat(split.path("hh_id")).isNotEqualTo(other.path("hh_id"));
        });
    }

    @Test
    void mostNamesAreSharedSomeAreRareAndWeekdaysAreCommon() {
        Map<String, Long> names = PEOPLE.values().stream()
                .collect(Collectors.groupingBy(PersonRecord::nameZh, Collectors.counting()));
        double shared = names.values().stream().filter(count -> count > 1).mapToLong(count -> count).sum()
                / (double) PEOPLE.size();
        assertThat(shared).isBetween(0.5, 0.9);
        assertThat(names).hasSizeGreaterThan(9000);
        assertThat(names.entrySet().stream().sorted(Map.Entry.comparingByValue((a, b) -> Long.compare(b, a))).limit(15)
                .map(Map.Entry::getKey)).contains("尼玛", "达瓦", "拉巴", "巴桑");
        assertThat(names.values()).allMatch(count -> count < PEOPLE.size() / 30);
    }

    @Test
    void aNameIsWrittenInUpToEightWaysAndMore() {
        Map<String, Set<String>> spellings = new HashMap<>();
        PEOPLE.values().stream().filter(person -> !person.nameBo().isEmpty()).forEach(person ->
                spellings.computeIfAbsent(person.nameBo(), name -> new HashSet<>()).add(person.nameZh()));
        assertThat(spellings.values()).anyMatch(ways -> ways.size() >= 8);
    }

    @Test
    void inSomeCountiesManyWereBornOnTheFirstOfJanuary() {
        Map<String, Double> shares = PEOPLE.values().stream().collect(Collectors.groupingBy(
                person -> person.village().substring(0, 6),
                Collectors.averagingInt(person -> person.birthDate().endsWith("-01-01") ? 1 : 0)));
        assertThat(shares.get("540324")).isBetween(0.15, 0.3);
        assertThat(shares.get("540302")).isBetween(0.02, 0.08);
    }
}
