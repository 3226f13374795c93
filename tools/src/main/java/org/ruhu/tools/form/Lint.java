package org.ruhu.tools.form;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ruhu.forms.FormProblem;
import org.ruhu.forms.FormVersion;

/** Looks for everything about a form that its author would want to know before an interviewer does. */
public final class Lint {

    /** One kind of mistakes. */
    interface Rule {
        void judge(Draft draft);
    }

    private static final List<Rule> ON_PAPER = List.of(new MetaRule(), new KeywordRule(), new SectionRule(),
            new TextRule(), new CodeRule());
    private static final List<Rule> READABLE = List.of(new PublishedRule(), new ColumnRule(), new NameRule(),
            new ExampleRule(), new FireRule());

    private static final Pattern UNKNOWN = Pattern.compile("there is no question '([^']*)'");
    private static final int CLOSE = 2;

    private Lint() {}

    /** Errors and remarks, those of one place together. */
    public static List<Flaw> flaws(FormFiles files) {
        Draft draft = new Draft(files);
        if (!files.schema().isEmpty()) {
            ON_PAPER.forEach(rule -> rule.judge(draft));
            read(draft);
            if (draft.version().isPresent()) {
                READABLE.forEach(rule -> rule.judge(draft));
            }
        }
        return draft.flaws();
    }

    /** A form that its meta-schema refuses may break in any way when it is read. */
    private static void read(Draft draft) {
        boolean refused = draft.flaws().stream().anyMatch(flaw -> flaw.code().equals(MetaRule.CODE));
        try {
            FormVersion version = draft.files().version();
            if (!refused) {
                draft.runs(version);
            }
        } catch (FormProblem problem) {
            problem.problems().forEach(line -> problem(draft, line));
        } catch (RuntimeException broken) {
            if (!refused) {
                throw broken;
            }
        }
    }

    /** {@code NAME VERSION PLACE: what is wrong}, as {@link FormProblem} words it. */
    private static void problem(Draft draft, String line) {
        String[] words = line.split(" ", 3);
        String rest = words.length == 3 && words[0].matches("[a-z][a-z0-9-]*") && words[1].matches("[0-9.]+")
                ? words[2] : line;
        int colon = rest.indexOf(": ");
        String place = colon < 0 ? "" : rest.substring(0, colon);
        String says = colon < 0 ? rest : rest.substring(colon + 2);
        boolean circle = says.contains("depends on itself");
        draft.error(circle ? "circle" : says.startsWith("position ") ? "expression" : "form", place, says,
                circle ? "let one of these questions do without the next" : advice(draft, says));
    }

    private static String advice(Draft draft, String says) {
        Matcher unknown = UNKNOWN.matcher(says);
        return !unknown.find() ? "correct it in form.json" : draft.questions().stream().map(Asked::name).distinct()
                .filter(name -> distance(name, unknown.group(1)) <= CLOSE)
                .min(Comparator.comparing(name -> distance(name, unknown.group(1))))
                .map(name -> "perhaps " + name + " is meant").orElse("correct it in form.json");
    }

    /** How many letters must be changed, added or taken away to make one of the other. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int here = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(here, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
