package org.ruhu.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;

class FiguringTest {

    private static final String DESIGN = "unit,stratum,psu,weight,fpc\n540302102201-0007,a,v1,12.5,40\n";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"by": "county"}                                  | by          | send a list
            {"by": ["county", "ethnicity"]}                   | by          | serves checks of bias only
            {"by": ["hamlet"]}                                | by          | neither a level of areas
            {"lines": "area,year\\n"}                         | lines       | a line for each row
            {"lines": "area,year\\n54,2020"}                      | lines       | area, year, value, source
            {"lines": "area,year,value,source\\n54,2020,x,s"} | lines       | lines line 2: value is a number
            {"design": "unit,stratum,psu,weight\\n"}          | design      | a line for each row
            {"design": "unit,stratum,psu,weight\\na,b,c,-1"}  | design      | design line 2: weight
            {"design": "unit,stratum,psu,weight\\na,b,c,NaN"} | design      | design line 2: weight
            {"design": 7}                                     | design      | send a text
            {"cases": "unit,verdict\\na,verified\\n"}         | cases       | goes with a design
            {"assumedDeff": 0.5}                              | assumedDeff | from 1 to 100
            {"assumedDeff": "two"}                            | assumedDeff | from 1 to 100
            {"threshold": 0}                                  | threshold   | from 1 to 1000
            {"public": "yes"}                                 | public      | true or false
            {"weights": "a"}                                  |             | takes only the members
            """)
    void whatCannotBeDoneIsRefusedWithItsPlaceAndWhatToSend(String sent, String member, String says) {
        Body body = Body.of(Json.read(sent.getBytes(StandardCharsets.UTF_8)), "/figures");
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Figuring.read(body));
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.problem().at("/errors/0/pointer").textValue())
                .isEqualTo("#/figures" + (member == null ? "" : "/" + member));
        assertThat(refusal.problem().toString()).contains(says);
    }

    @Test
    void whatWasSaidIsKeptWholeAndToldWithoutItsTables() {
        ObjectNode sent = Json.object().put("design", "\uFEFF" + DESIGN).put("public", true);
        sent.putArray("by").add("township").add("size");
        Figuring figuring = Figuring.read(Body.of(sent, ""));

        assertThat(Figuring.of(Json.own(Json.bytes(figuring.json())))).isEqualTo(figuring);
        assertThat(figuring.shown().toString()).doesNotContain("0007").contains("\"lines\":2").contains("sha256");
        assertThat(figuring.plan().of("540302102201-0007").orElseThrow().weight()).isEqualTo(12.5);
        assertThat(figuring.plan().of("540302102201-0008")).isEmpty();
    }

    @Test
    void anExportThatWasAskedForBeforeThereWasAChoiceIsReadAsUsual() {
        assertThat(Asked.of(Json.own("""
                {"form": "household-census", "campaign": "", "area": "", "format": "indicators", "language": "zh",
                 "byteOrderMark": false, "states": ["received"], "revision": "latest"}""")).figuring())
                .isEqualTo(Figuring.USUAL);
    }
}
