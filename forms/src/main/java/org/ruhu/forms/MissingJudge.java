package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.ruhu.forms.Program.Level;

/** Judges the reasons given for not answering. */
final class MissingJudge {

    private final Program program;

    MissingJudge(Program program) {
        this.program = program;
    }

    void judge(Answers answers, Misfits misfits) {
        for (Map.Entry<String, String> entry : answers.missing().entrySet()) {
            complaint(answers.values(), entry.getKey(), entry.getValue()).ifPresent(detail ->
                    misfits.add("/missing/" + Pointers.escape(entry.getKey()), "missing", detail));
        }
    }

    private Optional<String> complaint(JsonNode values, String pointer, String reason) {
        Optional<Pointers.Found<JsonNode>> found =
                Pointers.question(program.form(), values, MissingJudge::row, pointer);
        if (found.isEmpty()) {
            return Optional.of("names no question of these answers");
        }
        Question question = found.get().step().question();
        if (!question.nonresponse().contains(reason)) {
            return Optional.of("is no reason this question accepts");
        }
        JsonNode answer = found.get().owner().path(question.name());
        return answer.isMissingNode() || answer.isNull()
                ? Optional.empty() : Optional.of("gives a reason for a question that is answered");
    }

    private static Optional<JsonNode> row(JsonNode owner, Level roster, int index) {
        JsonNode rows = owner.path(roster.name());
        boolean there = rows.isArray() && index < Math.min(rows.size(), roster.mostRows());
        return there ? Optional.of(rows.get(index)) : Optional.empty();
    }
}
