package org.ruhu.tools.dataset.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.ruhu.tools.dataset.Places;
import org.ruhu.tools.dataset.Places.Place;

/** The points of a layer as GeoPackage keeps them, and what lies around all of them. */
final class Points implements SqlTable.Front {

    /** Little endian, no envelope, not empty. */
    private static final byte FLAGS = 1;
    private static final int BYTES = 8 + 21;
    private static final int POINT = 1;

    private final Optional<Places> places;
    private final int reference;
    private double west = Double.POSITIVE_INFINITY;
    private double south = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;

    Points(Optional<Places> places, int reference) {
        this.places = places;
        this.reference = reference;
    }

    @Override
    public void into(PreparedStatement insert, List<JsonNode> cells) throws SQLException {
        if (places.isPresent()) {
            Optional<Place> place = places.get().of(cells);
            insert.setBytes(1, place.map(this::bytes).orElse(null));
            place.ifPresent(this::widen);
        }
    }

    /** The header of GeoPackage, then a point in well-known binary. */
    private byte[] bytes(Place place) {
        return ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN).put((byte) 'G').put((byte) 'P').put((byte) 0)
                .put(FLAGS).putInt(reference).put((byte) 1).putInt(POINT).putDouble(place.longitude())
                .putDouble(place.latitude()).array();
    }

    private void widen(Place place) {
        west = Math.min(west, place.longitude());
        east = Math.max(east, place.longitude());
        south = Math.min(south, place.latitude());
        north = Math.max(north, place.latitude());
    }

    /** West, south, east and north as SQL; null where there is no point. */
    String sql() {
        return west > east ? "null, null, null, null" : west + ", " + south + ", " + east + ", " + north;
    }
}
