package org.ruhu.forms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** An immutable questionnaire: schema, texts, code lists and checks, judged once when it is read. */
public final class FormVersion {

    private final FormId id;
    private final ObjectNode schema;

    FormVersion(FormId id, ObjectNode schema) {
        this.id = id;
        this.schema = schema;
    }

    public FormId id() {
        return id;
    }

    /** Digest over form, texts and the code lists used: what this version is. */
    public String digest() {
        return Canonical.digest(schema);
    }

    /** The JSON Schema of its answers, with our own {@code x-} keywords. */
    public ObjectNode schema() {
        return schema;
    }

    /** Everything a tablet needs to run this version, rules as trees. */
    public ObjectNode bundle() {
        return schema.deepCopy();
    }

    /** Every question in the order in which values depend on each other. */
    public List<Question> questions() {
        return List.of();
    }

    /** The question at a path such as {@code /members/*}{@code /age}. */
    public Optional<Question> question(String path) {
        return questions().stream().filter(q -> q.path().equals(path)).findAny();
    }

    public List<Check> checks() {
        return List.of();
    }

    /** Where answers do not have the prescribed shape, by pointer; empty when they fit. Never throws. */
    public List<Misfit> misfits(Answers answers) {
        return List.of();
    }

    /** What is odd about answers. Never throws, whatever the answers look like. */
    public List<Finding> confront(Answers answers, Context context) {
        return interview(answers, context).findings();
    }

    /** Answers read with the eyes of this form. */
    public Interview interview(Answers answers, Context context) {
        return new Interview(answers);
    }

    /** Title of the form; languages fall back bo, zh, en. */
    public String title(String language) {
        return id.name();
    }

    /** Text of a question; its name when no language has one. */
    public String label(String path, String language) {
        return path;
    }

    /** Text of one code of a question; the code itself when no language has one. */
    public String optionLabel(String path, String code, String language) {
        return code;
    }

    /** What a check tells people to do. */
    public String checkMessage(String code, String language) {
        return code;
    }
}
