package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.ruhu.forms.Program.Step;

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
        Optional<Pointers.Found> found = Pointers.resolve(program, pointer, roster -> rows(values, roster));
        if (found.isEmpty()) {
            return Optional.of("names no question of these answers");
        }
        Step step = found.get().step();
        if (!step.question().nonresponse().contains(reason)) {
            return Optional.of("is no reason this question accepts");
        }
        JsonNode owner = found.get().row() < 0 ? values
                : values.path(program.rosters().get(step.roster()).name()).path(found.get().row());
        return owner.path(step.question().name()).isMissingNode() || owner.path(step.question().name()).isNull()
                ? Optional.empty() : Optional.of("gives a reason for a question that is answered");
    }

    private int rows(JsonNode values, int roster) {
        JsonNode rows = values.path(program.rosters().get(roster).name());
        return rows.isArray() ? Math.min(rows.size(), program.rosters().get(roster).mostRows()) : 0;
    }
}
