package org.ruhu.server.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a clerk has looked at. */
enum Evidence {
    HUKOU_PAGE, ID_CARD, KIN, PLACE_HISTORY, POLICE_PROOF, VILLAGE_REVIEW, OTHER;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Evidence> of(String word) {
        return Arrays.stream(values()).filter(evidence -> evidence.word().equals(word)).findFirst();
    }

    static Set<Evidence> in(JsonNode said) {
        Set<Evidence> all = EnumSet.noneOf(Evidence.class);
        said.path("evidence").forEach(word -> of(word.asText()).ifPresent(all::add));
        return all;
    }
}
