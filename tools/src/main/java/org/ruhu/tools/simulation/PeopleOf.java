package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The records of one household's people. */
final class PeopleOf {

    private final Plan plan;
    private final Frame frame;
    private final int index;
    private final Fate fate;

    PeopleOf(Plan plan, Frame frame, int index) {
        this.plan = plan;
        this.frame = frame;
        this.index = index;
        this.fate = Fate.of(plan, index);
    }

    /** @param written the whole household, asked for only if its interview has a mistake, which may be anywhere */
    List<PersonRecord> records(Supplier<Household> written) {
        if (!fate.talked()) {
            return List.of();
        }
        Doubles doubles = Doubles.in(plan, frame, index);
        List<JsonNode> rows = new ArrayList<>();
        if (fate.mistaken()) {
            written.get().submission().path("answers").path("members").forEach(rows::add);
        } else {
            doubles.people().members().forEach(member -> rows.add(member.answers()));
        }
        String[] which = new String[doubles.people().members().size()];
        String[] with = new String[which.length];
        for (Planted planted : doubles.planted()) {
            UUID other = Doubles.submissionId(plan, planted.other());
            for (Planted.Pair pair : planted.pairs()) {
                which[pair.here()] = planted.which().code();
                with[pair.here()] = PersonRecord.id(other.toString(), pair.there());
            }
        }
        return records(doubles, rows, which, with);
    }

    private List<PersonRecord> records(Doubles doubles, List<JsonNode> rows, String[] which, String[] with) {
        Village village = frame.villageOf(index);
        int serial = index - village.first() + 1;
        String submission = Doubles.submissionId(plan, index).toString();
        String phone = doubles.dwelling().phone().orElse("");
        String address = doubles.dwelling().address();
        String register = doubles.people().register().registered() ? doubles.registerNumber() : "";
        List<PersonRecord> records = new ArrayList<>(rows.size());
        for (int line = 0; line < rows.size(); line++) {
            JsonNode row = rows.get(line);
            records.add(new PersonRecord(PersonRecord.id(submission, line), text(row, "name_zh"), text(row, "name_bo"),
                    text(row, "sex"), text(row, "birth_date"), text(row, "id_no"), phone, text(row, "ethnic"),
                    text(row, "rel"), village.code(), village.unit(serial), address, register,
                    String.join(" ", doubles.people().members().get(line).parents()),
                    doubles.people().members().get(line).who(), which[line] == null ? "" : which[line],
                    with[line] == null ? "" : with[line]));
        }
        return records;
    }

    private static String text(JsonNode row, String question) {
        return row.path(question).asText();
    }
}
