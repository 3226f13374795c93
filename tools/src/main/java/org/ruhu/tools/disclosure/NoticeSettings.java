package org.ruhu.tools.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A public notice 公示.
 *
 * @param contact  where to object: an office, never a mobile telephone
 * @param until    last day on which it may be objected to
 * @param removeOn day on which every copy is to be gone
 * @param columns  of the source for {@link #NAME}, {@link #GROUP}, {@link #RESULT}, {@link #REASON}
 * @param results  words for the codes of results
 */
public record NoticeSettings(String title, String contact, LocalDate from, LocalDate until, LocalDate removeOn,
                             Map<String, String> columns, Map<String, String> results) {

    static final String NAME = "name";
    static final String GROUP = "group";
    static final String RESULT = "result";
    static final String REASON = "reason";

    private static final List<String> ALL = List.of(NAME, GROUP, RESULT, REASON);
    private static final int LONGEST_DAYS = 90;

    /** @throws org.ruhu.tools.CannotRun that says where the settings are wrong */
    public static NoticeSettings read(InputStream in) throws IOException {
        Said said = Said.in(in);
        LocalDate from = day(said, "from");
        LocalDate until = day(said, "until");
        LocalDate removeOn = day(said, "removeOn");
        if (until.isBefore(from)) {
            throw said.wrong("until", "not before \"from\"");
        }
        if (removeOn.isBefore(until) || removeOn.isAfter(until.plusDays(LONGEST_DAYS))) {
            throw said.wrong("removeOn", "from \"until\" to " + LONGEST_DAYS + " days after it");
        }
        NoticeSettings settings = new NoticeSettings(needed(said, "title"), needed(said, "contact"), from, until,
                removeOn, columns(said), texts(said.object("results")));
        said.done();
        return settings;
    }

    private static Map<String, String> columns(Said said) {
        Map<String, String> columns = texts(said.object("columns"));
        for (String column : columns.keySet()) {
            if (!ALL.contains(column)) {
                throw said.wrong("columns/" + column, "a notice has name, group, result and reason; ids, telephones,"
                        + " accounts, illness, disability, incomes, schools and scores have no place in it");
            }
        }
        for (String needed : List.of(NAME, GROUP, RESULT)) {
            if (!columns.containsKey(needed)) {
                throw said.wrong("columns/" + needed, "say which column of the source it is");
            }
        }
        return columns;
    }

    private static Map<String, String> texts(Said said) {
        Map<String, String> texts = new LinkedHashMap<>();
        said.names().forEach(name -> texts.put(name, said.text(name).orElse("")));
        return texts;
    }

    private static String needed(Said said, String name) {
        return said.text(name).filter(text -> !text.isBlank())
                .orElseThrow(() -> said.wrong(name, "a notice needs it"));
    }

    private static LocalDate day(Said said, String name) {
        Optional<String> day = said.text(name);
        try {
            return LocalDate.parse(day.orElse(""));
        } catch (DateTimeException e) {
            throw said.wrong(name, "a day such as 2021-03-01");
        }
    }

    /** Columns of the source that are read, and no others. */
    public List<String> wanted() {
        return ALL.stream().filter(columns::containsKey).map(columns::get).toList();
    }

    boolean reasons() {
        return columns.containsKey(REASON);
    }
}
