package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What a check says it found, and that it tells of everything it did. */
final class Found {

    private Found() {}

    /** @return check and detail of each thing found */
    static List<String> by(Check check, boolean mend) {
        List<String> found = new ArrayList<>();
        check.run(new Check.Report() {
            @Override
            public void found(String check, String detail) {
                found.add(check + ": " + detail);
            }

            @Override
            public void done(String check, String told) {
                assertThat(told).isNotBlank();
            }
        }, mend);
        return found;
    }
}
