package org.ruhu.server.odata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.server.Person;
import org.ruhu.server.submission.FieldKit;

/** What OData feeds give, to whom, and what they refuse. */
class ODataTest extends FieldKit {

    private static final String ROOT = "/api/odata/household-census/";

    @Test
    void anEntityHasEveryPropertyAndNothingThatIdentifies() {
        UUID submission = accepted(Person.ZHAXI, interview(UNIT));
        Answer answer = get(Person.STATISTICIAN, ROOT + "members");
        JsonNode first = answer.ok().at("/value/0");

        assertThat(answer.header("OData-Version")).isEqualTo("4.0");
        assertThat(answer.header("Content-Type")).startsWith("application/json;odata.metadata=minimal");
        assertThat(answer.json().get("@odata.context").textValue()).endsWith(ROOT + "$metadata#members");
        assertThat(first.get("submission").textValue()).isEqualTo(submission.toString());
        assertThat(first.get("id_no").textValue()).isEqualTo("***");
        assertThat(first.get("birth_date").textValue()).isEqualTo("1980-05-17");
        assertThat(answer.text()).doesNotContain("扎西", HEAD_ID_NUMBER, PHONE);
        assertThat(get(Person.STATISTICIAN, ROOT + "households(%27" + submission + "%27)/members").ok().get("value"))
                .hasSize(4);
        assertThat(get(Person.STATISTICIAN, ROOT + "members(submission=%27" + submission + "%27,row=2)").ok().get("row")
                .intValue()).isEqualTo(2);
        assertThat(audited("dataset-read").get(0)).isEqualTo("statistician household-census members");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"row eq 1 | 1", "row gt 1 and row lt 4 | 2", "not (row eq 1) | 3", "row in (1,3,9) | 2",
        "row eq 1 or row eq 2 | 2", "birth_date eq 1980-05-17 | 1", "birth_date lt 1900-01-01 | 0", "name_zh eq '扎西' | 0",
        "name_zh eq '***' | 4", "name_bo eq null or name_bo ne null | 4", "contains(unit,'0007') | 4",
        "contains(unit,'0007') eq true | 4", "contains(unit,'0007') ne true and row eq 1 | 0", "endswith(unit,'x') eq false | 4",
        "endswith(unit,'x') | 0", "received_at gt 2020-01-01T00:00:00Z | 4", "unit eq 'it''s' | 0"})
    void aFilterLeavesWhatItHolds(String filter, int expected) {
        accepted(Person.ZHAXI, interview(UNIT));

        assertThat(get(Person.STATISTICIAN, ROOT + "members?$filter=" + encoded(filter)).ok().get("value"))
                .hasSize(expected);
        assertThat(get(Person.STATISTICIAN, ROOT + "members/$count?$filter=" + encoded(filter)).text())
                .isEqualTo(Integer.toString(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"$filter=tolower(unit) eq 'x' | 501", "$filter=row add 1 eq 2 | 501",
        "$filter=jobs/any(j:j/row eq 1) | 501", "$search=x | 501", "$apply=aggregate(row) | 501", "$orderby=birth_date | 501",
        "$orderby=submission desc | 501", "$expand=jobs($top=1) | 501", "$filter=row eq | 400", "$filter=nothing eq 1 | 400",
        "$filter=row eq 'one' | 400", "$select=nothing | 400", "$expand=nothing | 400", "$expand=jobs($select=nothing) | 400", "$top=-1 | 400", "$top=x | 400",
        "$skiptoken=x | 400", "$count=1 | 400", "$format=atom | 406", "$filter=((((row eq 1) | 400"})
    void whatIsNotOfferedOrNotReadableIsRefusedAsODataHasIt(String query, int status) {
        String[] parts = query.split("=", 2);
        Answer answer = get(Person.STATISTICIAN, ROOT + "members?" + parts[0] + "=" + encoded(parts[1]));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().at("/error/code").textValue()).isNotEmpty();
        assertThat(answer.json().at("/error/message").textValue()).isNotEmpty();
    }

    /** Power Query writes expanded tables like this. */
    @Test
    void anExpandedRosterHasThePropertiesThatWereAskedFor() {
        accepted(Person.ZHAXI, interview(UNIT));
        JsonNode answer = get(Person.STATISTICIAN, ROOT + "households?$select=area,members&$expand="
                + encoded("members($select=row,sex)")).ok();

        assertThat(answer.get("@odata.context").textValue()).endsWith("#households(area,members(row,sex))");
        assertThat(answer.at("/value/0").has("unit")).isFalse();
        assertThat(answer.at("/value/0/members")).hasSize(4);
        assertThat(answer.at("/value/0/members/0").fieldNames()).toIterable().containsExactlyInAnyOrder("row", "sex");
        assertThat(get(Person.STATISTICIAN, ROOT + "households?$select=members&$expand=members").ok().at("/value/0")
                .fieldNames()).toIterable().contains("submission", "members").doesNotContain("area");
    }

    @Test
    void programsAreToldToSortForThemselves() {
        assertThat(get(Person.STATISTICIAN, ROOT + "$metadata").text()).contains(
                "<Annotation Term=\"Org.OData.Capabilities.V1.SortRestrictions\">",
                "<PropertyValue Property=\"Sortable\" Bool=\"false\"/>");
    }

    @Test
    void onlyStatisticiansReadAndOnlyTheirAreas() {
        UUID submission = accepted(Person.ZHAXI, interview(UNIT));
        for (Person person : List.of(Person.ZHAXI, Person.COUNTY, Person.ADMINISTRATOR)) {
            for (String path : List.of("", "$metadata", "members", "members/$count", "households(%27" + submission + "%27)")) {
                assertThat(get(person, ROOT + path).status()).as(path).isEqualTo(403);
            }
        }
        Answer nobody = get(ROOT + "members");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.header("WWW-Authenticate")).startsWith("Basic ");
        assertThat(get(Person.STATISTICIAN, ROOT + "nothing").status()).isEqualTo(404);
        assertThat(get(Person.STATISTICIAN, "/api/odata/census-of-yaks/").status()).isEqualTo(404);
        assertThat(get(Person.STATISTICIAN, ROOT + "households(%27" + UUID.randomUUID() + "%27)").status()).isEqualTo(404);
    }

    @Test
    void accountAndPasswordAreEnoughAndAWrongOneCounts() {
        open(Person.STATISTICIAN);
        assertThat(basic(PASSWORD)).isEqualTo(200);
        assertThat(basic(PASSWORD)).isEqualTo(200);
        assertThat(basic("another password")).isEqualTo(401);
        assertThat(audited("sign-in-refused")).hasSize(1);
        assertThat(audited("signed-in")).contains("statistician statistician");
        for (int i = 0; i < 5; i++) {
            basic("another password " + i);
        }
        assertThat(basic("one more")).isEqualTo(429);
    }

    private int basic(String password) {
        String said = Base64.getEncoder().encodeToString(("statistician:" + password).getBytes(StandardCharsets.UTF_8));
        return send(request(ROOT + "members").header("Authorization", "Basic " + said)).status();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
