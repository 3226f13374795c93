package org.ruhu.server.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ruhu.server.OverMongo;
import org.ruhu.server.Person;

/** The whole way of an interview over MongoDB, photos in its GridFS. */
@OverMongo
class MongoFieldworkTest extends FieldKit {

    @Test
    void anInterviewComesInAndItsPhotoAndGoesOutToTheStatistician() throws Exception {
        byte[] photo = "a house".getBytes(StandardCharsets.UTF_8);
        String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo));
        long before = get(Person.ZHAXI, "/api/assignments").ok().get("next").longValue();
        UUID submission = UUID.randomUUID();

        revise(Person.ZHAXI, submission, 1, naming(interview(UNIT), sha256)).ok(201);
        revise(Person.ZHAXI, submission, 1, naming(interview(UNIT), sha256)).ok(200);
        revise(Person.ZHAXI, submission, 1, interview(UNIT)).refused(409, "revision-taken");
        revise(Person.ZHAXI, submission, 3, interview(UNIT)).refused(409, "revision-out-of-order");
        assertThat(get(Person.COUNTY, "/api/submissions?state=waiting").ok().get("submissions")).hasSize(1);

        send(request(Person.ZHAXI, "/api/attachments/" + sha256).PUT(BodyPublishers.ofByteArray(photo))).ok(201);

        assertThat(get(Person.COUNTY, "/api/submissions?state=waiting").ok().get("submissions")).isEmpty();
        assertThat(get(Person.COUNTY, "/api/attachments/" + sha256).response().body()).isEqualTo(photo);
        assertThat(get(Person.OTHER_COUNTY, "/api/attachments/" + sha256).status()).isEqualTo(404);
        JsonNode changed = get(Person.ZHAXI, "/api/assignments?since=" + before).ok();
        assertThat(changed.at("/units/0/unit").textValue()).isEqualTo(UNIT);
        assertThat(changed.at("/units/0/state").textValue()).isEqualTo("received");
        assertThat(get(Person.COUNTY, "/api/quarantine").ok().get("items")).hasSize(2);
        assertThat(get(Person.STATISTICIAN, "/api/datasets/household-census/1.0.ndjson").text().lines()).hasSize(1);
    }

    @Test
    void aUnitGivenToAnotherTeamIsGone() {
        long before = get(Person.ZHAXI, "/api/assignments").ok().get("next").longValue();

        putUnits(unit(UNIT, "team-2"));

        assertThat(get(Person.ZHAXI, "/api/assignments?since=" + before).ok().get("gone"))
                .extracting(JsonNode::textValue).containsExactly(UNIT);
    }
}
