package org.ruhu.server.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;

/** Where id numbers and telephone numbers can be seen: nowhere, unless one is asked for with a reason. */
class SecrecyTest extends FieldKit {

    private static final String SPOKEN = "549901198208090021";

    @Test
    void noIdentifierIsInPlainInAnyFileOfTheServer() throws IOException {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        revise(Person.ZHAXI, submission, 2, interviewOf("卓玛")).ok(201);
        ObjectNode unfit = interview(UNIT);
        ((ObjectNode) unfit.get("answers")).put("n_hukou", "x");
        unfit.putObject("paradata").put("remark", "he said " + SPOKEN);
        revise(Person.ZHAXI, UUID.randomUUID(), 1, unfit).refused(422, "unreadable-answers");
        ObjectNode remark = interview(SECOND_UNIT);
        remark.putObject("paradata").put("remark", "she said " + SPOKEN);
        stored(Person.ZHAXI, remark);
        find(Person.COUNTY, HEAD_ID_NUMBER).ok();

        boolean looked = false;
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(HEAD_ID_NUMBER) || bytes.contains(PHONE) || bytes.contains(SPOKEN))
                        .as(file.toString()).isFalse();
                looked |= bytes.contains(UNIT);
            }
        }
        assertThat(looked).as("the files that were read hold the unit").isTrue();
    }

    @Test
    void answersAreShownWithIdentifiersMasked() {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));

        for (Person reader : List.of(Person.ZHAXI, Person.ZHUOMA, Person.COUNTY)) {
            Answer whole = get(reader, "/api/submissions/" + submission);
            assertThat(whole.ok().at("/answers/head_name").textValue()).isEqualTo("扎西");
            assertThat(whole.json().at("/answers/members/0/id_no").textValue()).contains("*").hasSize(18);
            assertThat(whole.json().at("/answers/phone").textValue()).contains("*");
            assertThat(whole.text()).doesNotContain(HEAD_ID_NUMBER, PHONE, SPOKEN);
            assertThat(get(reader, "/api/submissions").text()).doesNotContain(HEAD_ID_NUMBER, PHONE);
        }
    }

    @Test
    void theCountyOfficeSeesOneIdentifierForAReason() {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        String place = "/api/submissions/" + submission + "/identifiers";
        Map<String, String> asked = Map.of("pointer", "/members/0/id_no", "reason", "compare with the register");

        assertThat(post(Person.COUNTY, place, asked).ok().get("value").textValue()).isEqualTo(HEAD_ID_NUMBER);
        Map<String, String> phone = Map.of("pointer", "/phone", "reason", "call back");
        assertThat(post(Person.COUNTY, place, phone).ok().get("value").textValue()).isEqualTo(PHONE);

        post(Person.COUNTY, place, Map.of("pointer", "/members/0/id_no")).refused(422, "unreadable-body");
        post(Person.COUNTY, place, Map.of("pointer", "/phone", "reason", " ")).refused(422, "unreadable-body");
        post(Person.COUNTY, place, Map.of("pointer", "/members/9/id_no", "reason", "x"))
                .refused(422, "unreadable-body");
        post(Person.COUNTY, place, Map.of("pointer", "/n_hukou", "reason", "x")).refused(422, "unreadable-body");
        post(Person.ZHUOMA, place, asked).refused(403, "not-allowed");
        post(Person.ZHAXI, place, asked).refused(403, "not-allowed");
        post(Person.OTHER_COUNTY, place, asked).refused(403, "foreign-area");
        String read = "county " + submission + "/1";
        assertThat(audited("identifier-read")).containsExactly(read, read);
    }

    @Test
    void aPersonIsFoundByIdentifierInTheOwnArea() {
        UUID first = stored(Person.ZHAXI, interview(UNIT));
        UUID second = stored(Person.DUOJI, interview(OTHER_TEAMS_UNIT));
        UUID corrected = stored(Person.ZHAXI, interview(SECOND_UNIT));
        ObjectNode without = interview(SECOND_UNIT);
        ((ObjectNode) without.at("/answers/members/0")).put("id_no", "549901198501010019");
        revise(Person.ZHAXI, corrected, 2, without).ok(201);

        JsonNode found = find(Person.COUNTY, HEAD_ID_NUMBER).ok();

        assertThat(found.get("submissions").findValuesAsText("submission"))
                .containsExactlyInAnyOrder(first.toString(), second.toString());
        assertThat(find(Person.OTHER_COUNTY, HEAD_ID_NUMBER).ok().get("submissions")).isEmpty();
        assertThat(find(Person.COUNTY, "549901197001010010").ok().get("submissions")).isEmpty();
        assertThat(find(Person.COUNTY, PHONE).ok().get("submissions")).hasSize(3);
        find(Person.ZHUOMA, HEAD_ID_NUMBER).refused(403, "not-allowed");
        assertThat(audited("identifier-looked-up")).hasSize(4).noneMatch(entry -> entry.contains(HEAD_ID_NUMBER));
    }

    @Test
    void theIdNumberIsFoundInWhateverSpelling() {
        ObjectNode sent = interview(UNIT);
        ((ObjectNode) sent.at("/answers/members/0")).put("id_no", "54990119800517002X");
        UUID submission = stored(Person.ZHAXI, sent);

        assertThat(find(Person.COUNTY, "54990119800517002x").ok().at("/submissions/0/submission").textValue())
                .isEqualTo(submission.toString());
    }

    private Answer find(Person person, String identifier) {
        return post(person, "/api/identifiers/find",
                Json.object().put("identifier", identifier).put("reason", "may be entered twice"));
    }
}
