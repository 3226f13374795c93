package org.ruhu.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README and its pages lead where they say, and show commands there are. */
class PagesTest {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern COMMAND = Pattern.compile("(?m)^    ruhu ((?:form )?[a-z-]+)(.*(?:\\n {8}.*)*)");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    @Test
    void everyLinkLeadsToAPageAndAHeading() throws IOException {
        for (Path page : pages()) {
            for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
                Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
                assertThat(target).as("from " + page).exists();
                if (link.group(2) != null) {
                    assertThat(anchors(target)).as("in %s, from %s", target, page).contains(link.group(2));
                }
            }
        }
    }

    @Test
    void everyPageIsFoundFromTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(docs()).isNotEmpty().allSatisfy(page -> assertThat(readme).contains("](" + page));
    }

    @Test
    void everyCommandShownHasTheOptionsShown() throws IOException {
        List<String> unknown = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult command : COMMAND.matcher(Files.readString(page)).results().toList()) {
                String help = help(command.group(1));
                OPTION.matcher(command.group(2)).results().map(MatchResult::group)
                        .filter(option -> !Pattern.compile(option + "\\b").matcher(help).find())
                        .forEach(option -> unknown.add(page + ": ruhu " + command.group(1) + " " + option));
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static String help(String verb) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        World world = new World(new ByteArrayInputStream(new byte[0]), out,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false);
        assertThat(Ruhu.run(world, (verb + " --help").split(" "))).as(verb).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(docs());
        pages.addAll(List.of(Path.of("README.md"), Path.of("RATIONALE.md"), Path.of("spark/README.md")));
        return pages;
    }

    private static List<Path> docs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            return files.sorted().toList();
        }
    }

    /** Headings as links name them: small letters, blanks as hyphens, other signs dropped. */
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page)).results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
