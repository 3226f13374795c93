package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Answers as a form version understands them: what was relevant, what is calculated, what the checks say. */
public final class Interview {

    private final Answers answers;

    Interview(Answers answers) {
        this.answers = answers;
    }

    /** What a device sends: the answers without those that were not relevant, with calculated values stored. */
    public ObjectNode cleaned() {
        return answers.values() instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    /** Whether the question at this pointer is asked; false for a pointer that leads nowhere. */
    public boolean relevant(String pointer) {
        return true;
    }

    /** The value as rules see it; missing node when there is none. */
    public JsonNode value(String pointer) {
        return MissingNode.getInstance();
    }

    public List<Finding> findings() {
        return List.of();
    }

    /** Verdict of a check on the whole interview. */
    public Verdict verdict(String code) {
        return new Verdict.Unanswered();
    }

    /** Verdict of a check on one roster row, counted from 0. */
    public Verdict verdict(String code, int row) {
        return new Verdict.Unanswered();
    }
}
