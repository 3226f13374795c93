package org.ruhu.server.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.server.Person;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;

class IndicatorTest extends FigureContract {

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

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no table        | design | a picture;of a house                      | the first line names the columns
            no lines        | design | unit,stratum,psu,weight                   | a line for each unit
            a weight        | design | unit,stratum,psu,weight;A,s,p,many        | line 2: weight is a number
            twice           | design | unit,stratum,psu,weight;A,s,p,1;A,s,p,1   | line 3: unit is in the table already
            too few psu     | design | unit,stratum,psu,weight,fpc;A,s,p,1,1;B,s,q,1,1 | stratum s has 2 psu
            two fpc         | design | unit,stratum,psu,weight,fpc;A,s,p,1,9;B,s,q,1,8 | line 3: fpc is the same
            GBK             | design | unit,stratum,psu,weight;A,\uFFFD,p,1      | save it as CSV UTF-8
            another's       | design | unit,stratum,psu,weight;540302102201-9999,s,p,1 | none of its units
            without design  | cases  | unit,verdict;A,verified                   | goes with a design
            """)
    void aBadTableIsRefusedWithItsPlaceAndChangesNothing(String what, String table, String csv, String says) {
        interviews(VILLAGE, 2);
        String sent = csv.replace(';', '\n').replace("A", VILLAGE + "-1000").replace("B", VILLAGE + "-1001");

        JsonNode error = post(Person.STATISTICIAN, "/api/indicators", Json.object().put("campaign", CAMPAIGN)
                .put(table, sent)).refused(422, "unreadable-body").at("/errors/0");

        assertThat(error.get("pointer").textValue()).isEqualTo("#/" + table);
        assertThat(error.get("detail").textValue()).contains(says);
        assertThat(of(Person.STATISTICIAN, COUNTY).get("sample").booleanValue()).isFalse();
        assertThat(of(Person.STATISTICIAN, COUNTY).has("making")).isFalse();
    }

    @Test
    void aCaseThatWasNotDrawnIsRefusedAndAnEndOfTheDesignEndsTheCases() {
        interviews(VILLAGE, 2);
        ObjectNode sent = Json.object().put("campaign", CAMPAIGN)
                .put("design", "unit,stratum,psu,weight\n" + VILLAGE + "-1000,s,p,2\n")
                .put("cases", "unit,verdict\n" + VILLAGE + "-1001,verified\n");
        assertThat(post(Person.STATISTICIAN, "/api/indicators", sent).refused(422, "unreadable-body")
                .at("/errors/0/detail").textValue()).contains("1001 is not in the design");
        post(Person.STATISTICIAN, "/api/indicators", sent.put("cases", "unit,verdict\n" + VILLAGE
                + "-1000,refuted\n")).ok(202);
        ended(Person.STATISTICIAN, COUNTY);
        assertThat(of(Person.STATISTICIAN, COUNTY).at("/drawing/cases").intValue()).isOne();

        sent.remove("cases");
        post(Person.STATISTICIAN, "/api/indicators", sent.put("design", "")).ok(202);

        assertThat(ended(Person.STATISTICIAN, COUNTY).has("drawing")).isFalse();
        assertThat(new Shelf(store).of(CAMPAIGN).drawing()).isEqualTo(Drawing.CENSUS);
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
