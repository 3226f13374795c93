package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.dataset.sqlite.GeoPackageFormat;
import org.ruhu.tools.lines.Revision;
import org.ruhu.tools.simulation.Plan;
import org.ruhu.tools.simulation.Simulation;

/** What GDAL sees of places. */
class MapsTest {

    private static final FormVersion FORM = Catalogue.bundled().form(Plan.FORM).orElseThrow();
    private static final int HOUSEHOLDS = 120;

    @TempDir
    private Path folder;

    private static List<Revision> interviews() {
        Simulation county = new Simulation(Plan.of(HOUSEHOLDS, 9, "test"));
        return IntStream.range(0, HOUSEHOLDS)
                .mapToObj(i -> Revision.of(county.household(i).submission()).orElseThrow()).toList();
    }

    private static long placed(List<Revision> interviews) {
        return interviews.stream().filter(one -> one.answers().values().path("gps_lat").isNumber()).count();
    }

    private void write(Format format, Mask mask) throws IOException {
        Written.files(folder, Dataset.of(FORM), format, mask, interviews());
    }

    @Test
    void everyHouseholdWhosePlaceWasGivenIsAPoint() throws Exception {
        write(new GeoJsonFormat(), Mask.NONE);
        JsonNode features = new ObjectMapper().readTree(folder.resolve("households.geojson").toFile()).path("features");
        assertThat(placed(interviews())).isBetween(1L, HOUSEHOLDS - 1L);
        assertThat(features).hasSize((int) placed(interviews())).allSatisfy(feature -> {
            assertThat(feature.at("/geometry/coordinates/0")).isEqualTo(feature.at("/properties/gps_lon"));
            assertThat(feature.at("/geometry/coordinates/1")).isEqualTo(feature.at("/properties/gps_lat"));
            assertThat(feature.at("/properties/gps_acc_m").isNumber()).isTrue();
        });
        assertThat(Judge.says(folder, "ogrinfo", "-al", "-so", "households.geojson"))
                .contains("Geometry: Point", "Feature Count: " + placed(interviews()), "GEOGCRS[\"WGS 84\"");
        assertThat(folder.resolve("members.geojson")).doesNotExist();
        assertThat(Files.readString(folder.resolve("codebook.csv"))).doesNotContain("members.geojson");
    }

    @Test
    void aGeoPackageHasPointsAndTheOtherTablesToo() throws Exception {
        write(new GeoPackageFormat(), Mask.NONE);
        String said = Judge.says(folder, "ogrinfo", "-al", "-so", "household-census-1.0.gpkg");
        assertThat(said).doesNotContainIgnoringCase("warning").contains("Layer name: households", "Geometry: Point",
                "Feature Count: " + HOUSEHOLDS, "GEOGCRS[\"WGS 84\"", "gps_acc_m: Real", "Layer name: members",
                "Layer name: codebook");
        assertThat(Judge.says(folder, "ogrinfo", "-sql", "select count(*) from households where geom is not null and"
                + " abs(ST_MinX(geom) - gps_lon) < 1e-12 and abs(ST_MinY(geom) - gps_lat) < 1e-12",
                "household-census-1.0.gpkg")).contains(" = " + placed(interviews()));
    }

    @Test
    void withAMaskPointsAreNoNearerThanAKilometre() throws Exception {
        write(new GeoJsonFormat(), Mask.IDENTIFIERS);
        JsonNode features = new ObjectMapper().readTree(folder.resolve("households.geojson").toFile()).path("features");
        assertThat(features).isNotEmpty().allSatisfy(feature -> feature.at("/geometry/coordinates").forEach(degrees ->
                assertThat(degrees.decimalValue().stripTrailingZeros().scale()).isLessThanOrEqualTo(2)));
    }

    @Test
    void theSameRowsMakeTheSameBytes() throws Exception {
        write(new GeoPackageFormat(), Mask.NONE);
        byte[] first = Files.readAllBytes(folder.resolve("household-census-1.0.gpkg"));
        write(new GeoPackageFormat(), Mask.NONE);
        assertThat(folder.resolve("household-census-1.0.gpkg")).hasBinaryContent(first);
    }

    @Test
    void aFormWithoutPlacesIsRefusedWithWhatToDo() {
        for (Format format : List.of(new GeoJsonFormat(), new GeoPackageFormat())) {
            assertThatThrownBy(() -> Written.files(folder, Dataset.of(VisitLog.all()), format, Mask.NONE, List.of()))
                    .isInstanceOf(Unwritable.class).hasMessageContaining("take csv or xlsx");
        }
    }
}
