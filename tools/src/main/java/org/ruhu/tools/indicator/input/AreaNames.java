package org.ruhu.tools.indicator.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.lines.Line;
import org.ruhu.tools.lines.LineReader;
import org.ruhu.tools.lines.Lines;
import org.ruhu.tools.lines.Packed;
import org.ruhu.tools.page.Words;

/** Names of areas by their codes, from lines as {@code ruhu simulate} writes regions and the server gives them. */
public record AreaNames(Map<String, String> zh, Map<String, String> en) {

    public AreaNames {
        zh = Map.copyOf(zh);
        en = Map.copyOf(en);
    }

    public static AreaNames none() {
        return new AreaNames(Map.of(), Map.of());
    }

    public static AreaNames read(Path file) throws IOException {
        Map<String, String> zh = new HashMap<>();
        Map<String, String> en = new HashMap<>();
        LineReader reader = new LineReader();
        try (Lines lines = new Lines(Packed.unpacked(Files.newInputStream(file)))) {
            while (lines.hasNext()) {
                if (!(reader.read(lines.next()) instanceof Line.Good good) || !good.json().path("code").isTextual()) {
                    throw new CannotRun(file + ": a line is an object with code and name");
                }
                String code = good.json().path("code").asText();
                zh.put(code, good.json().path("name").asText());
                en.put(code, good.json().path("nameEn").asText());
            }
        }
        return new AreaNames(zh, en);
    }

    /** The code where there is no name, the Chinese name where there is no English one. */
    public Words words(String code) {
        String chinese = Optional.of(zh.getOrDefault(code, "")).filter(text -> !text.isEmpty()).orElse(code);
        return new Words(chinese, Optional.of(en.getOrDefault(code, "")).filter(text -> !text.isEmpty())
                .orElse(chinese));
    }
}
