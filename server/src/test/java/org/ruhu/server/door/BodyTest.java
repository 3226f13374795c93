package org.ruhu.server.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BodyTest {

    private static final String SENT = "{\"name\":\"扎西\",\"n\":3,\"part\":1.5,\"yes\":true,\"none\":null,"
            + "\"inner\":{\"a/b\":1},\"rows\":[{\"sex\":\"1\"},{\"sex\":2}]}";

    private static Body body() {
        return Body.read(SENT.getBytes(UTF_8));
    }

    private static void refusedAt(String pointer, Consumer<Body> reading) {
        assertThatThrownBy(() -> reading.accept(body())).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.problem().at("/errors/0/pointer").textValue()).isEqualTo(pointer));
    }

    @Test
    void membersAreReadByTheirType() {
        assertThat(body().text("name")).isEqualTo("扎西");
        assertThat(body().integer("n")).isEqualTo(3);
        assertThat(body().bool("yes")).isTrue();
        assertThat(body().maybeText("none")).isEmpty();
        assertThat(body().maybeText("absent")).isEmpty();
        assertThat(body().objects("rows").get(0).text("sex")).isEqualTo("1");
    }

    @Test
    void aMemberOfAnotherTypeIsRefusedWithItsPointer() {
        refusedAt("#/n", body -> body.text("n"));
        refusedAt("#/part", body -> body.integer("part"));
        refusedAt("#/name", body -> body.bool("name"));
        refusedAt("#/none", body -> body.text("none"));
        refusedAt("#/absent", body -> body.any("absent"));
        refusedAt("#/name", body -> body.objects("name"));
        refusedAt("#/rows/1/sex", body -> body.objects("rows").get(1).text("sex"));
        refusedAt("#/inner/a~1b", body -> body.object("inner").text("a/b"));
    }

    @Test
    void aMisspeltMemberIsNotLeftOutSilently() {
        refusedAt("#", body -> body.only("name", "n"));
    }

    @Test
    void aBodyIsAnObject() {
        assertThatThrownBy(() -> Body.read("[1]".getBytes(UTF_8))).isInstanceOf(Refusal.class);
    }
}
