package org.ruhu.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;

/** Which revision of a submission is in an export, what it says of corrections, and where it says it comes from. */
class CleanTest extends ExportKit {

    private static final byte[] PHOTO = "a house".getBytes(StandardCharsets.UTF_8);

    /** A household received, one received whose correction waits for a photo, one that waits from the beginning. */
    private void threeHouseholds() throws Exception {
        stored(Person.ZHAXI, interview(UNIT));
        UUID corrected = stored(Person.ZHAXI, interview(SECOND_UNIT));
        revise(Person.ZHAXI, corrected, 2, naming(changed(interview(SECOND_UNIT)), sha256(PHOTO))).ok(201);
        stored(Person.ZHAXI, naming(interview(THIRD_UNIT), sha256(PHOTO)));
    }

    private static ObjectNode changed(ObjectNode sent) {
        ((ObjectNode) sent.get("answers")).put("n_hukou", 5).put("head_name", "多吉");
        ((ObjectNode) sent.at("/answers/members/0")).put("id_no", "549901198005170021");
        return sent;
    }

    @ParameterizedTest
    @CsvSource({"received, latest-in-state, 0007/1 0008/1", "received, latest, 0007/1",
        "waiting, latest, 0001/1 0008/2", "received waiting, latest, 0001/1 0007/1 0008/2"})
    void statesDecideWhichRevisionIsTaken(String states, String revision, String expected) throws Exception {
        threeHouseholds();
        ObjectNode wish = wish().put("revision", revision);
        List.of(states.split(" ")).forEach(wish.putArray("states")::add);

        assertThat(units(done(wish))).containsExactlyInAnyOrder(expected.split(" "));
    }

    @Test
    void whatIsAcceptedIsTakenWhereNothingElseIsAskedForAndItSaysHowManyAreNot() throws Exception {
        accepted(Person.ZHAXI, interview(UNIT));
        stored(Person.ZHAXI, interview(SECOND_UNIT));
        stored(Person.ZHAXI, naming(interview(THIRD_UNIT), sha256(PHOTO)));

        JsonNode export = done(usual());

        assertThat(units(export)).containsExactly("0007/1");
        assertThat(export.get("leftOut").toString()).isEqualTo("{\"received\":1,\"waiting\":1}");
        assertThat(Json.read(files(export).get("provenance.json")).at("/data/leftOut/received").intValue()).isOne();
        assertThat(text(export, "households.csv").lines().findFirst().orElseThrow()).endsWith(",state");
        assertThat(text(export, "households.csv").lines().skip(1)).allMatch(row -> row.endsWith(",accepted"));
    }

    @Test
    void aCorrectionIsInTheDatasetWhenItIsAcceptedAndSaysByWhomAndWhy() throws Exception {
        UUID submission = accepted(Person.ZHAXI, interview(UNIT));
        revise(Person.ZHAXI, submission, 2, changed(interview(UNIT))).ok(201);
        assertThat(units(done(usual()))).containsExactly("0007/1");
        ObjectNode pending = usual();
        pending.putArray("states").add("correction");
        assertThat(units(done(pending))).containsExactly("0007/2");

        post(Person.COUNTY, "/api/submissions/" + submission + "/steps", Json.object().put("number", 3)
                .put("revision", 2).put("step", "accept").put("reason", "户口本上是五人，电话13900000001")
                .put("evidence", "户口本照片")).ok(201);

        JsonNode export = done(usual());
        assertThat(units(export)).containsExactly("0007/2");
        assertThat(text(export, "edits.csv").lines().filter(row -> row.contains("/n_hukou")).findFirst().orElseThrow())
                .contains(",4,5,zhaxi,").endsWith(",accepted,county,户口本上是五人，电话**********,户口本照片");
    }

    @Test
    void aPhotoThatArrivesMakesItAnotherDataset() throws Exception {
        threeHouseholds();
        assertThat(units(done(wish()))).containsExactly("0007/1", "0008/1");

        send(request(Person.ZHAXI, "/api/attachments/" + sha256(PHOTO)).PUT(BodyPublishers.ofByteArray(PHOTO))).ok(201);

        assertThat(units(done(wish()))).containsExactly("0007/1", "0008/2", "0001/1");
    }

    /** Last digits of the unit and number of the revision, of each household. */
    private List<String> units(JsonNode export) throws IOException {
        return text(export, "households.csv").lines().skip(1).map(row -> row.split(","))
                .map(row -> row[3].replaceFirst(".*-", "") + "/" + row[1]).toList();
    }

    @Test
    void everyEditIsListedWithWhatIdentifiesMasked() throws Exception {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        revise(Person.ZHAXI, submission, 2, changed(interview(UNIT))).ok(201);
        stored(Person.ZHAXI, interview(SECOND_UNIT));

        List<String> edits = text(done(wish()), "edits.csv").lines().toList();

        assertThat(edits.get(0)).isEqualTo("\uFEFFsubmission,number,form_version,field,old,new,account,received_at,"
                + "state,accepted_by,reason,evidence");
        assertThat(edits.subList(1, edits.size())).extracting(row -> row.replaceFirst(",zhaxi,.*", ""))
                .containsExactly(submission + ",2,1.0,/head_name,***,***", submission + ",2,1.0,/members/0/id_no,***,***",
                        submission + ",2,1.0,/n_hukou,4,5");
    }

    @Test
    void theProvenanceTellsWhatWasTakenAndTheDigestOfEveryFile() throws Exception {
        stored(Person.ZHAXI, interview(UNIT));
        JsonNode export = done(wish().put("area", VILLAGE));
        Map<String, byte[]> files = files(export);
        JsonNode provenance = Json.read(files.get("provenance.json"));

        assertThat(provenance.get("account").textValue()).isEqualTo("statistician");
        assertThat(provenance.at("/areas/0/area").textValue()).isEqualTo(VILLAGE);
        assertThat(provenance.at("/asked/states/0").textValue()).isEqualTo("received");
        assertThat(provenance.at("/data/submissions").intValue()).isOne();
        assertThat(provenance.at("/data/lastArrival").textValue()).isNotEmpty();
        assertThat(provenance.at("/forms/0/digest").textValue()).hasSizeGreaterThan(32);
        assertThat(provenance.get("masked")).extracting(JsonNode::textValue).contains("/members/*/id_no");
        assertThat(provenance.get("files")).hasSize(files.size() - 1).allSatisfy(file -> {
            byte[] bytes = files.get(file.get("name").textValue());
            assertThat(file.get("sha256").textValue()).isEqualTo(sha256(bytes));
            assertThat(file.get("bytes").intValue()).isEqualTo(bytes.length);
        });
    }

    private String text(JsonNode export, String file) throws IOException {
        return new String(files(export).get(file), StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
