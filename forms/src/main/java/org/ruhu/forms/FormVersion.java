package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ruhu.forms.expression.Values;

/** An immutable questionnaire: schema, texts, code lists and checks, judged once when it is read. */
public final class FormVersion {

    private static final Pattern URN = Pattern.compile("urn:ruhu:form:([^:]+):([^:]+)");

    private final FormId id;
    private final ObjectNode schema;
    private final SortedMap<String, JsonNode> labels;
    private final SortedMap<String, JsonNode> codelists;
    private final Outline outline;
    private final Program program;
    private final Shape shape;
    private final Labels texts;
    private final String digest;

    private FormVersion(ObjectNode schema, Map<String, JsonNode> labels, Map<String, JsonNode> codelists) {
        this.id = id(schema);
        this.schema = schema.deepCopy();
        this.labels = new TreeMap<>(labels);
        this.outline = new Outline(this.schema, codelists);
        this.codelists = used(codelists);
        this.program = Assembler.program(id, outline, new Inserts(this.labels.values()));
        this.shape = Shape.of(standalone());
        this.texts = new Labels(this.labels, this.codelists);
        this.digest = Canonical.digest(pieces());
    }

    /**
     * @param schema    the {@code form.json}; judged by the meta-schema or written by someone who knows it
     * @param labels    {@code labels.<language>.json} by language
     * @param codelists code lists by name; those it does not use do not count
     * @throws FormProblem with everything that is wrong with its expressions
     */
    public static FormVersion of(ObjectNode schema, Map<String, JsonNode> labels, Map<String, JsonNode> codelists) {
        return new FormVersion(schema, labels, codelists);
    }

    private static FormId id(JsonNode schema) {
        Matcher urn = URN.matcher(schema.path("$id").asText());
        if (!urn.matches()) {
            throw new FormProblem(List.of("$id must be urn:ruhu:form:NAME:VERSION"));
        }
        return new FormId(urn.group(1), urn.group(2));
    }

    private SortedMap<String, JsonNode> used(Map<String, JsonNode> offered) {
        SortedMap<String, JsonNode> used = new TreeMap<>();
        for (Question question : outline.questions().values()) {
            question.codelist().ifPresent(name -> used.put(name, Optional.ofNullable(offered.get(name)).orElseThrow(
                    () -> new FormProblem(List.of(id + " " + question.path() + ": there is no code list " + name)))));
        }
        return used;
    }

    public FormId id() {
        return id;
    }

    /** Digest over form, texts and the code lists used: what this version is. */
    public String digest() {
        return digest;
    }

    /** The JSON Schema of its answers, with our own {@code x-} keywords. */
    public ObjectNode schema() {
        return schema.deepCopy();
    }

    /**
     * The JSON Schema of its answers for those who have no code lists: every choice has its codes as {@code enum}.
     */
    public ObjectNode standalone() {
        ObjectNode written = schema();
        for (Question question : outline.questions().values()) {
            if (question.kind() == Kind.CODE || question.kind() == Kind.CODES && !question.codes().isEmpty()) {
                ObjectNode property = (ObjectNode) written.at(
                        "/properties" + question.path().replace("/*/", "/items/properties/"));
                ObjectNode answer = question.kind() == Kind.CODE ? property : (ObjectNode) property.get("items");
                ArrayNode codes = JsonNodeFactory.instance.arrayNode();
                question.codes().forEach(codes::add);
                answer.set("enum", codes);
            }
        }
        return written;
    }

    private ObjectNode pieces() {
        ObjectNode pieces = JsonNodeFactory.instance.objectNode();
        pieces.set("schema", schema);
        ObjectNode byLanguage = pieces.putObject("labels");
        labels.forEach(byLanguage::set);
        ObjectNode byName = pieces.putObject("codelists");
        codelists.forEach(byName::set);
        return pieces;
    }

    /** Everything a tablet needs to run this version, rules as trees. */
    public ObjectNode bundle() {
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        bundle.putObject("form").put("name", id.name()).put("version", id.version());
        bundle.put("digest", digest);
        bundle.setAll(pieces().deepCopy());
        Bundle.counties(program).ifPresent(counties -> bundle.set("counties", counties));
        bundle.set("program", Bundle.program(program));
        return bundle;
    }

    /** Every question in the order of the schema, a roster before the questions of its rows. */
    public List<Question> questions() {
        return List.copyOf(outline.questions().values());
    }

    /** The question at a path such as {@code /members/*}{@code /age}. */
    public Optional<Question> question(String path) {
        return Optional.ofNullable(outline.questions().get(path));
    }

    /** Paths of all rosters in the order of the schema, one that lies in another after it. */
    public List<String> rosters() {
        return program.rosters().stream().map(Program.Level::path).toList();
    }

    /** The questions of a row of the roster at this path, rosters that lie in it included; of "" those of the form. */
    public List<Question> questionsOf(String rosterPath) {
        return outline.questionsOf(Optional.of(rosterPath).filter(path -> !path.isEmpty()));
    }

    /** What is interviewed. */
    public UnitKind unit() {
        return outline.unit();
    }

    /** The pages of the form in their order. */
    public List<Section> sections() {
        return outline.sections();
    }

    public List<Check> checks() {
        return outline.checks();
    }

    /** What its rules may be told from outside an interview, by name. */
    public List<String> contextNames() {
        return program.outside().stream().map(Outside::name).toList();
    }

    /** Whether its rules can read a value from outside; what they do not ask for may be anything. */
    public boolean understands(String contextName, JsonNode value) {
        return program.outside().stream().filter(outside -> outside.name().equals(contextName))
                .allMatch(outside -> Values.read(value, outside.type()) != null);
    }

    /** Where answers do not have the prescribed shape, by pointer, 100 at most; empty when they fit. Never throws. */
    public List<Misfit> misfits(Answers answers) {
        Misfits misfits = new Misfits();
        shape.judge(answers.values(), "", misfits);
        new MissingJudge(program).judge(answers, misfits);
        return misfits.sorted();
    }

    /** What is odd about answers. Never throws, whatever the answers look like. */
    public List<Finding> confront(Answers answers, Context context) {
        return interview(answers, context).findings();
    }

    /** Answers read with the eyes of this form. */
    public Interview interview(Answers answers, Context context) {
        return new Interview(program, texts, answers, context);
    }

    /** The calculated questions whose value may change when these are answered otherwise: paths. */
    public Set<String> calculatedFrom(Set<String> paths) {
        Set<String> touched = new HashSet<>(paths);
        Set<String> calculated = new LinkedHashSet<>();
        for (Program.Step step : program.steps()) {
            boolean looks = Stream.of(step.relevant(), step.calculate()).flatMap(Optional::stream)
                    .anyMatch(rules -> !Collections.disjoint(rules.reads(), touched));
            if (looks && touched.add(step.question().path()) && step.calculate().isPresent()) {
                calculated.add(step.question().path());
            }
        }
        return calculated;
    }

    Program program() {
        return program;
    }

    /** Title of the form; languages lend to each other: bo takes from zh, then en; en and zh from each other. */
    public String title(String language) {
        return texts.text(language, "title").orElse(id.name());
    }

    /** Title of a section; its name when no language has one. */
    public String sectionTitle(String section, String language) {
        return texts.text(language, "sections", section).orElse(section);
    }

    /** Text of a question; its path when no language has one. */
    public String label(String path, String language) {
        return texts.text(language, "questions", path, "label").orElse(path);
    }

    /** What is said below a question. */
    public Optional<String> hint(String path, String language) {
        return texts.text(language, "questions", path, "hint");
    }

    /** Text of one code of a question; the code itself when no language has one. */
    public String optionLabel(String path, String code, String language) {
        return question(path).flatMap(question -> texts.option(language, question, code)).orElse(code);
    }

    /** What a check tells people to do; its code when no language says. */
    public String checkMessage(String code, String language) {
        return texts.text(language, "checks", code).orElse(code);
    }
}
