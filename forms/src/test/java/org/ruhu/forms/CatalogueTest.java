package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void theHouseholdCensusIsBundled() {
        assertThat(Catalogue.bundled().form(new FormId("household-census", "1.0"))).isPresent();
    }
}
