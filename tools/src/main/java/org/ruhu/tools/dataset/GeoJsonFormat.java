package org.ruhu.tools.dataset;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.ruhu.tools.dataset.Places.Place;

/**
 * GeoJSON (RFC 7946): a file for every table with places, and in it a point in WGS 84 for every row whose place was
 * asked and given; all columns are its properties. Rows without a place are left out.
 */
public record GeoJsonFormat() implements SheetFormat {

    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE).build();

    @Override
    public String extension() {
        return "geojson";
    }

    @Override
    public boolean holds(Table table) {
        return Places.in(table).isPresent();
    }

    @Override
    public Predicate<Row> keeps(Table table) {
        Places places = Places.in(table).orElseThrow();
        return row -> places.of(row.cells()).isPresent();
    }

    @Override
    public Sheet open(Table table, OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out);
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
        return new Features(table.variables().stream().map(Variable::name).toList(),
                Places.in(table).orElseThrow(), json);
    }

    private record Features(List<String> columns, Places places, JsonGenerator json) implements Sheet {

        @Override
        public void row(Row row) throws IOException {
            json.writeRaw('\n');
            feature(places.of(row.cells()).orElseThrow(), row.cells());
        }

        private void feature(Place place, List<JsonNode> cells) throws IOException {
            json.writeStartObject();
            json.writeStringField("type", "Feature");
            json.writeObjectFieldStart("geometry");
            json.writeStringField("type", "Point");
            json.writeArrayFieldStart("coordinates");
            json.writeNumber(place.longitude());
            json.writeNumber(place.latitude());
            json.writeEndArray();
            json.writeEndObject();
            json.writeObjectFieldStart("properties");
            for (int i = 0; i < columns.size(); i++) {
                json.writeFieldName(columns.get(i));
                property(cells.get(i));
            }
            json.writeEndObject();
            json.writeEndObject();
        }

        /** Without an exponent GDAL refuses the whole file for a number that 64 bits do not hold. */
        private void property(JsonNode value) throws IOException {
            if (value.isNumber() && great(value)) {
                BigDecimal number = value.decimalValue().stripTrailingZeros();
                json.writeNumber(number.unscaledValue() + "E" + -number.scale());
            } else {
                Cell.write(value, json);
            }
        }

        private static boolean great(JsonNode number) {
            return number.isIntegralNumber() ? !number.canConvertToLong() : Math.abs(number.doubleValue()) >= 0x1p63;
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}
