package org.ruhu.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;
import org.ruhu.server.submission.FieldKit;

/** A campaign in which some tablets ask version 1.0 of the form and some a later one, whose jobs have an employer. */
class DatasetVersionsTest extends FieldKit {

    private static final String LATER = "1.9";
    private static final String EMPLOYER = "13900000077";
    private static final String LINES = "/api/datasets/household-census.ndjson";
    private static final String ZIP = "/api/datasets/household-census.zip";
    private static final String NOT_REVIEWED = "?states=received";
    private static final Catalogue CATALOGUE = withLaterVersion();

    @Override
    protected Catalogue catalogue() {
        return CATALOGUE;
    }

    @BeforeEach
    void putAUnitThatIsAskedTheLaterVersion() {
        ObjectNode unit = unit(SECOND_UNIT, "team-1");
        unit.putObject("form").put("name", FORM.name()).put("version", LATER);
        putUnits(unit);
    }

    @Test
    void theDatasetOfAFormIsListedWithItsVersions() {
        JsonNode form = get(Person.STATISTICIAN, "/api/datasets").ok().at("/forms/0");

        assertThat(form.get("form").textValue()).isEqualTo("household-census");
        assertThat(form.get("versions")).extracting(JsonNode::textValue).startsWith("1.0").endsWith(LATER);
        assertThat(form.get("ndjson").textValue()).isEqualTo(LINES);
        assertThat(form.get("zip").textValue()).isEqualTo(ZIP);
        assertThat(form.at("/campaigns/0").textValue()).isEqualTo(CAMPAIGN);
    }

    @Test
    void interviewsOfAllVersionsAreInOneTableAndJobsInTheirOwn() throws IOException {
        stored(Person.ZHAXI, interview(UNIT));
        stored(Person.ZHAXI, later());

        Map<String, List<String>> files = unzipped(ZIP + NOT_REVIEWED);

        assertThat(files).containsKeys("households.csv", "members.csv", "jobs.csv", "codebook.csv");
        assertThat(files.get("households.csv")).hasSize(3);
        assertThat(files.get("households.csv").get(1)).contains(UNIT).contains(",1.0,");
        assertThat(files.get("households.csv").get(2)).contains(SECOND_UNIT).contains("," + LATER + ",");
        assertThat(files.get("jobs.csv").get(0)).contains(",form_version,members_row,row,job_place,");
        assertThat(files.get("jobs.csv")).hasSize(3);
        assertThat(files.get("jobs.csv").get(2)).contains("," + LATER + ",1,2,");
        assertThat(audited("dataset-read")).singleElement().asString()
                .startsWith("statistician household-census 1.0 ").endsWith(" " + LATER);
    }

    @Test
    void eachVersionStillHasItsOwnDataset() throws IOException {
        stored(Person.ZHAXI, interview(UNIT));
        stored(Person.ZHAXI, later());

        assertThat(unzipped("/api/datasets/household-census/1.0.zip" + NOT_REVIEWED).get("households.csv")).hasSize(2);
        assertThat(unzipped("/api/datasets/household-census/" + LATER + ".zip" + NOT_REVIEWED).get("households.csv")).hasSize(2);
    }

    @Test
    void aSubmissionCorrectedOnALaterVersionIsThereOnceOnThatVersion() {
        ObjectNode first = later();
        first.set("form", interview(UNIT).get("form"));
        first.set("answers", interview(UNIT).get("answers"));
        UUID submission = stored(Person.ZHAXI, first);
        revise(Person.ZHAXI, submission, 2, later()).ok(201);

        List<JsonNode> lines = lines(get(Person.STATISTICIAN, LINES));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).at("/form/version").textValue()).isEqualTo(LATER);
        assertThat(lines(get(Person.STATISTICIAN, "/api/datasets/household-census/1.0.ndjson"))).isEmpty();
    }

    @Test
    void identifiersInRowsOfRowsAreMaskedAndInNoFileOfTheServer() throws IOException {
        UUID submission = stored(Person.ZHAXI, later());

        assertThat(lines(get(Person.STATISTICIAN, LINES)).get(0).at("/answers/members/0/jobs/1/employer_phone")
                .textValue()).isEqualTo("***");
        assertThat(String.join("\n", unzipped(ZIP + NOT_REVIEWED).get("jobs.csv"))).contains("***").doesNotContain(EMPLOYER);
        Answer shown = get(Person.COUNTY, "/api/submissions/" + submission);
        assertThat(shown.ok().at("/answers/members/0/jobs/1/employer_phone").textValue()).contains("*");
        assertThat(shown.text()).doesNotContain(EMPLOYER);
        assertThat(post(Person.COUNTY, "/api/submissions/" + submission + "/identifiers",
                Map.of("pointer", "/members/0/jobs/1/employer_phone", "reason", "call back")).ok().get("value").textValue())
                .isEqualTo(EMPLOYER);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(EMPLOYER);
            }
        }
    }

    @Test
    void nobodyElseReadsTheDatasetOfAForm() {
        for (Person person : List.of(Person.ZHAXI, Person.ZHUOMA, Person.COUNTY, Person.ADMINISTRATOR)) {
            get(person, LINES).refused(403, "not-allowed");
            get(person, ZIP).refused(403, "not-allowed");
        }
        get(ZIP).refused(401, "not-signed-in");
        get(Person.STATISTICIAN, ZIP + "?area=1101").refused(403, "foreign-area");
        get(Person.STATISTICIAN, "/api/datasets/census-of-yaks.zip").refused(404, "not-found");
    }

    private static ObjectNode later() {
        ObjectNode sent = interview(SECOND_UNIT);
        sent.putObject("form").put("name", FORM.name()).put("version", LATER);
        ((ObjectNode) sent.at("/answers/members/0")).putArray("jobs")
                .add(Json.object().put("job_place", "1").put("job_months", 5))
                .add(Json.object().put("job_place", "2").put("job_months", 2).put("employer_phone", EMPLOYER));
        return sent;
    }

    private static Catalogue withLaterVersion() {
        Catalogue bundled = Catalogue.bundled();
        ObjectNode bundle = bundled.form(new FormId(FORM.name(), "1.1")).orElseThrow().bundle();
        ObjectNode schema = ((ObjectNode) bundle.get("schema")).put("$id", "urn:ruhu:form:household-census:" + LATER);
        ObjectNode job = (ObjectNode) schema.at("/properties/members/items/properties/jobs/items/properties");
        job.putObject("employer_phone").put("type", "string").put("pattern", "^1[0-9]{10}$").putObject("x-question")
                .put("required", false).put("identifier", "phone").put("sensitivity", "personal");
        List<FormVersion> forms = new ArrayList<>(bundled.forms());
        forms.add(FormVersion.of(schema, members(bundle.get("labels")), members(bundle.get("codelists"))));
        return Catalogue.of(forms);
    }

    private static Map<String, JsonNode> members(JsonNode json) {
        Map<String, JsonNode> members = new HashMap<>();
        json.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private Map<String, List<String>> unzipped(String path) throws IOException {
        return DatasetTest.unzipped(get(Person.STATISTICIAN, path));
    }

    private static List<JsonNode> lines(Answer answer) {
        return DatasetTest.lines(answer);
    }
}
