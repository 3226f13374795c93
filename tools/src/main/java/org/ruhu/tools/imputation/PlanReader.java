package org.ruhu.tools.imputation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ruhu.tools.dataset.Gap;

/** Reads a plan; whatever it does not understand it refuses, and says where. */
public final class PlanReader {

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private static final Set<String> PLAN = Set.of("seed", "rules");
    private static final Set<String> RULE =
            Set.of("name", "questions", "gaps", "when", "value", "classes", "leastDonors");
    private static final Set<Gap> EVERY_GAP = EnumSet.of(Gap.NOT_STATED, Gap.DONT_KNOW, Gap.REFUSED);

    private PlanReader() {}

    /** @throws PlanProblem if it is not a plan */
    public static Plan read(String text) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new PlanProblem("line " + e.getLocation().getLineNr(), "is not JSON: " + e.getOriginalMessage());
        }
        known(json, "the plan", PLAN);
        if (json.has("seed") && !json.get("seed").canConvertToLong()) {
            throw new PlanProblem("seed", "must be a whole number");
        }
        List<Rule> rules = new ArrayList<>();
        for (JsonNode rule : array(json.path("rules"), "rules")) {
            rules.add(rule(rule, "rules[" + rules.size() + "]"));
        }
        return new Plan(json.path("seed").asLong(), rules);
    }

    private static Rule rule(JsonNode json, String place) {
        known(json, place, RULE);
        List<String> questions = texts(json.path("questions"), place + ".questions");
        if (questions.isEmpty() || questions.stream().map(Rule::roster).distinct().count() > 1) {
            throw new PlanProblem(place + ".questions", "name one question or more of the same roster, by path");
        }
        String roster = Rule.roster(questions.get(0));
        return new Rule(json.has("name") ? text(json.get("name"), place + ".name") : String.join(" ", questions), roster,
                questions, gaps(json, place), Optional.ofNullable(json.get("when")).map(w -> text(w, place + ".when")),
                means(json, place));
    }

    private static Rule.Means means(JsonNode json, String place) {
        if (json.has("value") == json.has("classes")) {
            throw new PlanProblem(place, "say either value, a formula, or classes, out of which donors are taken");
        }
        if (json.has("value")) {
            return new Rule.ByFormula(text(json.get("value"), place + ".value"));
        }
        List<List<String>> classes = new ArrayList<>();
        for (JsonNode one : array(json.get("classes"), place + ".classes")) {
            classes.add(texts(one, place + ".classes[" + classes.size() + "]"));
        }
        JsonNode least = json.path("leastDonors");
        if (classes.isEmpty() || !least.isMissingNode() && !(least.isInt() && least.intValue() > 0)) {
            throw new PlanProblem(place, "classes must hold a list or more; leastDonors is a whole number from 1");
        }
        return new Rule.FromDonor(classes, least.asInt(5));
    }

    private static Set<Gap> gaps(JsonNode json, String place) {
        if (!json.has("gaps")) {
            return EVERY_GAP;
        }
        Set<Gap> gaps = EnumSet.noneOf(Gap.class);
        for (String code : texts(json.get("gaps"), place + ".gaps")) {
            gaps.add(EVERY_GAP.stream().filter(gap -> gap.code().equals(code)).findFirst().orElseThrow(() ->
                    new PlanProblem(place + ".gaps", code + " is none of dont-know, refused and not-stated")));
        }
        return gaps;
    }

    private static void known(JsonNode json, String place, Set<String> keys) {
        if (!json.isObject()) {
            throw new PlanProblem(place, "must be an object");
        }
        json.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw new PlanProblem(place, "does not know " + key);
            }
        });
    }

    private static JsonNode array(JsonNode json, String place) {
        if (!json.isArray()) {
            throw new PlanProblem(place, "must be a list");
        }
        return json;
    }

    private static List<String> texts(JsonNode json, String place) {
        List<String> texts = new ArrayList<>();
        array(json, place).forEach(one -> texts.add(text(one, place)));
        return texts;
    }

    private static String text(JsonNode json, String place) {
        if (!json.isTextual() || json.textValue().isBlank()) {
            throw new PlanProblem(place, "must be a text");
        }
        return json.textValue();
    }
}
