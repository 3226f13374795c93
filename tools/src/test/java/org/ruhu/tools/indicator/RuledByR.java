package org.ruhu.tools.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Compares what is computed here with what an R script computes from the same sample, to nine digits. */
public abstract class RuledByR {

    private final String script;
    private final Map<String, Double> ours = new TreeMap<>();

    protected RuledByR(String script) {
        this.script = script;
    }

    /** Says all that is compared. */
    protected abstract void compute();

    protected final void say(String name, double number) {
        assertThat(ours.put(name, number)).as(name + " is said once").isNull();
    }

    protected final void say(String name, Measured number) {
        assertThat(number.lack()).as(name).isEmpty();
        say(name, number.value().orElseThrow());
    }

    @Test
    void agreesWithRToNineDigits() {
        compute();
        same(ours, County.expected(script));
    }

    @Test
    void rStillSaysTheSame() throws Exception {
        same(asked(), County.expected(script));
    }

    private Map<String, Double> asked() throws IOException, InterruptedException {
        return County.asked(script);
    }

    private static void same(Map<String, Double> found, Map<String, Double> expected) {
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((name, number) -> assertThat(found.get(name)).as(name)
                .isCloseTo(number, Offset.offset(1e-9 * Math.max(1e-3, Math.abs(number)))));
    }
}
