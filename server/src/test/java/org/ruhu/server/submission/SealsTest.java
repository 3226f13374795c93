package org.ruhu.server.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;
import org.ruhu.server.vault.Identifiers;

/** A person's number is a secret however deep in rosters within rosters it stands. */
class SealsTest {

    private static final UUID SUBMISSION = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final String ZHAXI = "549901198208090021";
    private static final String ZHUOMA = "549902199001011234";
    private static final String PHONE = "13900000001";
    private static final FormVersion FORM = FormVersion.of(json("""
            {"$id": "urn:ruhu:form:nested:1", "type": "object", "additionalProperties": false, "properties": {
              "members": {"type": "array", "maxItems": 9, "items": {"type": "object", "properties": {
                "age": {"type": "integer"},
                "jobs": {"type": "array", "maxItems": 9, "items": {"type": "object", "properties": {
                  "employer": {"type": "string", "maxLength": 18,
                    "x-question": {"identifier": "id-number", "sensitivity": "personal"}},
                  "partners": {"type": "array", "maxItems": 9, "items": {"type": "object", "properties": {
                    "phone": {"type": "string", "maxLength": 18,
                      "x-question": {"identifier": "phone", "sensitivity": "personal"}},
                    "share": {"type": "number"}}}}}}}}}}}}"""), Map.of(), Map.of());
    private static final ObjectNode ANSWERS = json("""
            {"members": [{"age": 40, "jobs": [
                {"employer": "%s", "partners": [{"share": 1}, {"phone": "%s", "share": 2}]},
                {"employer": "%s"}]}, {"jobs": []}, {}]}""".formatted(ZHAXI, PHONE, ZHUOMA));

    @TempDir
    Path data;
    private Store store;
    private Seals seals;

    private static ObjectNode json(String text) {
        return Json.own(text.getBytes(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void openStore() {
        store = Stores.open("sqlite:" + data.resolve("ruhu.db"), List.of(Identifiers.KIND));
        seals = new Seals(Identifiers.open(data.resolve("keys"), store));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void nothingOfANumberIsInSealedAnswersAndAllOfItInOpenedOnes() {
        ObjectNode sealed = seals.sealed(FORM, SUBMISSION, ANSWERS);

        assertThat(sealed.toString()).doesNotContain(ZHAXI, ZHUOMA, PHONE).contains("\"share\":2", "\"age\":40");
        assertThat(seals.opened(FORM, SUBMISSION, sealed)).isEqualTo(ANSWERS);
    }

    @Test
    void whoeverMayNotSeeNumbersSeesStars() {
        ObjectNode masked = seals.masked(FORM, SUBMISSION, seals.sealed(FORM, SUBMISSION, ANSWERS));

        assertThat(masked.toString()).doesNotContain(ZHAXI, ZHUOMA, PHONE);
        assertThat(masked.at("/members/0/jobs/1/employer").textValue()).contains("*").hasSize(18);
        assertThat(masked.at("/members/0/jobs/0/partners/1/phone").textValue()).contains("*").hasSize(11);
    }

    @Test
    void oneNumberIsOpenedAtItsPlaceAndOpensAtNoOther() {
        ObjectNode sealed = seals.sealed(FORM, SUBMISSION, ANSWERS);

        assertThat(seals.opened(FORM, SUBMISSION, sealed, "/members/0/jobs/1/employer")).contains(ZHUOMA);
        assertThat(seals.opened(FORM, SUBMISSION, sealed, "/members/0/jobs/0/partners/1/phone")).contains(PHONE);
        assertThat(seals.opened(FORM, SUBMISSION, sealed, "/members/0/jobs/0/partners/0/phone")).isEmpty();
        assertThat(seals.opened(FORM, SUBMISSION, sealed, "/members/0/age")).isEmpty();
        ((ObjectNode) sealed.at("/members/0/jobs/1")).set("employer", sealed.at("/members/0/jobs/0/employer"));
        assertThatThrownBy(() -> seals.opened(FORM, SUBMISSION, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyPersonIsFoundAgain() {
        assertThat(seals.fingerprints(FORM, ANSWERS)).containsExactlyInAnyOrder(
                seals.fingerprint(ZHAXI), seals.fingerprint(ZHUOMA), seals.fingerprint(PHONE));
    }

    @Test
    void answersThatFitNoFormAreBlackedOutAtEveryDepth() {
        ObjectNode odd = json("""
                {"members": [{"jobs": [{"employer": "a b", "partners": {"phone": {"x": 1}, "note": "%s"}}]}]}"""
                .formatted(ZHAXI));

        String hidden = new Blackout(Catalogue.of(List.of(FORM))).over(odd).toString();
        assertThat(hidden).doesNotContain("a b", ZHAXI, "\"x\"").contains("\"employer\":\"***\"");
    }
}
