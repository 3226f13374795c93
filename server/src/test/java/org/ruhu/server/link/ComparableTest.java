package org.ruhu.server.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Json;

class ComparableTest {

    private static final Person.Roster ROSTER = new Person.Roster(
            Catalogue.bundled().form(new FormId("household-census", "1.0")).orElseThrow(), "members", "id_no",
            List.of("name_zh", "name_bo", "name_alias"));

    static Person person(int submission, int line, Domain domain, String unit, String name, String number) {
        return new Person(RecordId.member(new UUID(0, submission), "members", line),
                new Person.Origin(domain, "c", unit, "540302102201", 1, List.of("walker")), ROSTER, line - 1,
                Json.object().put("name_zh", name).put("id_no", number), Json.object());
    }

    @ParameterizedTest
    @CsvSource({"2, 1, STAT, -0002, true", "2, 1, ADMIN, -0002, false", "2, 1, STAT, -0001, false",
            "1, 2, STAT, -0001, true", "1, 1, STAT, -0001, false"})
    void onlySomeRecordsMayEverBeAPair(int submission, int line, Domain domain, String unit, boolean comparable) {
        Person one = person(1, 1, Domain.STAT, "540302102201-0001", "扎西", LinkKit.OTHER_ID_NUMBER);
        Person two = person(submission, line, domain, "540302102201" + unit, "扎西", LinkKit.OTHER_ID_NUMBER);
        assertThat(one.comparable(two)).isEqualTo(comparable);
        assertThat(two.comparable(one)).isEqualTo(comparable);
    }

    private static String hashed(String text) {
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 24));
    }

    private static Places.Place place(Places places, int i) {
        return places.place(new Source.Interview(new UUID(7, i)), 1 + i % 9);
    }

    @Test
    void whoHoldsANumberIsFoundAmongMany() {
        Holders holders = new Holders();
        Places places = new Places();
        for (int i = 0; i < 20_000; i++) {
            holders.put(i % 10_000 * 0x9E3779B97F4A7C15L, place(places, i));
            holders.put(i % 10_000 * 0x9E3779B97F4A7C15L, place(places, i));
        }
        assertThat(holders.of(77 * 0x9E3779B97F4A7C15L, 50)).containsExactlyInAnyOrder(
                place(places, 77), place(places, 10_077));
        assertThat(holders.of(77 * 0x9E3779B97F4A7C15L, 1)).hasSize(1);
        assertThat(holders.of(5, 50)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "扎西, 扎西, 549901198208090021, STAT, AUTOMATIC", "扎西, 扎·西, 549901198208090021, STAT, AUTOMATIC",
            "扎西, 扎西, 549901820809002, STAT, AUTOMATIC", "扎西, 扎西, 54990119820809002112, STAT, AUTOMATIC",
            "扎西卓玛, 卓玛, 549901198208090021, STAT, CLERICAL", "扎西, 多吉, 549901198208090021, STAT, CLERICAL",
            "扎西, , 549901198208090021, STAT, CLERICAL", "扎西, 扎西, 549901198208090021, ADMIN, none",
            "扎西, 扎西, 549901198208090022, STAT, none", "扎西, 扎西, 549901198005170013, STAT, none"})
    void equalNumbersBringPersonsTogetherAndNamesDecideHowSurely(String one, String two, String number, Domain domain,
            String zone) {
        Person left = person(1, 1, Domain.STAT, "540302102201-0001", one, "549901198208090021");
        Person right = person(2, 1, domain, "540302102201-0002", two == null ? "" : two, number);
        List<Person> known = new ArrayList<>(List.of(left, right));
        EqualNumbers likely = new EqualNumbers(ComparableTest::hashed, id -> known.stream()
                .filter(person -> person.id().equals(id)).findFirst());
        known.forEach(person -> likely.take(person.source(), List.of(person)));
        List<Likely.Candidate> found = likely.to(left);
        assertThat(found.stream().map(candidate -> candidate.why().zone().name()).findFirst())
                .isEqualTo(Optional.of(zone).filter(named -> !named.equals("none")));
        found.forEach(candidate -> assertThat(candidate.why().steps().stream()
                .mapToDouble(step -> step.weight() + step.frequency()).sum() + candidate.why().prior())
                .isEqualTo(candidate.why().weight()));
        known.remove(right);
        assertThat(likely.to(left)).isEmpty();
    }
}
