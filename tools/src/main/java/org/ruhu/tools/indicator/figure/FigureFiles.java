package org.ruhu.tools.indicator.figure;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes figures as they come, as CSV and as NDJSON with the same fields. */
public final class FigureFiles implements Closeable {

    private static final List<String> HEADER = List.of("indicator", "area", "area_level", "area_name", "year",
            "group_by", "group", "value", "unit", "households", "persons", "weighted_base", "missing_households",
            "missing_share", "imputed_households", "imputed_share", "lower", "upper", "interval_level",
            "interval_method", "note", "forms");

    private final Function<String, String> names;
    private final CsvWriter csv;
    private final OutputStream ndjson;
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param names of areas, empty for one that is not known */
    public FigureFiles(OutputStream csv, OutputStream ndjson, Function<String, String> names) {
        this.names = names;
        Writer text = new OutputStreamWriter(csv, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        this.ndjson = ndjson;
        this.csv.writeRecord(HEADER);
    }

    public void add(Figure figure) {
        List<String> cells = cells(figure);
        csv.writeRecord(cells);
        try {
            ndjson.write(json.writeValueAsBytes(object(figure, cells)));
            ndjson.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> cells(Figure figure) {
        Place place = figure.place();
        Base base = figure.base();
        Optional<Interval> interval = figure.interval();
        return List.of(figure.indicator(), place.area(), place.level().word(), names.apply(place.area()),
                String.valueOf(place.year()), place.by(), place.group(),
                figure.value().isPresent() ? number(figure.value().getAsDouble()) : "",
                Catalogue.indicator(figure.indicator()).unit(), String.valueOf(base.households()),
                String.valueOf(base.persons()), number(base.weighted()), String.valueOf(base.missing()),
                number(base.missingShare()), String.valueOf(base.imputed()), number(base.imputedShare()),
                interval.map(Interval::lower).map(FigureFiles::number).orElse(""),
                interval.map(Interval::upper).map(FigureFiles::number).orElse(""),
                interval.map(Interval::level).map(FigureFiles::number).orElse(""),
                interval.map(Interval::method).orElse(""), figure.note(), String.join("; ", figure.forms()));
    }

    /** Numbers are numbers; what is empty is left out. */
    private ObjectNode object(Figure figure, List<String> cells) {
        ObjectNode object = json.createObjectNode();
        for (int i = 0; i < cells.size(); i++) {
            String name = HEADER.get(i);
            String cell = cells.get(i);
            if (cell.isEmpty()) {
                continue;
            }
            switch (name) {
                case "value", "weighted_base", "missing_share", "imputed_households", "imputed_share", "lower", "upper",
                        "interval_level", "year", "households", "persons", "missing_households" ->
                    object.put(name, new BigDecimal(cell));
                case "forms" -> figure.forms().forEach(object.withArray("forms")::add);
                default -> object.put(name, cell);
            }
        }
        return object;
    }

    /** With 10 digits that count: more than any figure deserves, and fewer than rounding may change. */
    static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(10)).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    @Override
    public void close() throws IOException {
        csv.close();
        ndjson.close();
    }
}
