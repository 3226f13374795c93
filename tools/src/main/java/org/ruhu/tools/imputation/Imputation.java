package org.ruhu.tools.imputation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.ruhu.forms.Context;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Interview;
import org.ruhu.tools.dataset.CsvFormat;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Format;
import org.ruhu.tools.dataset.TextFormat;
import org.ruhu.tools.imputation.Donors.Class;
import org.ruhu.tools.imputation.Donors.Donor;
import org.ruhu.tools.lines.Revision;

/**
 * Fills in what a plan says, in two passes over the same interviews: the first finds who may lend answers, the second
 * fills. Donors lend only what they were asked and said themselves.
 */
public final class Imputation {

    private static final List<String> REPORT = List.of("rule", "question", "outcome", "cells");

    private final Plan plan;
    private final Map<String, Version> versions = new ConcurrentHashMap<>();
    private final Donors donors;
    private final Tally tally = new Tally();

    /** A rule of the plan that a version can follow. */
    record Numbered(int index, Made made) {}

    private record Version(FormVersion form, List<Numbered> rules) {}

    /**
     * @throws PlanProblem if no version asks what a rule is about, or one does not understand its expressions
     */
    public Imputation(Plan plan, Dataset dataset) {
        this.plan = plan;
        this.donors = new Donors(plan.seed());
        List<Integer> followed = new ArrayList<>();
        for (FormVersion form : dataset.versions()) {
            List<Numbered> rules = IntStream.range(0, plan.rules().size()).boxed().flatMap(i ->
                    Made.of(plan.rules().get(i), form).map(made -> new Numbered(i, made)).stream()).toList();
            rules.forEach(rule -> followed.add(rule.index()));
            versions.put(form.id().version(), new Version(form, rules));
        }
        for (int i = 0; i < plan.rules().size(); i++) {
            if (!followed.contains(i)) {
                throw new PlanProblem("rules[" + i + "]", "no version of " + dataset.form() + " asks "
                        + String.join(" and ", plan.rules().get(i).questions()));
            }
        }
    }

    /**
     * For files in which people and places are masked.
     *
     * @throws PlanProblem if a rule looks at what is masked: what it fills in, and where, would tell of it
     */
    public void requireBlind(Dataset dataset) {
        Set<String> secrets = dataset.secrets().keySet();
        versions.values().stream().flatMap(version -> version.rules().stream())
                .filter(rule -> rule.made().looksAt(question -> secrets.contains(question.path())))
                .findFirst().ifPresent(rule -> {
                    throw new PlanProblem("rule " + plan.name(rule.index()), "looks at what is masked in this file");
                });
    }

    /** What an interview may lend. */
    public static final class Lent {

        private record One(Class into, Donor donor) {}

        private final List<One> all = new ArrayList<>();
    }

    /** First pass, on any thread: what an interview may lend. */
    public Lent lent(Revision revision) {
        Lent lent = new Lent();
        Version version = versions.get(revision.form().version());
        JsonNode answers = revision.answers().values();
        Optional<Interview> read = Optional.empty();
        for (Numbered rule : version == null ? List.<Numbered>of() : version.rules()) {
            for (String row : rule.made().levels() == 0 ? List.<String>of()
                    : Rows.of(answers, rule.made().rule().roster())) {
                JsonNode values = Rows.at(answers, row);
                if (rule.made().names().stream().anyMatch(name -> Rows.lacks(values, name))) {
                    continue;
                }
                Interview interview = read.orElseGet(() -> read(version.form(), revision));
                read = Optional.of(interview);
                if (asked(rule.made(), interview, row) && rule.made().concerns(interview, row)) {
                    lend(lent, rule, revision, interview, row, values);
                }
            }
        }
        return lent;
    }

    private static Interview read(FormVersion form, Revision revision) {
        return form.interview(revision.answers(), Context.of(revision.context()));
    }

    private static boolean asked(Made rule, Interview interview, String row) {
        return rule.names().stream().allMatch(name -> interview.relevant(row + "/" + name));
    }

    private static void lend(Lent lent, Numbered rule, Revision revision, Interview interview, String row,
                             JsonNode values) {
        Donor donor = new Donor(place(revision, row), rule.made().names().stream().map(values::get).toList());
        for (int level = 0; level < rule.made().levels(); level++) {
            int at = level;
            rule.made().key(level, revision, interview, row)
                    .ifPresent(key -> lent.all.add(new Lent.One(new Class(rule.index(), at, key), donor)));
        }
    }

    static String place(Revision revision, String row) {
        return revision.submission() + row;
    }

    /** First pass, on one thread. */
    public void take(Lent lent) {
        lent.all.forEach(one -> donors.add(one.into(), one.donor()));
    }

    /** How many classes have somebody so far, counted for each rule and level: the memory that donors take. */
    public int classes() {
        return donors.classes();
    }

    /** Ends the first pass. */
    public void begin() {
        donors.close();
    }

    /** Second pass, on any thread: the interview with what could be filled in. */
    public Revision filled(Revision revision) {
        Version version = versions.get(revision.form().version());
        return version == null || version.rules().isEmpty() || !revision.answers().values().isObject() ? revision
                : new Filling(version.form(), revision, donors, tally).by(version.rules());
    }

    /** How often each rule filled what it was for. */
    public Tally tally() {
        return tally;
    }

    /** The same as {@code imputation.csv}. */
    public void report(Format.Opener files) throws IOException {
        try (TextFormat.Lines csv = CsvFormat.PLAIN.open(REPORT, files.open("imputation.csv"))) {
            for (Map.Entry<Tally.Line, Long> line : tally.cells().entrySet()) {
                csv.line(List.of(TextNode.valueOf(plan.name(line.getKey().rule())),
                        TextNode.valueOf(line.getKey().question()), TextNode.valueOf(line.getKey().outcome()),
                        LongNode.valueOf(line.getValue())));
            }
        }
    }

    /** The dataset with a flag for each question that may be filled in, and each calculated from such. */
    public Dataset flagged(Dataset dataset) {
        return dataset.with(table -> Flag.of(table, plan.questions()));
    }
}
