package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Where the places stand in the rows of a table: the two columns of degrees that a device measured together, in WGS 84.
 */
public final class Places {

    private static final double MOST_LATITUDE = 90;
    private static final double MOST_LONGITUDE = 180;

    private final int latitude;
    private final int longitude;

    private Places(int latitude, int longitude) {
        this.latitude = latitude;
        this.longitude = longitude;
    }

    /** A point on Earth in degrees. */
    public record Place(double longitude, double latitude) {}

    /** Empty for a table that has no two columns of degrees named alike but for {@code lat} and {@code lon}. */
    public static Optional<Places> in(Table table) {
        List<String> names = table.variables().stream().map(Variable::name).toList();
        for (int i = 0; i < names.size(); i++) {
            int other = names.indexOf(names.get(i).replaceFirst("lat", "lon"));
            if (other != i && other >= 0 && measured(table, i) && measured(table, other)) {
                return Optional.of(new Places(i, other));
            }
        }
        return Optional.empty();
    }

    private static boolean measured(Table table, int column) {
        Variable variable = table.variables().get(column);
        return variable.role() == Variable.Role.VALUE && variable.secret() == Secret.PLACE;
    }

    /** Empty where it was not asked or not given, or cannot be on Earth. */
    public Optional<Place> of(List<JsonNode> cells) {
        JsonNode north = cells.get(latitude);
        JsonNode east = cells.get(longitude);
        boolean given = north.isNumber() && east.isNumber() && Math.abs(north.doubleValue()) <= MOST_LATITUDE
                && Math.abs(east.doubleValue()) <= MOST_LONGITUDE;
        return given ? Optional.of(new Place(east.doubleValue(), north.doubleValue())) : Optional.empty();
    }

    /** Refuses a dataset without any place. */
    public static void require(Dataset dataset, String format) {
        if (dataset.tables().stream().noneMatch(table -> in(table).isPresent())) {
            throw new Unwritable("no question of " + dataset.form() + " measures a place, so there is nothing to show"
                    + " in " + format + "; take csv or xlsx");
        }
    }
}
