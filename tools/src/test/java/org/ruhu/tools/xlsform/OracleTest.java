package org.ruhu.tools.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.forms.Answers;
import org.ruhu.forms.Check;
import org.ruhu.forms.Context;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Interview;
import org.ruhu.forms.Question;
import org.ruhu.forms.Verdict;
import org.ruhu.tools.xlsform.Twin.Leaf;

/** Imported forms against JavaRosa, which runs the XForms pyxform makes of the same workbooks. */
class OracleTest {

    private static final int INTERVIEWS = Integer.getInteger("ruhu.oracle.interviews", 30);
    private static final TimeZone HERE = TimeZone.getDefault();
    private static final Logger LOUD = Logger.getLogger("");

    @TempDir
    Path folder;

    @BeforeAll
    static void javaRosaIsReadyAndDaysBeginAtTheSameMoment() {
        LOUD.setLevel(Level.OFF);
        new org.javarosa.model.xform.XFormsModule().registerModule();
        org.javarosa.core.reference.ReferenceManager.instance().addReferenceFactory(new FilesBeside());
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        org.joda.time.DateTimeZone.setDefault(org.joda.time.DateTimeZone.UTC);
    }

    @AfterAll
    static void asItWas() {
        LOUD.setLevel(Level.INFO);
        TimeZone.setDefault(HERE);
        org.joda.time.DateTimeZone.setDefault(org.joda.time.DateTimeZone.forTimeZone(HERE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"functions", "household", "cascade", "wash", "market", "health", "bilingual", "roster",
        "food", "farm"})
    void sameAnswersGiveTheSameInJavaRosa(String name) throws IOException {
        FormVersion form = imported(name);
        String xform = Workbooks.resource(name + ".xml");
        Set<String> differences = new HashSet<>();
        Tally tally = new Tally();
        for (int seed = 0; seed < INTERVIEWS && differences.size() < 5; seed++) {
            Twin twin = new Twin(form, xform, new Random(seed));
            for (double share : new double[] {0, 0.7, 0.3, 0.2}) {
                twin.answerSome(share);
                differences.addAll(differences(form, twin, tally));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(tally.relevant).as("questions asked").isPositive();
    }

    static final class Tally {
        int relevant;
    }

    private FormVersion imported(String name) throws IOException {
        Path file = Workbooks.write(Workbooks.table(name), folder.resolve(name + ".xlsx"));
        Files.writeString(folder.resolve("villages.csv"), Workbooks.resource("villages.csv"));
        Outcome outcome = XlsForm.read(file, Optional.of("twin"), Optional.of("1.0"));
        assertThat(outcome).as(() -> outcome.remarks().toString()).isInstanceOf(Outcome.Imported.class);
        Outcome.Imported imported = (Outcome.Imported) outcome;
        return FormVersion.of(imported.form(), Map.copyOf(imported.labels()), Map.copyOf(imported.codelists()));
    }

    static List<String> differences(FormVersion form, Twin twin, Tally tally) {
        twin.openAgain();
        ObjectNode answers = twin.answers();
        Interview interview = interview(form, answers);
        List<String> differences = new ArrayList<>();
        Map<String, Leaf> leaves = twin.leaves();
        leaves.values().forEach(leaf -> {
            Question question = form.question(leaf.path()).orElseThrow(() ->
                    new AssertionError("not imported: " + leaf.path()));
            boolean relevant = leaf.node().isRelevant();
            if (relevant != interview.relevant(leaf.pointer())) {
                differences.add(leaf.pointer() + " relevant in JavaRosa: " + relevant + " " + answers);
            } else if (relevant) {
                tally.relevant++;
                values(question, leaf, interview).ifPresent(what -> differences.add(what + " " + answers));
                constraint(form, leaf, twin, interview).ifPresent(what -> differences.add(what + " " + answers));
            }
        });
        differences.addAll(offers(form, twin));
        return differences;
    }

    private static Interview interview(FormVersion form, ObjectNode answers) {
        form.question("/today").filter(today -> !answers.has("today")).ifPresent(today ->
                answers.put("today", LocalDate.now(ZoneOffset.UTC).toString()));
        return form.interview(new Answers(answers, Map.of()), Context.none());
    }

    /**
     * JavaRosa remembers what was on offer before an answer stopped being relevant, so such answers go first; and it
     * takes away what is no longer on offer while it looks.
     */
    private static List<String> offers(FormVersion form, Twin twin) {
        twin.forgetWhatIsNotRelevant();
        Map<String, List<String>> before = Map.of();
        for (Map<String, List<String>> now = twin.offered(); !now.equals(before); now = twin.offered()) {
            before = now;
        }
        ObjectNode answers = twin.answers();
        Interview interview = interview(form, answers);
        List<String> differences = new ArrayList<>();
        Map<String, Leaf> leaves = twin.leaves();
        before.forEach((pointer, codes) -> {
            List<String> ours = interview.offered(pointer);
            boolean made = form.question(leaves.get(pointer).path()).orElseThrow().codes().isEmpty();
            List<String> theirs = made ? codes.stream().filter(code -> !code.isEmpty()).distinct().toList() : codes;
            if (!ours.equals(theirs)) {
                differences.add(pointer + " offers in JavaRosa " + theirs + ", here " + ours + " " + answers);
            }
        });
        return differences;
    }

    private static Optional<String> values(Question question, Leaf leaf, Interview interview) {
        boolean required = leaf.node().isRequired();
        if (!question.calculated() && required != interview.required(leaf.pointer())) {
            return Optional.of(leaf.pointer() + " required in JavaRosa: " + required);
        }
        JsonNode theirs = !Twin.answered(leaf.node()) ? MissingNode.getInstance()
                : Twin.json(leaf.node().getValue(), question.kind());
        JsonNode ours = interview.value(leaf.pointer());
        return same(ours, theirs) ? Optional.empty()
                : Optional.of(leaf.pointer() + " is " + theirs + " in JavaRosa, here " + ours);
    }

    private static boolean same(JsonNode ours, JsonNode theirs) {
        if (ours.isNumber() && theirs.isNumber()) {
            double size = Math.max(1, Math.abs(theirs.doubleValue()));
            return Math.abs(ours.doubleValue() - theirs.doubleValue()) <= 1e-9 * size;
        }
        if (ours.isArray() && theirs.isArray()) {
            Set<JsonNode> a = new HashSet<>();
            Set<JsonNode> b = new HashSet<>();
            ours.forEach(a::add);
            theirs.forEach(b::add);
            return a.equals(b);
        }
        return ours.equals(theirs) || ours.isTextual() && theirs.isNumber()
                && ours.asText().equals(theirs.decimalValue().stripTrailingZeros().toPlainString());
    }

    private static Optional<String> constraint(FormVersion form, Leaf leaf, Twin twin, Interview interview) {
        Optional<Check> check = form.checks().stream()
                .filter(each -> each.refers().equals(List.of(leaf.path()))).findFirst();
        if (check.isEmpty() || !Twin.answered(leaf.node())) {
            return Optional.empty();
        }
        String row = leaf.pointer().substring(0, leaf.pointer().lastIndexOf('/'));
        String code = check.get().code();
        Verdict verdict = row.isEmpty() ? interview.verdict(code) : interview.verdict(code, row);
        boolean fails = !(verdict instanceof Verdict.Holds || verdict instanceof Verdict.Unanswered);
        boolean theirs = !twin.constraintHolds(leaf);
        return fails == theirs ? Optional.empty()
                : Optional.of(leaf.pointer() + " constraint fails in JavaRosa: " + theirs + ", here " + verdict);
    }
}
