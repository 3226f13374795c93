package org.ruhu.tools.link.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ruhu.tools.lines.Archive;
import org.ruhu.tools.lines.InOrder;
import org.ruhu.tools.lines.LatestLines;
import org.ruhu.tools.lines.Line;
import org.ruhu.tools.lines.LineReader;
import org.ruhu.tools.lines.Lines;
import org.ruhu.tools.lines.RawLine;
import org.ruhu.tools.lines.Revision;

/**
 * Interviews, each member of the household a record {@code SUBMISSION/members/LINE}, the first one 1. Of several
 * revisions the latest counts. A column is an answer of the member; failing that one of the household; failing that
 * {@code unit}, {@code area}, {@code campaign}, {@code submission} or {@code number} of the interview.
 * {@code household/NAME} is an answer of the household in any case.
 */
final class SubmissionsTable implements Table {

    static final String ROSTER = "members";

    private static final String HOUSEHOLD = "household/";

    private record Person(String id, String[] values) {}

    private record Interview(long line, List<Person> people, String fault) {}

    private final String name;
    private final Archive archive;
    private final int threads;
    private final Faults faults;
    private final LineReader reader = new LineReader();
    private final TreeSet<String> unmet = new TreeSet<>();

    SubmissionsTable(String name, Archive archive, TableOptions options) {
        this.name = name;
        this.archive = archive;
        this.threads = options.threads();
        this.faults = new Faults(name, options.skipBad());
    }

    @Override
    public Optional<List<String>> columns() {
        return Optional.empty();
    }

    @Override
    public void scan(List<String> wanted, Taker taker) throws IOException {
        Fields fields = new Fields(wanted.size());
        unmet.addAll(wanted);
        try (Lines lines = archive.lines()) {
            InOrder.forEach(LatestLines.in(archive).of(lines), threads, raw -> interview(raw, wanted), interview -> {
                if (!interview.fault().isEmpty()) {
                    faults.bad(interview.line(), interview.fault());
                }
                for (Person person : interview.people()) {
                    unmet.removeIf(column -> !person.values()[wanted.indexOf(column)].isEmpty());
                    fields.fill(person.values());
                    taker.take(interview.line(), person.id(), fields);
                }
            });
        }
        faults.judge();
    }

    private Interview interview(RawLine raw, List<String> wanted) {
        Line line = reader.read(raw);
        if (line instanceof Line.Bad bad) {
            return new Interview(raw.number(), List.of(), bad.why());
        }
        Optional<Revision> revision = Revision.of(((Line.Good) line).json());
        return revision.map(read -> new Interview(raw.number(), people(read, wanted), ""))
                .orElseGet(() -> new Interview(raw.number(), List.of(),
                        "is not an interview with submission, number, form and answers"));
    }

    private static List<Person> people(Revision revision, List<String> wanted) {
        JsonNode members = revision.answers().values().path(ROSTER);
        List<Person> people = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            String[] values = new String[wanted.size()];
            for (int column = 0; column < values.length; column++) {
                values[column] = value(revision, members.path(i), wanted.get(column));
            }
            people.add(new Person(revision.submission() + "/" + ROSTER + "/" + (i + 1), values));
        }
        return people;
    }

    private static String value(Revision revision, JsonNode member, String column) {
        if (column.startsWith(HOUSEHOLD)) {
            return JsonValues.of(revision.answers().values(), column.substring(HOUSEHOLD.length()));
        }
        String own = JsonValues.of(member, column);
        String household = own.isEmpty() ? JsonValues.of(revision.answers().values(), column) : own;
        return household.isEmpty() ? ofInterview(revision, column) : household;
    }

    private static String ofInterview(Revision revision, String column) {
        return switch (column) {
            case "submission" -> revision.submission();
            case "number" -> String.valueOf(revision.number());
            case "campaign" -> revision.campaign();
            case "unit" -> revision.unit();
            case "area" -> revision.area();
            default -> "";
        };
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(faults.remarks());
        if (!unmet.isEmpty()) {
            remarks.add(name + ": nobody has a value for " + Wanted.shown(List.copyOf(unmet)));
        }
        return remarks;
    }

    @Override
    public long leftOut() {
        return faults.leftOut();
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
