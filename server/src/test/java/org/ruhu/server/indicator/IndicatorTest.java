package org.ruhu.server.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.SetClock;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;
import org.ruhu.server.submission.FieldKit;

class IndicatorTest extends FieldKit {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String RATE = "poverty.register.rate";

    private final SetClock clock = new SetClock();

    @Override
    protected Clock clock() {
        return clock;
    }

    @Test
    void aCountySeesItsAreaOnceItWasWorkedOutAndIsToldWhenTheDataHaveChanged() throws IOException {
        interviews(VILLAGE, 12);
        JsonNode nothing = of(Person.COUNTY, COUNTY);
        assertThat(nothing.get("state").textValue()).isEqualTo("none");
        assertThat(nothing.get("mayMake").booleanValue()).isTrue();

        JsonNode first = made(Person.COUNTY, COUNTY);

        assertThat(first.at("/figures/compliance.exit.pass/households").intValue()).isEqualTo(12);
        assertThat(first.at("/children/0/code").textValue()).isEqualTo(TOWNSHIP);
        assertThat(first.at("/children/0/figures/" + RATE + "/households").intValue()).isEqualTo(12);
        assertThat(first.at("/figures/coverage.listed/value").doubleValue()).isEqualTo(12 / 16.0);
        assertThat(first.at("/lines/0/en").textValue()).contains("4000 yuan");
        assertThat(first.get("full").booleanValue()).isTrue();
        assertThat(first.get("changed").booleanValue()).isFalse();
        assertThat(ask(Person.COUNTY).ok().get("state").textValue()).isEqualTo("made");

        stored(Person.ZHAXI, interview(UNIT));
        interviews(OTHER_VILLAGE, 3);

        assertThat(of(Person.COUNTY, COUNTY).get("changed").booleanValue()).isTrue();
        assertThat(of(Person.COUNTY, COUNTY).at("/figures/compliance.exit.pass/households").intValue()).isEqualTo(12);
        JsonNode second = made(Person.COUNTY, COUNTY);
        assertThat(second.at("/figures/compliance.exit.pass/households").intValue())
                .as("what nobody has accepted does not count").isEqualTo(15);
        assertThat(second.get("leftOut").toString()).isEqualTo("{\"received\":1}");
        assertThat(second.at("/figures/coverage.listed/value").doubleValue()).as("but is a record")
                .isEqualTo(16 / 19.0, offset(1e-9));
        try (Stream<Path> files = Files.list(data.resolve("figures"))) {
            assertThat(files).as("figures that were replaced are swept away").hasSize(1);
        }
    }

    @Test
    void onlyTheOwnAreaIsShownAndNobodyElseThanCountyAndStatisticians() {
        interviews(VILLAGE, 1);
        made(Person.COUNTY, COUNTY);

        get(Person.OTHER_COUNTY, path("", COUNTY)).refused(403, "foreign-area");
        get(Person.COUNTY, path("", "5403")).refused(403, "foreign-area");
        get(Person.COUNTY, path("/figures.csv", "5403")).refused(403, "foreign-area");
        get(Person.COUNTY, path("/report.html", OTHER_COUNTY)).refused(403, "foreign-area");
        get(Person.ZHUOMA, path("", TOWNSHIP)).refused(403, "not-allowed");
        get(Person.ADMINISTRATOR, path("", COUNTY)).refused(403, "not-allowed");
        get(path("", COUNTY)).refused(401, "not-signed-in");
        get(Person.COUNTY, path("", "54030")).refused(400, "unreadable-request");
        get(Person.COUNTY, path("", COUNTY).replace(CAMPAIGN, "census-1926")).refused(404, "not-found");
        get(Person.COUNTY, "/api/indicators").refused(404, "not-found");
        get(Person.COUNTY, path("", COUNTY) + "&year=x").refused(400, "unreadable-request");
        post(Person.COUNTY, "/api/indicators", Json.object().put("campaign", 7)).refused(422, "unreadable-body");
        assertThat(audited("refused-foreign-area")).contains("other-county indicators " + CAMPAIGN);
        assertThat(audited("indicators-read")).contains("county " + CAMPAIGN);
    }

    @Test
    void anOfficeOfAnotherCampaignSeesTablesWithoutSmallCellsAndOnlyWhenTheCampaignIsOver() {
        interviews(VILLAGE, 13);
        interviews(OTHER_VILLAGE, 3);
        clock.pass(Duration.ofDays(2));
        signInAnew();
        Office office = new Office();
        assertThat(office.get(path("", COUNTY)).status()).isEqualTo(403);
        assertThat(office.get("/api/indicators/campaigns").ok().findValuesAsText("id")).containsExactly("check-2026");
        made(Person.COUNTY, COUNTY);
        JsonNode county = of(Person.COUNTY, TOWNSHIP);
        assertThat(county.at("/children/1/figures/compliance.exit.pass/households").intValue()).isEqualTo(3);

        clock.pass(Duration.ofDays(40));
        Office later = new Office();

        JsonNode township = later.get(path("", TOWNSHIP)).ok();
        assertThat(township.get("full").booleanValue()).isFalse();
        assertThat(township.get("mayMake").booleanValue()).isFalse();
        assertThat(township.at("/figures/compliance.exit.pass/households").intValue()).isEqualTo(15);
        assertThat(township.findValues("compliance.exit.pass").stream().filter(figure -> figure.has("withheld")))
                .as("the village of 3 and, as the two make the township, that of 13").hasSize(2);
        assertThat(township.at("/children/1/figures/compliance.exit.pass").size()).isEqualTo(1);
        assertThat(later.get(path("", VILLAGE)).ok().at("/figures/compliance.exit.pass/withheld").booleanValue())
                .isTrue();
        assertThat(later.get(path("/figures.csv", TOWNSHIP)).text().lines()
                .filter(line -> line.startsWith("compliance.exit.pass," + VILLAGE))).singleElement().asString()
                .contains(",suppressed,").contains(",,share,0,0,0,0,0,");
        assertThat(later.get(path("/report.html", TOWNSHIP)).text()).contains("fewer than 10");
        assertThat(later.get(path("", "5403")).status()).isEqualTo(403);
        assertThat(later.post(CAMPAIGN).status()).isEqualTo(403);
    }

    @Test
    void theTableAndTheReportCanBeTakenAlong() {
        interviews(VILLAGE, 2);
        get(Person.COUNTY, path("/figures.csv", COUNTY)).refused(404, "not-found");
        made(Person.STATISTICIAN, "5403");

        Answer csv = get(Person.COUNTY, path("/figures.csv", COUNTY));
        assertThat(csv.header("Content-Disposition")).contains("indicators-census-2026-540302.csv");
        assertThat(csv.text().lines().map(line -> line.split(",")[1]).distinct())
                .containsExactly("area", COUNTY, TOWNSHIP, VILLAGE, OTHER_VILLAGE);
        Answer report = get(Person.COUNTY, path("/report.html", COUNTY) + "&language=en");
        assertThat(report.text()).contains("id=\"en\" checked").contains("Area: ").contains("4000 yuan");
        assertThat(get(Person.COUNTY, "/api/indicators/definitions").ok().findValuesAsText("code")).contains(RATE);
        assertThat(get(Person.COUNTY, "/api/indicators/campaigns").ok().at("/campaigns/0/areas/0").textValue())
                .isEqualTo(COUNTY);
    }

    @Test
    void aStatisticianSaysHowASampleWasDrawnAndTheThreeRatesComeWithIntervals() {
        interviews(VILLAGE, 4);
        interviews(OTHER_VILLAGE, 4);
        String design = "unit,stratum,psu,weight\n" + VILLAGE + "-1000,a,v1,10\n" + OTHER_VILLAGE + "-1000,a,v2,30\n";
        ObjectNode sent = Json.object().put("campaign", CAMPAIGN).put("design", design);
        post(Person.COUNTY, "/api/indicators", sent).refused(403, "not-allowed");
        assertThat(post(Person.STATISTICIAN, "/api/indicators", sent.deepCopy().put("design", "unit,stratum\na,b\n"))
                .refused(422, "unreadable-body").at("/errors/0/pointer").textValue()).isEqualTo("#/design");

        post(Person.STATISTICIAN, "/api/indicators", sent).ok(202);
        JsonNode made = ended(Person.COUNTY, COUNTY);

        assertThat(made.get("sample").booleanValue()).isTrue();
        assertThat(made.at("/figures/compliance.exit.pass/households").intValue()).isEqualTo(2);
        assertThat(made.at("/figures/compliance.exit.pass").has("lower")).isTrue();
        assertThat(made.at("/figures/rates.recognition/note").textValue()).startsWith("limit ");
        post(Person.STATISTICIAN, "/api/indicators", sent.put("design", "")).ok(202);
        assertThat(ended(Person.COUNTY, COUNTY).at("/figures/compliance.exit.pass/households").intValue()).isEqualTo(8);
    }

    @Test
    void whatARestartCutOffIsWorkedOutByTheNextServer() throws IOException {
        interviews(VILLAGE, 1);
        new Shelf(store).change(CAMPAIGN, kept -> kept.asked(clock.instant(), Drawing.CENSUS));
        Files.write(data.resolve("figures/half.zip.part"), new byte[10]);

        restart();

        assertThat(ended(Person.COUNTY, COUNTY).get("state").textValue()).isEqualTo("made");
        assertThat(data.resolve("figures/half.zip.part")).doesNotExist();
    }

    private static String path(String what, String area) {
        return "/api/indicators" + what + "?campaign=" + CAMPAIGN + "&area=" + area;
    }

    private JsonNode of(Person person, String area) {
        return get(person, path("", area)).ok();
    }

    private Answer ask(Person person) {
        return post(person, "/api/indicators", Json.object().put("campaign", CAMPAIGN));
    }

    private JsonNode made(Person person, String area) {
        ask(person).ok(202);
        return ended(person, area);
    }

    private JsonNode ended(Person person, String area) {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode answer = of(person, area);
        while (answer.has("making") && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            answer = of(person, area);
        }
        assertThat(answer.has("making")).as(answer.toString()).isFalse();
        assertThat(answer.get("failed").booleanValue()).isFalse();
        return answer;
    }

    private void interviews(String village, int households) {
        List<ObjectNode> units = new ArrayList<>();
        for (int i = 0; i < households; i++) {
            units.add(unit(village + "-%04d".formatted(1000 + i), "team-1"));
        }
        putUnits(units.toArray(ObjectNode[]::new));
        acceptAll(units.stream().map(unit -> stored(Person.ZHAXI, interview(unit.get("unit").textValue()))).toList());
    }

    /** The county office that works on a check in the other domain. */
    private final class Office {

        private final String token;

        Office() {
            new Campaigns(store).open(new Campaign("check-2026", Map.of("zh", "排查"), Domain.ADMIN, FORM, COUNTY,
                    LocalDate.parse("2026-11-01"), LocalDate.parse("2027-12-20"), 1.0, Json.object()));
            String account = "office-" + clock.instant().getEpochSecond();
            app.staff().open(account, "县办", Optional.empty(), Optional.of(PASSWORD),
                    List.of(Grant.of(Role.COUNTY, COUNTY, "check-2026")));
            token = "Bearer " + signIn(account, PASSWORD).ok().get("token").textValue();
        }

        Answer get(String path) {
            return send(request(path).header("Authorization", token));
        }

        Answer post(String campaign) {
            return send(request("/api/indicators").header("Authorization", token)
                    .header("Content-Type", "application/json").POST(BodyPublishers
                            .ofByteArray(Json.bytes(Json.object().put("campaign", campaign)))));
        }
    }
}
