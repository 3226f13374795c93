package org.ruhu.server.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.ruhu.server.door.Json;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.reading.RuleBook;
import org.ruhu.tools.indicator.shield.Shield;

/**
 * All figures of a campaign in one file: of each area one part, with those of the areas right below that tables show,
 * so that a page needs to read one part only. Beside each figure stands whether it is held back from those who may
 * not see the answers.
 */
final class FigureFile implements Closeable {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String ALL = "all";
    private static final String END = ".json";

    private final ZipFile zip;

    private FigureFile(ZipFile zip) {
        this.zip = zip;
    }

    /** @param held whether {@link Shield} holds it back */
    record Line(Figure figure, boolean held) {

        Figure shown(boolean full) {
            return full ? figure : Open.of(figure, held);
        }
    }

    /** A poverty line that figures of a year go by; the area is the one it was laid down for. */
    record Standard(int year, String value, String area, String source) {}

    /** @param below figures of the areas right below, all of them in one list */
    record Part(List<Line> figures, List<Line> below, List<Standard> standards) {

        /** Of an area where nobody was interviewed. */
        static final Part NOTHING = new Part(List.of(), List.of(), List.of());

        private static Part read(JsonNode json) {
            List<Standard> standards = new ArrayList<>();
            json.get("standards").forEach(of -> standards.add(new Standard(of.get("year").intValue(),
                    of.get("value").textValue(), of.get("area").textValue(), of.get("source").textValue())));
            return new Part(lines(json.get("figures")), lines(json.get("below")), standards);
        }

        private static List<Line> lines(JsonNode array) {
            List<Line> lines = new ArrayList<>();
            array.forEach(line -> lines.add(new Line(Lines.figure(line), line.has("h"))));
            return lines;
        }
    }

    /** Writes the file; what stands below an area is what lies in it with nothing between. */
    static void write(Path to, Spill spill, Shield shield, RuleBook rules) throws IOException {
        List<String> areas = spill.areas();
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to), 1 << 16))) {
            for (String area : areas) {
                ZipEntry entry = new ZipEntry(name(area));
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                Out out = new Out(zip, shield);
                out.open("{\"figures\":[");
                List<Figure> figures = spill.of(area);
                figures.forEach(out::line);
                out.open("],\"standards\":");
                zip.write(Json.bytes(standards(area, figures, rules)));
                out.open(",\"below\":[");
                for (String below : below(area, areas)) {
                    spill.of(below).stream().filter(Tables::shows).forEach(out::line);
                }
                out.open("]}");
                zip.closeEntry();
            }
        }
    }

    private static ArrayNode standards(String area, List<Figure> figures, RuleBook rules) {
        ArrayNode standards = Json.object().arrayNode();
        figures.stream().map(figure -> figure.place().year()).distinct().sorted()
                .forEach(year -> rules.line(area, year).ifPresent(line -> standards.addObject().put("year", year)
                        .put("value", line.value().asText()).put("area", line.area()).put("source", line.source())));
        return standards;
    }

    /** Writes figures one by one, as an area may have thousands. */
    private static final class Out {

        private final OutputStream to;
        private final Shield shield;
        private boolean first;

        Out(OutputStream to, Shield shield) {
            this.to = to;
            this.shield = shield;
        }

        void open(String text) throws IOException {
            to.write(text.getBytes(StandardCharsets.UTF_8));
            first = true;
        }

        void line(Figure figure) {
            ObjectNode json = Lines.json(figure);
            if (shield.holds(figure)) {
                json.put("h", true);
            }
            try {
                if (!first) {
                    to.write(',');
                }
                to.write(Json.bytes(json));
                first = false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<String> below(String area, List<String> areas) {
        int length = areas.stream().filter(other -> other.startsWith(area) && other.length() > area.length())
                .mapToInt(String::length).min().orElse(0);
        return areas.stream().filter(other -> other.startsWith(area) && other.length() == length
                && other.length() > area.length()).toList();
    }

    private static String name(String area) {
        return (area.isEmpty() ? ALL : area) + END;
    }

    static FigureFile open(Path file) throws IOException {
        return new FigureFile(new ZipFile(file.toFile()));
    }

    /** Empty for an area of which there are no figures. */
    Optional<Part> part(String area) throws IOException {
        ZipEntry entry = zip.getEntry(name(area));
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Optional.of(Part.read(Json.own(in.readAllBytes())));
        }
    }

    /** Areas in an area, itself among them, larger ones first. */
    List<String> within(String area) {
        return Collections.list(zip.entries()).stream().map(ZipEntry::getName)
                .map(name -> name.substring(0, name.length() - END.length())).map(name -> name.equals(ALL) ? "" : name)
                .filter(code -> code.startsWith(area))
                .sorted(Comparator.comparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder())).toList();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
