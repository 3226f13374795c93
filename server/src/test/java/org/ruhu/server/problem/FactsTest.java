package org.ruhu.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ruhu.forms.FormId;
import org.ruhu.server.door.Json;

class FactsTest {

    @Test
    void aProblemIsDueWhenTheLastOfItsMeasuresIs() {
        assertThat(due(row("2019-09-06", "2019-10-01", "2019-09-09"))).contains(LocalDate.parse("2019-10-01"));
        assertThat(due(row())).isEmpty();
        assertThat(due(row("soon", "2019-09-09"))).contains(LocalDate.parse("2019-09-09"));
    }

    @Test
    void itsOwnDateComesBeforeThoseOfItsMeasures() {
        assertThat(due(row("2019-10-01").put("due_date", "2019-09-02"))).contains(LocalDate.parse("2019-09-02"));
    }

    @Test
    void measuresThatAreNoListAreNone() {
        assertThat(due(Json.object().put("measures", "2019-10-01"))).isEmpty();
    }

    private static ObjectNode row(String... dues) {
        ObjectNode row = Json.object().put("prob_domain", "05");
        List.of(dues).forEach(due -> row.withArray("measures").addObject().put("due_date", due));
        return row;
    }

    private static Optional<LocalDate> due(ObjectNode row) {
        return Facts.of(new FormId("door-check", "1.0"), 1, "problems", 0, row).due();
    }
}
