package org.ruhu.server.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.submission.FieldKit;

/** Photos and signatures. */
class AttachmentTest extends FieldKit {

    private static final byte[] PHOTO = "a house".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SIGNATURE = "扎西".getBytes(StandardCharsets.UTF_8);

    @Override
    protected Map<String, String> changedSettings() {
        return Map.of("attachment_limit_bytes", "100000");
    }

    @Test
    void whatArrivedIsGivenToThoseWhoReadASubmissionThatNamesIt() {
        send(Person.ZHAXI, sha256(PHOTO), PHOTO).ok(201);
        send(Person.ZHAXI, sha256(PHOTO), PHOTO).ok(200);
        get(Person.ZHAXI, address(PHOTO)).refused(404, "not-found");

        stored(Person.ZHAXI, naming(interview(UNIT), sha256(PHOTO)));

        for (Person reader : new Person[] {Person.ZHAXI, Person.ZHUOMA, Person.COUNTY}) {
            Answer answer = get(reader, address(PHOTO));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().body()).isEqualTo(PHOTO);
        }
        for (Person nobody : new Person[] {Person.DUOJI, Person.OTHER_COUNTY}) {
            get(nobody, address(PHOTO)).refused(404, "not-found");
        }
        get(Person.STATISTICIAN, address(PHOTO)).refused(403, "not-allowed");
    }

    @Test
    void aRevisionWaitsForWhatItNames() {
        UUID submission = UUID.randomUUID();
        JsonNode receipt = revise(Person.ZHAXI, submission, 1,
                naming(interview(UNIT), sha256(PHOTO), sha256(SIGNATURE))).ok(201);
        assertThat(receipt.get("state").textValue()).isEqualTo("waiting");
        assertThat(receipt.get("missingAttachments")).hasSize(2);

        send(Person.ZHAXI, sha256(PHOTO), PHOTO).ok(201);
        assertThat(state(submission)).isEqualTo("waiting");
        JsonNode whole = get(Person.COUNTY, "/api/submissions/" + submission).ok();
        assertThat(whole.at("/revisions/0/attachments").findValuesAsText("present"))
                .containsExactlyInAnyOrder("true", "false");

        send(Person.ZHAXI, sha256(SIGNATURE), SIGNATURE).ok(201);
        assertThat(state(submission)).isEqualTo("received");
        assertThat(get(Person.COUNTY, "/api/submissions?state=waiting").ok().get("submissions")).isEmpty();
        assertThat(get(Person.COUNTY, "/api/submissions?state=received").ok().get("submissions")).hasSize(1);
    }

    @Test
    void whatWaitsIsFoundAlsoAfterARefusedRevisionLeftItsTrace() {
        UUID submission = UUID.randomUUID();
        revise(Person.ZHAXI, submission, 2, naming(interview(UNIT), sha256(PHOTO)))
                .refused(409, "revision-out-of-order");
        revise(Person.ZHAXI, submission, 1, interview(UNIT)).ok(201);
        revise(Person.ZHAXI, submission, 2, naming(interview(UNIT), sha256(SIGNATURE))).ok(201);

        send(Person.ZHAXI, sha256(PHOTO), PHOTO).ok(201);

        assertThat(get(Person.COUNTY, "/api/submissions?state=waiting").ok().get("submissions")).hasSize(1);
        send(Person.ZHAXI, sha256(SIGNATURE), SIGNATURE).ok(201);
        assertThat(get(Person.COUNTY, "/api/submissions?state=waiting").ok().get("submissions")).isEmpty();
    }

    @Test
    void bytesUnderAnotherNameAreRefused() {
        send(Person.ZHAXI, sha256(PHOTO), SIGNATURE).refused(422, "hash-mismatch");
        send(Person.ZHAXI, sha256(PHOTO), new byte[0]).refused(422, "hash-mismatch");
        send(Person.ZHAXI, "x", PHOTO).refused(404, "not-found");
        send(Person.ZHAXI, sha256(PHOTO).toUpperCase(), PHOTO).refused(404, "not-found");
        send(Person.STATISTICIAN, sha256(PHOTO), PHOTO).refused(403, "not-allowed");
    }

    @Test
    void whatIsTooLargeIsRefusedAndLeavesNothing() throws IOException {
        byte[] large = new byte[100_001];
        send(Person.ZHAXI, sha256(large), large).refused(413, "too-large");
        send(request(Person.ZHAXI, address(large)).PUT(BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(large)))).refused(413, "too-large");

        try (Stream<Path> files = Files.walk(data.resolve("attachments"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void anythingAtAllCanBeAnAttachment() {
        byte[] noise = new byte[99_999];
        new Random(7).nextBytes(noise);
        send(Person.ZHAXI, sha256(noise), noise).ok(201);
        stored(Person.ZHAXI, naming(interview(UNIT), sha256(noise)));

        assertThat(get(Person.COUNTY, address(noise)).response().body()).isEqualTo(noise);
    }

    @Test
    void damagedBytesAreNotGivenAwayAndSendingThemAgainMendsThem() throws IOException {
        send(Person.ZHAXI, sha256(PHOTO), PHOTO).ok(201);
        stored(Person.ZHAXI, naming(interview(UNIT), sha256(PHOTO)));
        String name = sha256(PHOTO);
        Path file = data.resolve(Path.of("attachments", name.substring(0, 2), name.substring(2, 4), name));
        Files.writeString(file, "a horse");

        get(Person.COUNTY, address(PHOTO)).refused(404, "not-found");
        send(Person.ZHAXI, sha256(PHOTO), PHOTO).ok(200);

        assertThat(get(Person.COUNTY, address(PHOTO)).response().body()).isEqualTo(PHOTO);
    }

    @Test
    void anImageIsShownAsOneAndNothingElseIs() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 0};
        byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        for (byte[] bytes : new byte[][] {png, jpeg, page}) {
            send(Person.ZHAXI, sha256(bytes), bytes).ok(201);
        }
        stored(Person.ZHAXI, naming(interview(UNIT), sha256(png), sha256(jpeg), sha256(page)));

        assertThat(get(Person.COUNTY, address(png)).header("Content-Type")).isEqualTo("image/png");
        assertThat(get(Person.COUNTY, address(jpeg)).header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(get(Person.COUNTY, address(page)).header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(get(Person.COUNTY, address(page)).header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private String state(UUID submission) {
        return get(Person.COUNTY, "/api/submissions/" + submission).ok().get("state").textValue();
    }

    private Answer send(Person person, String sha256, byte[] bytes) {
        return send(request(person, "/api/attachments/" + sha256).header("Content-Type", "image/jpeg")
                .PUT(BodyPublishers.ofByteArray(bytes)));
    }

    private static String address(byte[] bytes) {
        return "/api/attachments/" + sha256(bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
