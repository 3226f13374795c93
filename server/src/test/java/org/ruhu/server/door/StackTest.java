package org.ruhu.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackTest {

    @Test
    void classesAndPlacesAreLoggedAndWhatWasSentIsNot() {
        Exception quoting = new IllegalStateException("扎西 549902199001011234",
                new NumberFormatException("549902199001011234"));
        assertThat(Stack.of(quoting))
                .contains("java.lang.IllegalStateException", "caused by java.lang.NumberFormatException",
                "StackTest.java").doesNotContain("扎西").doesNotContain("549902");
    }

    @Test
    void causesThatGoRoundInACircleEnd() {
        Exception one = new Exception();
        one.initCause(new Exception(one));
        assertThat(Stack.of(one)).contains("caused by");
    }
}
