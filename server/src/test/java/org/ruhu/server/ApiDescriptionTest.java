package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;

class ApiDescriptionTest extends SharedServerKit {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private JsonNode description() {
        return get("/openapi.json").ok();
    }

    @Test
    void everythingRegisteredIsDescribedAndNothingElse() {
        Set<String> registered = new TreeSet<>();
        app.resources().stream().map(Object::getClass).filter(type -> Resource.getPath(type) != null)
                .forEach(type -> collect(Resource.from(type), "", registered));
        Set<String> described = new TreeSet<>();
        description().get("paths").properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(name -> {
            if (METHODS.contains(name)) {
                described.add(name.toUpperCase() + " " + path.getKey());
            }
        }));
        assertThat(described).containsExactlyElementsOf(registered);
    }

    private static void collect(Resource resource, String above, Set<String> found) {
        String path = (above + "/" + resource.getPath()).replaceAll("/+", "/");
        resource.getResourceMethods().forEach(method -> found.add(method.getHttpMethod() + " " + plain(path)));
        resource.getChildResources().forEach(child -> collect(child, path, found));
    }

    /** {@code /a/{b: regex}} as {@code /a/{b}}; a regex may hold braces. */
    private static String plain(String path) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        boolean name = true;
        for (char c : path.toCharArray()) {
            depth += c == '{' ? 1 : 0;
            name = c == '{' && depth == 1 || name && c != ':';
            if (depth == 0 || depth == 1 && (name || c == '}')) {
                plain.append(c);
            }
            depth -= c == '}' ? 1 : 0;
            name |= depth == 0;
        }
        return plain.toString().replace(" ", "");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode description = description();
        assertThat(description.findValuesAsText("$ref")).isNotEmpty()
                .allMatch(ref -> !description.at(ref.substring(1)).isMissingNode());
    }

    @Test
    void everyOperationHasANameOfItsOwnAndSaysWhatItIsFor() {
        JsonNode description = description();
        assertThat(description.findValuesAsText("operationId")).doesNotHaveDuplicates();
        description.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> assertThat(method.getValue().fieldNames())
                        .toIterable().as(path.getKey()).contains("operationId", "summary", "tags", "responses")));
    }

    @Test
    void everyOperationMayRefuseAndSaysInWhichShape() {
        description().get("paths").forEach(path -> path.properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> assertThat(method.getValue().at("/responses/default/$ref").textValue())
                        .isEqualTo("#/components/responses/Problem")));
    }

    @ParameterizedTest
    @CsvSource({
            "ADMINISTRATOR, /api/session, Session", "ADMINISTRATOR, /health, Health", "AUDITOR, /api/audit, AuditPage",
            "ADMINISTRATOR, /api/forms/household-census/1.0, FormBundle", "ZHAXI, /api/assignments, Assignments",
            "COUNTY, /api/progress?area=540302, Progress"})
    void anAnswerHasTheShapeThatIsDescribed(Person person, String path, String shape) {
        assertThat(faults(shape, get(person, path).ok())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "ADMINISTRATOR, /api/accounts, accounts, Account", "ADMINISTRATOR, /api/campaigns, campaigns, Campaign",
            "ADMINISTRATOR, /api/parameters, parameters, Parameter",
            "ZHAXI, /api/regions, regions, Region", "ZHAXI, /api/forms, forms, FormTold",
            "STATISTICIAN, /api/datasets, datasets, Dataset"})
    void aListHoldsWhatIsDescribed(Person person, String path, String list, String shape) {
        JsonNode rows = get(person, path).ok().get(list);
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(faults(shape, row)).isEmpty());
    }

    @Test
    void aRefusalHasTheShapeThatIsDescribed() {
        assertThat(faults("Problem", get("/api/forms").json())).isEmpty();
        assertThat(faults("Problem", post(Person.ADMINISTRATOR, "/api/campaigns", Json.object()).json())).isEmpty();
        assertThat(faults("Problem", new Refusal(Refusal.Kind.LOCKED_OUT, "wait").retryAfter(3).problem())).isEmpty();
    }
}
