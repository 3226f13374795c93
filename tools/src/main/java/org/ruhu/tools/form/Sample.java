package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ruhu.forms.Answers;
import org.ruhu.forms.Context;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Interview;

/**
 * An interview that nobody gave.
 *
 * @param missing reasons by pointer
 * @param context values from outside by name
 */
public record Sample(ObjectNode answers, Map<String, String> missing, Map<String, JsonNode> context) {

    public Sample {
        missing = Map.copyOf(missing);
        context = Map.copyOf(context);
    }

    /** The interview as a form reads it. */
    public Interview in(FormVersion form) {
        return form.interview(new Answers(answers, missing), Context.of(context));
    }

    /** As a device would send it: without what is not asked, with what is calculated. */
    Sample cleaned(FormVersion form) {
        Interview interview = in(form);
        return new Sample(interview.cleaned().deepCopy(), interview.reasons(), context);
    }

    /** Pointers of the rows of a roster; of the empty path, the interview itself. */
    List<String> rows(String roster) {
        List<String> found = List.of("");
        if (roster.isEmpty()) {
            return found;
        }
        for (String step : roster.substring(1).split("/\\*/")) {
            List<String> deeper = new ArrayList<>();
            for (String pointer : found) {
                JsonNode rows = answers.at(pointer + "/" + step);
                for (int i = 0; i < rows.size(); i++) {
                    deeper.add(pointer + "/" + step + "/" + i);
                }
            }
            found = deeper;
        }
        return found;
    }
}
