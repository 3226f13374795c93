package org.ruhu.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;
import org.ruhu.server.submission.FieldKit;

/** What statisticians take away. */
class DatasetTest extends FieldKit {

    private static final String LINES = "/api/datasets/household-census/1.0.ndjson";
    private static final String ZIP = "/api/datasets/household-census/1.0.zip";
    private static final String NOT_REVIEWED = "?states=received";

    @Test
    void theDatasetsThatCanBeReadAreListed() {
        JsonNode list = get(Person.STATISTICIAN, "/api/datasets").ok().get("datasets");

        assertThat(list).hasSize(1);
        assertThat(list.at("/0/form").textValue()).isEqualTo("household-census");
        assertThat(list.at("/0/campaigns/0").textValue()).isEqualTo(CAMPAIGN);
        assertThat(list.at("/0/ndjson").textValue()).isEqualTo(LINES);
        assertThat(list.at("/0/zip").textValue()).isEqualTo(ZIP);
    }

    @Test
    void theLatestRevisionOfEachSubmissionIsALineWithoutNamesAndIdentifiers() {
        UUID first = stored(Person.ZHAXI, interview(UNIT));
        ObjectNode corrected = interview(UNIT);
        ((ObjectNode) corrected.get("answers")).put("n_hukou", 5);
        revise(Person.ZHAXI, first, 2, corrected).ok(201);
        UUID second = stored(Person.DUOJI, interview(OTHER_TEAMS_UNIT));

        Answer answer = get(Person.STATISTICIAN, LINES);

        List<JsonNode> lines = lines(answer);
        assertThat(lines).extracting(line -> line.get("submission").textValue())
                .containsExactly(first.toString(), second.toString());
        assertThat(lines.get(0).get("number").intValue()).isEqualTo(2);
        assertThat(lines.get(0).at("/answers/n_hukou").intValue()).isEqualTo(5);
        assertThat(lines.get(0).at("/answers/members/0/id_no").textValue()).isEqualTo("***");
        assertThat(lines.get(0).at("/answers/members/0/birth_date").textValue()).isEqualTo("1980-05-17");
        assertThat(lines.get(0).get("area").textValue()).isEqualTo(VILLAGE);
        assertThat(lines.get(0).has("receivedAt")).isTrue();
        assertThat(answer.text()).doesNotContain("扎西", HEAD_ID_NUMBER, PHONE, "paradata", "digest");
        assertThat(audited("dataset-read")).containsExactly("statistician household-census 1.0");
    }

    @Test
    void theTablesComeAsOneZip() throws IOException {
        stored(Person.ZHAXI, interview(UNIT));
        stored(Person.ZHAXI, interview(SECOND_UNIT));

        Map<String, List<String>> files = unzipped(get(Person.STATISTICIAN, ZIP + NOT_REVIEWED));

        assertThat(files.keySet()).startsWith("households.csv", "members.csv", "context.csv", "edits.csv")
                .contains("codebook.csv", "ddi.xml", "datapackage.json").endsWith("provenance.json");
        assertThat(files.get("households.csv")).hasSize(3);
        assertThat(files.get("members.csv")).hasSize(9);
        assertThat(files.get("households.csv").get(1)).contains(UNIT).doesNotContain("扎西", PHONE);
        assertThat(files.get("members.csv").get(1)).doesNotContain("扎西", HEAD_ID_NUMBER);
        assertThat(files.get("codebook.csv")).hasSizeGreaterThan(171);
    }

    @Test
    void whatInterviewsWereJudgedWithIsAFileOfItsOwn() throws IOException {
        stored(Person.ZHAXI, interview(UNIT));

        List<String> rows = unzipped(get(Person.STATISTICIAN, ZIP + NOT_REVIEWED)).get("context.csv");
        assertThat(rows.get(0)).isEqualTo("\uFEFFsubmission,number,name,value,from,parameter,area,version,source,interviews");
        assertThat(rows).anyMatch(row -> row.contains(",1,poverty_line,4000,campaign,"))
                .anyMatch(row -> row.contains(",1,ref_date,2020-12-31,unit,"));
        assertThat(lines(get(Person.STATISTICIAN, LINES)).get(0).at("/context/poverty_line/value").intValue())
                .isEqualTo(4000);
    }

    @Test
    void aDatasetIsCutToACampaignAndAnArea() {
        stored(Person.ZHAXI, interview(UNIT));
        stored(Person.ZHAXI, interview(THIRD_UNIT));

        assertThat(lines(get(Person.STATISTICIAN, LINES + "?area=" + VILLAGE))).hasSize(1);
        assertThat(lines(get(Person.STATISTICIAN, LINES + "?campaign=" + CAMPAIGN))).hasSize(2);
        get(Person.STATISTICIAN, LINES + "?campaign=census-1953").refused(403, "foreign-area");
        get(Person.STATISTICIAN, LINES + "?area=1101").refused(403, "foreign-area");
        get(Person.STATISTICIAN, LINES + "?area=x").refused(400, "unreadable-request");
    }

    @Test
    void nobodyElseReadsDatasets() {
        for (Person person : List.of(Person.ZHAXI, Person.ZHUOMA, Person.COUNTY, Person.ADMINISTRATOR)) {
            get(person, LINES).refused(403, "not-allowed");
            get(person, ZIP).refused(403, "not-allowed");
            get(person, "/api/datasets").refused(403, "not-allowed");
        }
        get(LINES).refused(401, "not-signed-in");
        get(Person.STATISTICIAN, "/api/datasets/household-census/9.9.ndjson").refused(404, "not-found");
        get(Person.STATISTICIAN, "/api/datasets/household-census/1.0.csv").refused(404, "not-found");
        assertThat(audited("dataset-read")).isEmpty();
    }

    @Test
    void anEmptyDatasetIsWholeToo() throws IOException {
        assertThat(lines(get(Person.STATISTICIAN, LINES))).isEmpty();
        assertThat(unzipped(get(Person.STATISTICIAN, ZIP + NOT_REVIEWED)).get("members.csv")).hasSize(1);
    }

    static List<JsonNode> lines(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text().lines().map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8))).toList();
    }

    static Map<String, List<String>> unzipped(Answer answer) throws IOException {
        assertThat(answer.status()).isEqualTo(200);
        Map<String, List<String>> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.response().body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
            }
        }
        return files;
    }
}
