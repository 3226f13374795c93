package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void theHouseholdCensusIsBundled() {
        assertThat(Catalogue.bundled().form(new FormId("household-census", "1.0"))).isPresent();
    }

    /** Answers were collected with it: a changed text, code or rule is a new version. */
    @Test
    void aPublishedFormIsStillTheOneThatWasPublished() throws IOException {
        JsonNode published = new ObjectMapper().readTree(CatalogueTest.class.getResource("/forms/index.json"));

        assertThat(published).hasSameSizeAs(Catalogue.bundled().forms()).allSatisfy(form -> {
            FormId id = new FormId(form.path("name").textValue(), form.path("version").textValue());
            assertThat(Catalogue.bundled().form(id).orElseThrow().digest()).isEqualTo(form.path("digest").textValue());
        });
    }
}
