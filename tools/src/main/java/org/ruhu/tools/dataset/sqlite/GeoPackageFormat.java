package org.ruhu.tools.dataset.sqlite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Format;
import org.ruhu.tools.dataset.Mask;
import org.ruhu.tools.dataset.Places;
import org.ruhu.tools.dataset.Scratch;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Tables;
import org.ruhu.tools.dataset.ValueType;

/**
 * OGC GeoPackage 1.3: the tables of a dataset, those with places as points in WGS 84, the others as attributes. A row
 * whose place was not asked or not given has no geometry. Made without the clock: {@code last_change} says nothing.
 *
 * @param scratch where rows wait
 */
public record GeoPackageFormat(Scratch scratch) implements Format {

    public GeoPackageFormat() {
        this(Scratch.OF_THE_SYSTEM);
    }

    private static final int WGS_84 = 4326;

    @Override
    public String extension() {
        return "gpkg";
    }

    @Override
    public Tables tables(Dataset dataset, Mask mask, Opener opener) throws IOException {
        Places.require(dataset, "gpkg");
        SqliteFormat.refuseTooWide(dataset, 2);
        return new Database(dataset, mask, opener.open(dataset.name() + ".gpkg"), new Mapped(), scratch,
                "pragma application_id = " + 0x47504B47, "pragma user_version = 10300");
    }

    private static final class Mapped implements Database.Kind {

        private final List<Layer> layers = new ArrayList<>();

        @Override
        public SqlTable open(SqliteFile file, Table table) throws IOException {
            Layer layer = new Layer(table, Places.in(table), free(table, "fid"), free(table, "geom"));
            layers.add(layer);
            List<String> before = new ArrayList<>(List.of(SqliteFile.name(layer.number)
                    + " integer primary key autoincrement not null"));
            layer.places.ifPresent(places -> before.add(SqliteFile.name(layer.geometry) + " POINT"));
            return new SqlTable(file, table, before, layer.places.isPresent() ? 1 : 0, layer.bounds, Mapped::type,
                    List.of());
        }

        /** A column of our own that no column of the table is called like. */
        private static String free(Table table, String wanted) {
            String name = wanted;
            while (taken(table, name)) {
                name += "_";
            }
            return name;
        }

        private static boolean taken(Table table, String name) {
            return table.variables().stream()
                    .anyMatch(variable -> variable.name().toLowerCase(Locale.ROOT).equals(name));
        }

        private static String type(ValueType type) {
            return switch (type) {
                case TEXT, CODE, CODES -> "TEXT";
                case INTEGER -> "INTEGER";
                case BOOLEAN -> "BOOLEAN";
                case NUMBER -> "DOUBLE";
                case DATE -> "DATE";
                case DATETIME -> "DATETIME";
            };
        }

        @Override
        public void finish(SqliteFile file, List<String> beside) throws IOException {
            file.run(GeoPackageTables.SQL);
            for (Layer layer : layers) {
                contents(file, layer);
            }
            for (String table : beside) {
                file.run("insert into gpkg_contents (table_name, data_type, identifier) values ('" + table
                        + "', 'attributes', '" + table + "')");
            }
        }

        private static void contents(SqliteFile file, Layer layer) throws IOException {
            String table = SqliteFile.text(layer.table.name());
            if (layer.places.isEmpty()) {
                file.run("insert into gpkg_contents (table_name, data_type, identifier) values (" + table
                        + ", 'attributes', " + table + ")");
                return;
            }
            file.run("insert into gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id)"
                            + " values (" + table + ", 'features', " + table + ", " + layer.bounds.sql() + ", " + WGS_84
                            + ")",
                    "insert into gpkg_geometry_columns values (" + table + ", " + SqliteFile.text(layer.geometry)
                            + ", 'POINT', " + WGS_84 + ", 0, 0)");
        }
    }

    private static final class Layer {

        private final Table table;
        private final Optional<Places> places;
        private final String number;
        private final String geometry;
        private final Points bounds;

        Layer(Table table, Optional<Places> places, String number, String geometry) {
            this.table = table;
            this.places = places;
            this.number = number;
            this.geometry = geometry;
            this.bounds = new Points(places, WGS_84);
        }
    }
}
