package org.ruhu.tools.dataset;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
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
            Optional<Place> place = places.of(row.cells());
            if (place.isPresent()) {
                json.writeRaw('\n');
                feature(place.get(), row.cells());
            }
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
                Cell.write(cells.get(i), json);
            }
            json.writeEndObject();
            json.writeEndObject();
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}
