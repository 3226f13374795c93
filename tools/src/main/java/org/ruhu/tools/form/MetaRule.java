package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.Catalogue;

/** What {@code meta/form.schema.json} says about a form. */
final class MetaRule implements Lint.Rule {

    static final String CODE = "meta-schema";

    private static final String REMEDY = "write it as forms/README.md says, part 'Writing a form'";

    /** Heavier than any number of errors one kind can have. */
    private static final int MANY = 1000;
    private static final Schema META = meta("form");
    private static final Schema LIST = meta("codelist");

    private static Schema meta(String of) {
        try (InputStream stream = Catalogue.class.getResourceAsStream("/meta/" + of + ".schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void judge(Draft draft) {
        says(META, draft.files().schema()).forEach((pointer, says) -> draft.error(CODE, pointer, says, REMEDY));
        draft.files().codelists().forEach((name, list) -> says(LIST, list).forEach((pointer, says) ->
                draft.add(Flaw.error(CODE, "codelists/" + name + ".json", pointer, says).todo(REMEDY))));
    }

    private static Map<String, String> says(Schema meta, JsonNode json) {
        List<Error> errors = meta.validate(json,
                run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)));
        Map<String, Set<String>> byPlace = new LinkedHashMap<>();
        for (Error error : meant(errors, "")) {
            byPlace.computeIfAbsent(error.getInstanceLocation().toString(), place -> new LinkedHashSet<>())
                    .add(error.getMessage());
        }
        Map<String, String> says = new LinkedHashMap<>();
        byPlace.forEach((pointer, messages) -> says.put(pointer, String.join("; or: ", messages)));
        return says;
    }

    /**
     * A value that fits none of several kinds is judged by every one of them. Left are the errors of the kind it comes
     * nearest to: of its type, and with the fewest.
     *
     * @param below evaluation path whose alternatives are settled already
     */
    private static List<Error> meant(List<Error> errors, String below) {
        Optional<String> choice = errors.stream().map(error -> error.getEvaluationPath().toString())
                .filter(path -> path.endsWith("/oneOf") && path.length() > below.length()).findFirst();
        if (choice.isEmpty()) {
            return errors;
        }
        String path = choice.get();
        String place = errors.stream().filter(error -> error.getEvaluationPath().toString().equals(path)).findFirst()
                .orElseThrow().getInstanceLocation().toString();
        Map<String, List<Error>> kinds = new LinkedHashMap<>();
        List<Error> left = new ArrayList<>();
        for (Error error : errors) {
            String at = error.getEvaluationPath().toString();
            boolean here = under(error.getInstanceLocation().toString(), place);
            if (here && at.startsWith(path + "/")) {
                kinds.computeIfAbsent(at.substring(path.length() + 1).split("/")[0], k -> new ArrayList<>()).add(error);
            } else if (!(here && at.equals(path))) {
                left.add(error);
            }
        }
        List<Error> nearest = new ArrayList<>();
        int fewest = Integer.MAX_VALUE;
        for (List<Error> kind : kinds.values()) {
            boolean otherType = kind.stream().anyMatch(error -> error.getInstanceLocation().toString()
                    .equals(place + "/type"));
            int weight = kind.size() + (otherType ? MANY : 0);
            if (weight < fewest) {
                nearest.clear();
                fewest = weight;
            }
            if (weight == fewest) {
                nearest.addAll(kind);
            }
        }
        left.addAll(meant(nearest, path));
        return meant(left, below);
    }

    private static boolean under(String pointer, String place) {
        return pointer.equals(place) || pointer.startsWith(place + "/");
    }
}
