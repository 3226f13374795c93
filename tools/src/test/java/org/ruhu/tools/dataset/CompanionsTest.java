package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ruhu.forms.Catalogue;
import org.ruhu.tools.dataset.companion.Accompanied;
import org.ruhu.tools.dataset.spss.SavFormat;
import org.ruhu.tools.dataset.stata.DtaFormat;
import org.ruhu.tools.lines.Revision;
import org.ruhu.tools.simulation.Plan;
import org.ruhu.tools.simulation.Simulation;
import org.w3c.dom.Document;

/** What stands beside the tables for people and programs that know no form. */
class CompanionsTest {

    private static final Dataset VISITS = Dataset.of(VisitLog.all());
    private static final Dataset ODD = Dataset.of(OddForm.FORM);
    private static final Map<String, Schema> PROFILES = Map.of("data-package", profile("data-package"),
            "tabular-data-package", profile("tabular-data-package"));

    private final XPath path = XPathFactory.newInstance().newXPath();

    @Test
    void aDataPackageSaysWhatColumnsHold() throws Exception {
        JsonNode units = resource(packed(VISITS, CsvFormat.PLAIN, SomeVisits.ALL), "units");

        assertThat(field(units, "purpose").at("/constraints/enum").toString()).isEqualTo("[\"1\",\"2\",\"3\",\"4\"]");
        assertThat(field(units, "purpose").at("/categories/2/labels/en").asText()).isEqualTo("Count");
        assertThat(field(units, "purpose").at("/categories/2/versions").toString()).isEqualTo("[\"1.0\"]");
        assertThat(field(units, "length").path("type").asText()).isEqualTo("integer");
        assertThat(field(units, "length").path("missingReasons").asText()).isEqualTo("length_missing");
        assertThat(field(units, "length_v1_1").path("type").asText()).isEqualTo("string");
        assertThat(field(units, "town").has("categories")).as("15,000 towns").isFalse();
        assertThat(field(resource(packed(Dataset.of(OddForm.FORM), CsvFormat.PLAIN, List.of()), "units"), "several")
                .path("type").asText()).isEqualTo("string");
        assertThat(field(resource(packed(Dataset.of(OddForm.FORM), new NdjsonFormat(), List.of()), "units"), "several")
                .path("type").asText()).isEqualTo("array");
        assertThat(units.path("rows").asInt()).isEqualTo(4);
    }

    @Test
    void keysJoinTheFilesOfADataPackage() throws Exception {
        Map<String, byte[]> files = packed(VISITS, CsvFormat.PLAIN, List.of());

        assertThat(resource(files, "units").at("/schema/primaryKey").toString()).isEqualTo("[\"submission\"]");
        assertThat(resource(files, "units").at("/schema").has("foreignKeys")).isFalse();
        JsonNode brought = resource(files, "brought").path("schema");
        assertThat(brought.path("primaryKey").toString())
                .isEqualTo("[\"submission\",\"visits_row\",\"helpers_row\",\"row\"]");
        assertThat(brought.path("foreignKeys").toString()).isEqualTo("[{\"fields\":[\"submission\",\"visits_row\","
                + "\"helpers_row\"],\"reference\":{\"resource\":\"helpers\",\"fields\":[\"submission\",\"visits_row\","
                + "\"row\"]}}]");
    }

    @Test
    void digestsInADataPackageAreThoseOfTheFiles() throws Exception {
        Map<String, byte[]> files = packed(VISITS, CsvFormat.PLAIN, SomeVisits.ALL);

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(files.get("units.csv"));
        assertThat(resource(files, "units").path("hash").asText())
                .isEqualTo("sha256:" + HexFormat.of().formatHex(digest));
        assertThat(resource(files, "units").path("bytes").asInt()).isEqualTo(files.get("units.csv").length);
    }

    /** A data package fits the standard's own schema, and DDI ours, in every format there is. */
    @ParameterizedTest
    @MethodSource("words")
    void companionsOfHouseholdsFitTheirSchemas(String word) throws Exception {
        Simulation county = new Simulation(Plan.of(20, 9, "test"));
        Map<String, byte[]> files = packed(Dataset.of(Catalogue.bundled().form(Plan.FORM).orElseThrow()),
                Formats.of(word, new Formats.Wish("en", true)).orElseThrow(), IntStream.range(0, 20)
                        .mapToObj(i -> Revision.of(county.household(i).submission()).orElseThrow()).toList());

        assertFits(files);
        assertThat(misfits(files)).isEmpty();
    }

    static Stream<String> words() {
        return Formats.words().stream();
    }

    /** What the profile that a data package names says against it. */
    private static List<String> misfits(Map<String, byte[]> files) throws IOException {
        String json = new String(files.get("datapackage.json"), StandardCharsets.UTF_8);
        Schema profile = PROFILES.get(new ObjectMapper().readTree(json).path("profile").textValue());
        return profile.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    private static Schema profile(String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                .getSchema(CompanionsTest.class.getResourceAsStream("/frictionless/" + name + ".json"), InputFormat.JSON);
    }

    @Test
    void aDataPackageThatLacksANameDoesNotFit() throws Exception {
        Map<String, byte[]> files = new HashMap<>(packed(VISITS, CsvFormat.PLAIN, List.of()));
        files.computeIfPresent("datapackage.json", (file, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                .replace("\"name\": \"number\"", "\"nom\": \"number\"").replace("\"name\" : \"number\"",
                        "\"nom\" : \"number\"").getBytes(StandardCharsets.UTF_8));
        assertThat(misfits(files)).isNotEmpty();
    }

    /** All that need no places. */
    static Stream<Format> formats() {
        Formats.Wish wish = new Formats.Wish("en", true);
        return Formats.words().stream().map(word -> Formats.of(word, wish).orElseThrow())
                .filter(format -> !List.of("geojson", "gpkg").contains(format.extension()));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void companionsFitTheirSchemasWhateverTheWords(Format format) throws Exception {
        assertFits(packed(ODD, format, OddForm.interviews(true)));
        assertThat(misfits(packed(ODD, format, OddForm.interviews(true)))).isEmpty();
        assertFits(packed(VISITS, format, List.of(VisitLog.interview(1, "1.0", "{'purpose': '3', 'length': 90}"))));
        assertFits(packed(ODD, format, List.of()));
    }

    @Test
    void ddiHasLabelsInEveryLanguageAsTheyAre() throws Exception {
        Document ddi = ddi(packed(ODD, CsvFormat.PLAIN, List.of()));

        assertThat(text(ddi, "//*[local-name()='var'][@name='odd']/*[@*[local-name()='lang']='en'][1]"))
                .isEqualTo(OddForm.ODD);
        assertThat(text(ddi, "//*[local-name()='var'][@name='flag']/*[@*[local-name()='lang']='bo'][1]"))
                .isEqualTo("བོད་ཡིག");
        assertThat(text(ddi, "count(//*[local-name()='var'][@name='long']/*[local-name()='catgry'])")).isEqualTo("2");
        assertThat(text(ddi, "string(//*[local-name()='var'][@name='amount']//@min)")).isEqualTo("-100000");
    }

    @Test
    void ddiSaysWhichValuesMeanThatThereIsNone() throws Exception {
        String missing = "//*[local-name()='var'][@name='%s']/*[@missing='Y'][@missType='refused']/*[1]";

        assertThat(text(ddi(packed(ODD, new SavFormat("en"), OddForm.interviews(false))), missing.formatted("amount")))
                .as("-99 was answered").isEqualTo("-9999");
        assertThat(text(ddi(packed(ODD, new DtaFormat("en"), List.of())), missing.formatted("amount"))).isEqualTo(".b");
        assertThat(text(ddi(packed(ODD, CsvFormat.PLAIN, List.of())),
                "count(//*[local-name()='var'][@name='amount_missing']/*[@missing='Y'])")).isEqualTo("4");
    }

    @Test
    void onlyWhatWasWrittenIsDescribed() throws Exception {
        SheetFormat visitsOnly = new SheetFormat() {
            @Override
            public String extension() {
                return "lines";
            }

            @Override
            public boolean holds(Table table) {
                return table.name().equals("visits");
            }

            @Override
            public Sheet open(Table table, OutputStream out) throws IOException {
                return new NdjsonFormat().open(table, out);
            }
        };
        Map<String, byte[]> files = packed(VISITS, visitsOnly, SomeVisits.ALL);

        assertFits(files);
        JsonNode resources = new ObjectMapper().readTree(files.get("datapackage.json")).path("resources");
        assertThat(resources).singleElement().satisfies(visits -> {
            assertThat(visits.path("path").asText()).isEqualTo("visits.lines");
            assertThat(visits.path("schema").has("foreignKeys")).as("to a file that is not there").isFalse();
        });
        assertThat(files).doesNotContainKeys("import.R", "import.do", "import.sps", "import.py");
    }

    @Test
    void theCodebookPageNeedsNothingElseAndRunsNothing() throws IOException {
        String page = page(packed(ODD, CsvFormat.PLAIN, OddForm.interviews(true)));

        assertThat(page).doesNotContain("<script", "http:", "https:", "url(", "@import", "<b>")
                .contains("He said &quot;it&#39;s&quot; `so&#39; $yes &lt;b&gt;&amp;amp; 😀\nསྒྲོལ་མ", OddForm.LONG);
        assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().map(id -> id.group(1)))
                .doesNotHaveDuplicates().contains("units.odd", "inner.if", "units:A");
        assertThat(page).as("400 options").contains("<a href=\"codelists.csv\">codelists.csv</a>: CL_MANY (400)");
    }

    @Test
    void theCodebookPageTellsVersionsApart() throws IOException {
        String page = page(packed(VISITS, CsvFormat.PLAIN, SomeVisits.ALL));

        assertThat(page).contains("1.0: codes_en 2 = Talk",
                "<code>3</code><span>Count <small class=\"dim\">1.0</small>");
    }

    private static String page(Map<String, byte[]> files) {
        return new String(files.get("codebook.html"), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theSameRowsMakeTheSameCompanions(Format format) throws IOException {
        byte[] zip = Written.zip(ODD, new Accompanied(format, "zh"), OddForm.interviews(true));
        assertThat(Written.zip(ODD, new Accompanied(format, "zh"), OddForm.interviews(true))).isEqualTo(zip);
    }

    private static void assertFits(Map<String, byte[]> files) throws Exception {
        String schema = System.getenv().getOrDefault("RUHU_TEST_DDI_SCHEMA",
                CompanionsTest.class.getResource("/dataset/ddi-part.xsd").getPath());
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new StreamSource(schema))
                .newValidator().validate(new StreamSource(new ByteArrayInputStream(files.get("ddi.xml"))));
    }

    private static Map<String, byte[]> packed(Dataset dataset, Format format, List<Revision> interviews)
            throws IOException {
        return Zips.unpacked(Written.zip(dataset, new Accompanied(format, "en"), interviews));
    }

    private static JsonNode resource(Map<String, byte[]> files, String name) throws IOException {
        return named(new ObjectMapper().readTree(new String(files.get("datapackage.json"), StandardCharsets.UTF_8))
                .path("resources"), name);
    }

    private static JsonNode field(JsonNode resource, String name) {
        return named(resource.at("/schema/fields"), name);
    }

    private static JsonNode named(JsonNode all, String name) {
        return StreamSupport.stream(all.spliterator(), false).filter(one -> one.path("name").asText().equals(name))
                .findFirst().orElseThrow();
    }

    private static Document ddi(Map<String, byte[]> files) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(files.get("ddi.xml")));
    }

    private String text(Document document, String expression) throws Exception {
        return path.evaluate(expression, document);
    }
}
