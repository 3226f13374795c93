package org.ruhu.tools.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.tools.indicator.compute.Cut;
import org.ruhu.tools.indicator.compute.Judging;
import org.ruhu.tools.indicator.reading.RuleBook;
import org.ruhu.tools.page.Words;

class PublishingTest {

    @Test
    void staffIsToldApartForThoseWhoLookAfterItOnly() {
        assertThat(publishing(false).cut().groups()).hasSize(2);
        assertThat(publishing(true).cut().groups()).hasSize(1);
    }

    private static Publishing publishing(boolean forPublic) {
        return new Publishing(Catalogue.bundled(), code -> new Words(code, code), Cut.of(List.of("team", "status")),
                new Judging(new RuleBook(Parameters.bundled()), Map.of(), 2), forPublic, 10, "zh");
    }
}
