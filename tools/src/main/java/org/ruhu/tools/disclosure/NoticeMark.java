package org.ruhu.tools.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The day on which a notice has to be gone, as its files say it, whatever they are called by now. Software can find and
 * delete the copies in a folder it is shown, and a page can empty itself when it is opened later; it cannot reach
 * copies elsewhere.
 *
 * @param file     a page or a table of a notice
 * @param removeOn the day
 */
public record NoticeMark(Path file, LocalDate removeOn) {

    private static final String BEFORE = "<meta name=\"remove-on\" content=\"";
    private static final Pattern PAGE = Pattern.compile(Pattern.quote(BEFORE) + "(\\d{4}-\\d{2}-\\d{2})\">");
    private static final Pattern TABLE = Pattern.compile(
            "\uFEFF?name,group,result,(?:reason,)?contact,from,until,remove_on\r?\n.*?,(\\d{4}-\\d{2}-\\d{2})\r?\n.*",
            Pattern.DOTALL);
    private static final int READ = 1 << 14;

    static String tag(LocalDate removeOn) {
        return BEFORE + removeOn + "\">";
    }

    /** What makes a page that is opened on the day or later show nothing of it. */
    static String emptied(LocalDate removeOn) {
        return "<script>if(Date.now()>=Date.parse(\"" + removeOn + "T00:00:00+08:00\"))"
                + "document.body.textContent=\"本公示已撤除。 This notice has been taken down.\"</script>\n";
    }

    /** Every file of a notice in a folder and those in it, in the order of their paths. */
    public static List<NoticeMark> in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).filter(file -> file.toString().matches("(?i).*\\.(html?|csv)"))
                    .sorted().toList();
        }
        List<NoticeMark> marks = new ArrayList<>();
        for (Path file : files) {
            of(file).ifPresent(marks::add);
        }
        return marks;
    }

    private static Optional<NoticeMark> of(Path file) throws IOException {
        String start;
        try (InputStream in = Files.newInputStream(file)) {
            start = new String(in.readNBytes(READ), StandardCharsets.UTF_8);
        }
        Matcher page = PAGE.matcher(start);
        Matcher table = TABLE.matcher(start);
        String day = page.find() ? page.group(1) : table.matches() ? table.group(1) : "";
        try {
            return day.isEmpty() ? Optional.empty() : Optional.of(new NoticeMark(file, LocalDate.parse(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public boolean due(LocalDate on) {
        return !on.isBefore(removeOn);
    }
}
