package org.ruhu.tools.link.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.link.clean.Cleaners;
import org.ruhu.tools.link.condition.Vocabulary;

/** What can be written in settings is in the pages on them, since nobody finds it elsewhere. */
class SettingsPagesTest {

    private static final Pattern BLOCK = Pattern.compile("(?m)(?:^    .*\\n)+");

    @Test
    void everyKindMeasureAndCleanerIsListed() throws IOException {
        String pages = page("linkage-settings") + page("cleaners");
        List<String> names = new ArrayList<>(Kinds.names());
        names.addAll(Vocabulary.names());
        names.addAll(Cleaners.names());
        assertThat(names).allSatisfy(name -> assertThat(pages).containsPattern("`" + name + "[`:]"));
    }

    @Test
    void theExampleIsWhatItsFiguresAreOf() throws IOException {
        Matcher blocks = BLOCK.matcher(page("linkage-settings"));
        while (blocks.find() && !blocks.group().contains("\"ruhu-linkage/1\"")) {
            continue;
        }
        assertThat(SettingsReader.json(blocks.group())).isEqualTo(SettingsReader.json(
                Files.readString(Path.of("src/test/resources/linkage/febrl.json"))));
    }

    private static String page(String name) throws IOException {
        return Files.readString(Path.of("docs", name + ".md"));
    }
}
