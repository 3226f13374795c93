package org.ruhu.tools.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.tools.Ruhu;
import org.ruhu.tools.World;

/** The verbs of {@code ruhu form} as somebody at a keyboard meets them. */
class FormCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void lintEndsWithZeroForAFormWithoutErrorsAndWithOneForAnother() throws IOException {
        String clean = new Garden().writtenTo(folder.resolve("clean")).toString();
        String dirty = new Garden().with("labels.en", "/title", "null").writtenTo(folder.resolve("dirty")).toString();
        assertThat(ruhu("lint", clean)).isZero();
        assertThat(said()).contains("0 errors, 2 remarks");
        out.reset();
        assertThat(ruhu("lint", dirty)).isOne();
        JsonNode flaw = new ObjectMapper().readTree(printed().lines().findFirst().orElseThrow());
        assertThat(flaw.path("form").asText()).isEqualTo(dirty);
        assertThat(flaw.path("code").asText()).isEqualTo("missing-text");
        assertThat(flaw.path("file").asText()).isEqualTo("labels.en.json");
        assertThat(flaw.path("place").asText()).isEqualTo("title");
        assertThat(ruhu("lint", clean, dirty, "--text")).isOne();
        assertThat(printed()).contains("labels.en.json: error missing-text title: there is no text in en\n    write one");
    }

    @Test
    void diffEndsWithOneWhenDataOfBothCannotBeReadAsOne() {
        String old = new Garden().writtenTo(folder.resolve("old")).toString();
        String wider = new Garden().with("form", "/properties/ground/maximum", "900").writtenTo(folder.resolve("wider"))
                .toString();
        String other = new Garden().with("form", "/properties/ground/x-question/unit", "'m2'")
                .writtenTo(folder.resolve("other")).toString();
        assertThat(ruhu("diff", old, wider)).isZero();
        assertThat(printed()).contains("\"code\":\"widened\"");
        assertThat(ruhu("diff", "--text", old, other)).isOne();
        assertThat(printed()).contains("BREAKING unit-changed /ground: from mu to m2");
        assertThat(said()).contains("1 changes, 1 of them breaking");
    }

    @Test
    void showWritesAFileForEveryLanguage() {
        String garden = new Garden().writtenTo(folder.resolve("garden")).toString();
        assertThat(ruhu("show", garden, "--out", folder.resolve("paper").toString())).isZero();
        assertThat(folder.resolve("paper")).isDirectoryContaining("glob:**/garden-1.0.zh.html")
                .isDirectoryContaining("glob:**/garden-1.0.en.html").isDirectoryContaining("glob:**/garden-1.0.bo.html");
        assertThat(ruhu("show", garden, "--language", "en", "--out", "-")).isZero();
        assertThat(printed()).startsWith("<!doctype html>");
    }

    @Test
    void schemaPrintsOneJsonDocument() throws IOException {
        assertThat(ruhu("schema", "household-census", "1.0", "--language", "zh")).isZero();
        assertThat(new ObjectMapper().readTree(printed()).path("title").asText()).isEqualTo("建档立卡户普查表");
    }

    @Test
    void whatCannotRunEndsWithTwoAndSaysWhatWouldHelp() {
        String broken = new Garden().with("form", "/properties/kind/x-question", "{'relevant': 'nobody'}")
                .writtenTo(folder.resolve("broken")).toString();
        assertThat(ruhu("lint", folder.toString())).isEqualTo(2);
        assertThat(said()).contains("there is no form.json in");
        assertThat(ruhu("lint", "household-census")).isEqualTo(2);
        assertThat(said()).contains("needs NAME VERSION; known are household-census 1.0");
        assertThat(ruhu("lint", "Household", "1")).isEqualTo(2);
        assertThat(ruhu("show", "household-census", "9.9")).isEqualTo(2);
        assertThat(said()).contains("there is no form household-census 9.9 here");
        assertThat(ruhu("show", broken)).isEqualTo(2);
        assertThat(said()).contains("ruhu form lint says why");
        assertThat(ruhu("show", "household-census", "1.0", "--language", "fr")).isEqualTo(2);
        assertThat(ruhu("show", "household-census", "1.0", "--out", "-")).isEqualTo(2);
        assertThat(ruhu("diff", "household-census", "1.0")).isEqualTo(2);
        assertThat(ruhu("schema", "all")).isEqualTo(2);
        assertThat(said()).doesNotContain("Exception").doesNotContain("our mistake");
    }

    private int ruhu(String... words) {
        String[] args = new String[words.length + 1];
        args[0] = "form";
        System.arraycopy(words, 0, args, 1, words.length);
        PrintStream talk = new PrintStream(err, true, StandardCharsets.UTF_8);
        return Ruhu.run(new World(new ByteArrayInputStream(new byte[0]), out, talk, false), args);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
