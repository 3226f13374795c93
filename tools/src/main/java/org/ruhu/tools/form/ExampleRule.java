package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ruhu.forms.Answers;
import org.ruhu.forms.Check;
import org.ruhu.forms.Context;
import org.ruhu.forms.Finding;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Misfit;
import org.ruhu.forms.Verdict;

/** Interviews kept beside a form do what their names say: {@code CODE.fits} fits, {@code CODE.fails} fails. */
final class ExampleRule implements Lint.Rule {

    @Override
    public void judge(Draft draft) {
        FormVersion form = draft.version().orElseThrow();
        if (draft.files().examples().isEmpty()) {
            if (!form.checks().isEmpty()) {
                draft.add(Flaw.remark("no-examples", "examples", "", "no interview shows what a check finds")
                        .todo("keep CODE.fits.json and CODE.fails.json for every check"));
            }
            return;
        }
        for (Check check : form.checks()) {
            example(draft, check.code() + ".fits").ifPresent(sample -> fits(draft, form, check, sample));
            example(draft, check.code() + ".fails").ifPresent(sample -> fails(draft, form, check, sample));
        }
    }

    private static Optional<Sample> example(Draft draft, String name) {
        Optional<Sample> sample = draft.files().example(name).map(ExampleRule::sample);
        if (sample.isEmpty()) {
            draft.add(Flaw.error("example-missing", file(name), "", "there is no such interview, or none to be read")
                    .todo("keep one for every check: {\"base\": \"base.json\", \"change\": {\"/question\": value}}"));
        }
        return sample;
    }

    private static String file(String name) {
        return "examples/" + name + ".json";
    }

    /** An example with its changes applied. */
    static Sample sample(ObjectNode example) {
        Map<String, String> missing = new HashMap<>();
        example.path("missing").properties().forEach(e -> missing.put(e.getKey(), e.getValue().asText()));
        Map<String, JsonNode> context = new HashMap<>();
        example.path("context").properties().forEach(e -> context.put(e.getKey(), e.getValue()));
        return new Sample((ObjectNode) example.path("answers"), missing, context);
    }

    private static void fits(Draft draft, FormVersion form, Check check, Sample sample) {
        Trial trial = new Trial(form);
        trial.take(sample);
        if (trial.first(check.code(), Verdict.Fails.class).isPresent()) {
            List<String> open = sample.in(form).unanswered();
            boolean counted = check.rule().contains("unanswered()") && !open.isEmpty();
            wrong(draft, check.code() + ".fits", "the check fails on it" + (counted ? "; left open in it: "
                    + String.join(" ", open.subList(0, Math.min(5, open.size()))) : ""));
        } else if (trial.first(check.code(), Verdict.Holds.class).isEmpty()) {
            wrong(draft, check.code() + ".fits", "something the check asks for is not known in it");
        }
        shape(draft, form, check.code() + ".fits", sample);
    }

    private static void fails(Draft draft, FormVersion form, Check check, Sample sample) {
        String name = check.code() + ".fails";
        String finds = draft.files().examples().get(name).path("finds").asText(check.code());
        List<String> found = form.confront(new Answers(sample.answers(), sample.missing()),
                Context.of(sample.context())).stream().map(Finding::check).distinct().toList();
        if (!found.contains(finds)) {
            wrong(draft, name, finds + " does not find anything in it"
                    + (found.isEmpty() ? "" : "; found is " + String.join(" ", found)));
        }
        shape(draft, form, name, sample);
    }

    private static void shape(Draft draft, FormVersion form, String name, Sample sample) {
        List<Misfit> misfits = form.misfits(new Answers(sample.answers(), sample.missing()));
        if (!misfits.isEmpty()) {
            wrong(draft, name, misfits.get(0).pointer() + " " + misfits.get(0).detail());
        }
    }

    private static void wrong(Draft draft, String name, String says) {
        draft.add(Flaw.error("example-wrong", file(name), "", says).todo("correct the example, or the rule"));
    }
}
