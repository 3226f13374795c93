package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Writes what this runtime makes of random forms and random answers to {@code target/runtime-cases}; the tests of
 * {@code server/web} read it and must come to the same. More with RUHU_CASES_FORMS, others with RUHU_CASES_SEED.
 */
class RuntimeCasesTest {

    private static final Path FOLDER = Path.of("target", "runtime-cases");
    private static final int FORMS = setting("RUHU_CASES_FORMS", 24);
    private static final int ANSWERS = 25;
    private static final int TEXTS = 200;
    private static final long SEED = setting("RUHU_CASES_SEED", 20261101);
    private static final List<String> REMARKS = List.of("not-relevant", "calculated-differs", "broken-check");

    /** Half a character can only be written escaped. */
    private final ObjectMapper json =
            new ObjectMapper().enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());

    @BeforeAll
    static void nothingOldIsLeft() throws IOException {
        Files.createDirectories(FOLDER);
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void cleaningTwiceIsCleaningOnceAndTheCasesAreWrittenForTheOtherRuntime() throws IOException {
        for (int i = 0; i < FORMS; i++) {
            Random random = new Random(SEED * 1000 + i);
            FormVersion form = RandomForm.of(random, i);
            RandomAnswers answers = new RandomAnswers(random, form);
            try (BufferedWriter out = open(form)) {
                for (int n = 0; n < ANSWERS; n++) {
                    write(out, form, answers.answers(), answers.context(), true);
                }
            }
        }
    }

    @Test
    void theExamplesOfEveryFormAreWrittenForTheOtherRuntime() throws IOException {
        for (FormVersion form : Catalogue.bundled().forms()) {
            try (BufferedWriter out = open(form)) {
                for (Check check : form.checks()) {
                    for (String kind : List.of(".fits", ".fails")) {
                        Example example = Example.of(form.id(), check.code() + kind);
                        write(out, form, example.given(), Context.of(example.context()), false);
                    }
                }
            }
        }
    }

    @Test
    void textIsRefusedAsAnExpressionOrMeansTheSameInTheOtherRuntime() throws IOException {
        for (int i = 0; i < FORMS / 4; i++) {
            Random random = new Random(SEED * 2000 + i);
            RandomForm.Bare bare = RandomForm.bare(random, "spoilt-" + i);
            RandomExpression writer = new RandomExpression(random, bare.ground(), bare.ground().form, false);
            RandomText text = new RandomText(random);
            List<String> patterns = understood(text::pattern, pattern -> bare.with(List.of(), List.of(pattern)));
            List<String> rules = understood(() -> switch (random.nextInt(4)) {
                case 0 -> text.soup();
                case 1 -> "matches(concat(t1, t2), \"" + text.pattern().replace("\\", "\\\\").replace("\"",
            "\\\"") + "\")";
                default -> text.spoilt(writer.of(RandomGround.Sort.TRUTH, random.nextInt(3)));
            }, rule -> bare.with(List.of(rule), List.of()));
            FormVersion form = bare.with(rules, patterns.stream().distinct().toList());
            RandomAnswers answers = new RandomAnswers(random, form);
            try (BufferedWriter out = open(form)) {
                for (int n = 0; n < ANSWERS; n++) {
                    write(out, form, searched(form, answers.answers(), text), answers.context(), false);
                }
            }
        }
    }

    /** What of many texts is an expression; the others are refused, and nothing else. */
    private static List<String> understood(Supplier<String> texts, Consumer<String> reader) {
        List<String> understood = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            String text = texts.get();
            try {
                reader.accept(text);
                understood.add(text);
            } catch (FormProblem refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
        assertThat(understood).isNotEmpty().hasSizeLessThan(TEXTS);
        return understood;
    }

    private static Answers searched(FormVersion form, Answers answers, RandomText text) {
        if (answers.values() instanceof ObjectNode values) {
            form.questions().stream().map(Question::name).filter(name -> name.matches("s[0-9]+|t[12]"))
                    .filter(name -> !answers.missing().containsKey("/" + name))
                    .forEach(name -> values.put(name, text.searched()));
        }
        return answers;
    }

    private BufferedWriter open(FormVersion form) throws IOException {
        String name = form.id().name() + "-" + form.id().version() + ".ndjson";
        BufferedWriter out = Files.newBufferedWriter(FOLDER.resolve(name));
        out.write(json.writeValueAsString(form.bundle()) + "\n");
        return out;
    }

    /** @param everywhere whether to tell about every question by itself, too */
    private void write(BufferedWriter out, FormVersion form, Answers answers, Context context, boolean everywhere)
            throws IOException {
        Interview interview = form.interview(answers, context);
        ObjectNode cleaned = interview.cleaned();
        Map<String, String> reasons = interview.reasons();
        if (canHoldValues(form, Optional.empty(), cleaned)) {
            assertThat(form.confront(new Answers(cleaned, reasons), context)).extracting(Finding::check)
                    .doesNotContainAnyElementsOf(REMARKS);
        }
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.set("answers", answers.values());
        line.set("missing", json.valueToTree(answers.missing()));
        line.set("context", json.valueToTree(context.values()));
        ObjectNode gives = line.putObject("gives");
        gives.set("cleaned", cleaned);
        gives.set("reasons", json.valueToTree(reasons));
        gives.set("unanswered", json.valueToTree(interview.unanswered()));
        ObjectNode places = gives.putObject("places");
        if (everywhere) {
            places(form, interview, answers, places);
        }
        findings(interview, gives.putArray("findings"));
        misfits(form, answers, gives.putArray("misfits"));
        out.write(json.writeValueAsString(line) + "\n");
    }

    /** A row that is no object has no place for what is calculated of it. */
    private static boolean canHoldValues(FormVersion form, Optional<String> roster, JsonNode answers) {
        return answers.isObject() && form.questions().stream()
                .filter(question -> question.kind() == Kind.ROSTER && question.roster().equals(roster))
                .allMatch(question -> StreamSupport.stream(answers.path(question.name()).spliterator(), false)
                        .allMatch(row -> canHoldValues(form, Optional.of(question.path()), row)));
    }

    /** What it says about every question that is relevant, in every row. */
    private void places(FormVersion form, Interview interview, Answers answers, ObjectNode into) {
        for (Question question : form.questions()) {
            List<String> owners =
                    question.roster().map(roster -> rows(form, roster, answers.values())).orElse(List.of(""));
            for (String owner : owners) {
                place(form, interview, question, owner + "/" + question.name(), into);
            }
        }
    }

    private void place(FormVersion form, Interview interview, Question question, String at, ObjectNode into) {
        if (!interview.relevant(at)) {
            return;
        }
        ObjectNode told = into.putObject(at).put("required", interview.required(at));
        if (question.kind() != Kind.ROSTER && !interview.value(at).isMissingNode()) {
            told.set("value", interview.value(at));
        }
        if (question.choose().isPresent() || question.codelist().isPresent()) {
            told.set("offered", json.valueToTree(interview.offered(at)));
        }
        interview.hint(at, "zh").ifPresent(hint -> told.put("hint", hint));
        if (!form.label(question.path(), "en").equals(question.path())) {
            told.putArray("texts").add(interview.text(at, "zh")).add(interview.text(at, "en"));
        }
    }

    private static List<String> rows(FormVersion form, String roster, JsonNode values) {
        Question question = form.question(roster).orElseThrow();
        List<String> owners = question.roster().map(around -> rows(form, around, values)).orElse(List.of(""));
        return owners.stream().flatMap(owner -> {
            String at = owner + "/" + question.name();
            return IntStream.range(0, values.at(at).isArray() ? values.at(at).size() : 0).mapToObj(i -> at + "/" + i);
        }).toList();
    }

    private void findings(Interview interview, ArrayNode into) {
        for (Finding finding : interview.findings()) {
            JsonNode refers = json.valueToTree(finding.refers());
            into.addObject().put("check", finding.check())
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("pointer", finding.pointer()).set("refers", refers);
        }
    }

    private static void misfits(FormVersion form, Answers answers, ArrayNode into) {
        for (Misfit misfit : form.misfits(answers)) {
            into.addObject().put("pointer", misfit.pointer()).put("keyword", misfit.keyword());
        }
    }

    private static int setting(String name, int otherwise) {
        return Optional.ofNullable(System.getenv(name)).map(Integer::parseInt).orElse(otherwise);
    }
}
