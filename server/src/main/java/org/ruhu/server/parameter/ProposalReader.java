package org.ruhu.server.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.expression.Dates;
import org.ruhu.forms.parameter.Parameter;
import org.ruhu.forms.parameter.ParameterType;
import org.ruhu.forms.parameter.ParameterValue;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.parameter.Proposal.Fault;
import org.ruhu.server.region.Regions;

/** Reads values to be added, from JSON or from a spreadsheet, and names everything that is wrong with them. */
final class ProposalReader {

    private static final Set<String> FIELDS = Set.of("name", "area", "from", "to", "value", "source", "verified");
    private static final int LONGEST_SOURCE = 500;
    private static final int MOST_LINES = 5_000;

    private final Parameters known;
    private final Regions regions;
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    ProposalReader(Parameters known, Regions regions) {
        this.known = known;
        this.regions = regions;
    }

    /** One value, or a list of them. */
    Proposal.Read json(byte[] body) {
        JsonNode json = Json.read(body);
        List<JsonNode> lines = new ArrayList<>();
        if (json.isArray()) {
            json.forEach(lines::add);
        } else {
            lines.add(json);
        }
        tooMany(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            lines.get(i).properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            fields.values().removeIf(JsonNode::isNull);
            new Line(i + 1, fields).read(false);
        }
        return new Proposal.Read(proposals, faults);
    }

    /** A table whose first line names the fields, in any order; empty cells are left out. */
    Proposal.Read csv(byte[] body) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().skipEmptyLines(true).allowExtraFields(true)
                .allowMissingFields(true).allowUnclosedQuote(false).ofNamedCsvRecord(text(body))) {
            for (NamedCsvRecord row : reader) {
                tooMany(proposals.size() + faults.size());
                if (row.getFieldCount() > row.getHeader().size()) {
                    faults.add(new Fault((int) row.getStartingLineNumber(), "",
                            "has more cells than the first line names; a cell with a comma in it stands in quotes"));
                    continue;
                }
                Map<String, JsonNode> fields = new LinkedHashMap<>();
                row.getFieldsAsMap().forEach((name, cell) -> fields.put(name.strip(), TextNode.valueOf(cell.strip())));
                fields.values().removeIf(cell -> cell.textValue().isEmpty());
                new Line((int) row.getStartingLineNumber(), fields).read(true);
            }
        } catch (CsvParseException | IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.UNREADABLE_BODY,
                    "The table is not CSV; its first line names name, area, from, to, value, source and verified");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Proposal.Read(proposals, faults);
    }

    /** Spreadsheets write a mark in front, or save in the encoding of their country. A NUL could not be stored. */
    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            if (text.indexOf(0) >= 0) {
                throw new CharacterCodingException();
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refusal(Refusal.Kind.UNREADABLE_BODY, "Save the table as CSV UTF-8 and send it again");
        }
    }

    private static void tooMany(int lines) {
        if (lines > MOST_LINES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "Send at most %,d values at a time".formatted(MOST_LINES));
        }
    }

    /** A value as it was sent. */
    private final class Line {

        private final int number;
        private final Map<String, JsonNode> fields;
        private final int before = faults.size();

        Line(int number, Map<String, JsonNode> fields) {
            this.number = number;
            this.fields = fields;
        }

        /** @param written whether all fields are texts */
        void read(boolean written) {
            fields.keySet().stream().filter(field -> !FIELDS.contains(field))
                    .forEach(field -> expect(false, field, "is no field of a value"));
            Optional<Parameter> parameter = known.parameter(text("name"));
            expect(parameter.isPresent(), "name", "is no parameter known here");
            String area = text("area");
            expect(ParameterValue.isArea(area) && (area.isEmpty() || regions.find(area).isPresent()), "area",
                    "is empty for the country, or the code of an area known here");
            Optional<LocalDate> from = day("from");
            expect(from.isPresent(), "from", "is the first day it holds, such as 2020-01-01");
            Optional<LocalDate> to = day("to");
            expect(to.isPresent() || !fields.containsKey("to"), "to", "is the last day it holds, such as 2020-12-31");
            expect(from.isEmpty() || to.filter(from.get()::isAfter).isEmpty(), "to", "is before from");
            Optional<JsonNode> value = parameter.flatMap(of -> value(of.type(), written));
            expect(parameter.isEmpty() || value.isPresent(), "value",
                    "is not a " + parameter.map(of -> of.type().word()).orElse("value"));
            String source = text("source");
            expect(!source.isBlank() && source.length() <= LONGEST_SOURCE, "source",
                    "says in at most %d characters from where the value comes".formatted(LONGEST_SOURCE));
            String verified = fields.containsKey("verified") ? fields.get("verified").asText().toLowerCase(Locale.ROOT) : "false";
            expect(verified.equals("true") || verified.equals("false"), "verified", "is true or false");
            if (faults.size() == before) {
                proposals.add(new Proposal(number, text("name"), area, from.orElseThrow(), to, value.orElseThrow(),
                        source, verified.equals("true")));
            }
        }

        private Optional<JsonNode> value(ParameterType type, boolean written) {
            Optional<JsonNode> given = Optional.ofNullable(fields.get("value"));
            return written ? given.flatMap(text -> type.read(text.textValue())) : given.filter(type::accepts);
        }

        private Optional<LocalDate> day(String field) {
            String text = text(field);
            return Dates.isDay(text) ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        }

        private String text(String field) {
            JsonNode given = fields.get(field);
            return given == null || !given.isTextual() ? "" : given.textValue();
        }

        private void expect(boolean holds, String field, String detail) {
            if (!holds) {
                faults.add(new Fault(number, field, detail));
            }
        }
    }
}
