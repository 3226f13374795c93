package org.ruhu.tools.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Kind;
import org.ruhu.tools.dataset.Variable.Role;
import org.ruhu.tools.lines.Revision;

/**
 * The tables that the interviews of a form become, of one version or of all: one for the interview and one for each
 * roster, rosters within rosters too. This is the description every file format is written from.
 */
public final class Dataset {

    public static final String CODEBOOK = "codebook";
    /** File of the lists that are too long for the codebook, without its ending. */
    public static final String LISTS = "codelists";

    /** Files beside the tables, which no roster may take the name of: those of exports with more to them too. */
    private static final List<String> BESIDE = List.of(CODEBOOK, LISTS, Unfit.NOTES, "context", "edits", "imputation");

    private final String name;
    private final List<FormVersion> versions;
    private final List<Table> tables;
    private final BiPredicate<Revision, String> held;

    private Dataset(String name, List<FormVersion> versions) {
        this.name = name;
        this.versions = List.copyOf(versions);
        this.tables = List.copyOf(drawn());
        this.held = (revision, row) -> true;
    }

    private Dataset(Dataset plain, List<Table> tables, BiPredicate<Revision, String> held) {
        this.name = plain.name;
        this.versions = plain.versions;
        this.tables = List.copyOf(tables);
        this.held = held;
    }

    /** The same with columns more, which stand behind the others of each table. */
    public Dataset with(Function<Table, List<Added>> columns) {
        return new Dataset(this, tables.stream().map(table -> table.with(columns.apply(table))).toList(), held);
    }

    /**
     * The same without some of its rows.
     *
     * @param rows whether a row is there, by its pointer, such as {@code /members/0}, empty for the interview itself;
     *             rows within one that is not are not there either
     */
    public Dataset only(BiPredicate<Revision, String> rows) {
        return new Dataset(this, tables.stream().map(table -> table.only(rows)).toList(), held.and(rows));
    }

    /** The dataset of one version. */
    public static Dataset of(FormVersion form) {
        return new Dataset(form.id().name() + "-" + form.id().version(), List.of(form));
    }

    /**
     * The dataset of a form over several versions. Every answer has its own column; a column that an older version has
     * made keeps its name and place.
     *
     * @param versions of one form, oldest first
     */
    public static Dataset of(List<FormVersion> versions) {
        List<String> names = versions.stream().map(form -> form.id().name()).distinct().toList();
        if (names.size() != 1) {
            throw new IllegalArgumentException("a dataset is of one form: " + names);
        }
        return new Dataset(names.get(0), versions);
    }

    /** How a file that holds all of it is called. */
    public String name() {
        return name;
    }

    /** Name of the form. */
    public String form() {
        return versions.get(0).id().name();
    }

    /** Versions whose interviews it holds, oldest first. */
    public List<FormVersion> versions() {
        return versions;
    }

    /** What was asked in an interview that it holds. */
    Relevance relevance(Revision revision) {
        return new Relevance(revision, versions.stream().filter(form -> form.id().equals(revision.form())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " does not hold " + revision.form())));
    }

    public boolean holds(FormId form) {
        return versions.stream().anyMatch(version -> version.id().equals(form));
    }

    /** Whether a row is there, and those around it; by its pointer, as for {@link #only}. */
    public boolean holds(Revision revision, String row) {
        String[] steps = row.split("/");
        StringBuilder place = new StringBuilder();
        boolean there = held.test(revision, "");
        for (int i = 1; there && i + 1 < steps.length; i += 2) {
            place.append('/').append(steps[i]).append('/').append(steps[i + 1]);
            there = held.test(revision, place.toString());
        }
        return there;
    }

    /** The interview's table first; {@link Table#rows} turns revisions into rows. */
    public List<Table> tables() {
        return tables;
    }

    private List<Table> drawn() {
        Set<String> rosters = new LinkedHashSet<>();
        versions.forEach(form -> form.questions().stream().filter(question -> question.kind() == Kind.ROSTER)
                .forEach(roster -> rosters.add(roster.path())));
        List<List<Edition>> editions = versions.stream().map(Edition::of).toList();
        List<Table> all = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>(BESIDE);
        Stream.concat(Stream.of(Optional.<String>empty()), rosters.stream().map(Optional::of))
                .forEach(roster -> all.add(table(free(taken, roster), roster, editions)));
        return all;
    }

    private Table table(String name, Optional<String> roster, List<List<Edition>> editions) {
        Columns columns = new Columns(Keys.of(roster.map(Table::steps).orElse(List.of())));
        editions.forEach(version -> version.stream().filter(one -> one.question().roster().equals(roster))
                .forEach(columns::add));
        return new Table(name, roster, columns.variables(), versions);
    }

    /** The name of the roster; when there is such a file already, with the names of the rosters around it. */
    private String free(Set<String> taken, Optional<String> roster) {
        List<String> steps = roster.map(Table::steps)
                .orElse(List.of(form().startsWith("household") ? "households" : "units"));
        String name = steps.get(steps.size() - 1);
        for (int i = steps.size() - 2; i >= 0 && taken.contains(name.toLowerCase(Locale.ROOT)); i--) {
            name = steps.get(i) + "_" + name;
        }
        while (!taken.add(name.toLowerCase(Locale.ROOT))) {
            name += "_";
        }
        return name;
    }

    /** Lists too long to stand in the codebook beside every variable: their options by name of the list. */
    public Map<String, List<Option>> lists() {
        Map<String, Map<String, Edition>> editions = new LinkedHashMap<>();
        for (Table table : tables) {
            table.variables().forEach(variable -> variable.list().ifPresent(list -> variable.editions()
                    .forEach(edition -> editions.computeIfAbsent(list, l -> new HashMap<>())
                            .putIfAbsent(edition.version(), edition))));
        }
        Map<String, List<Option>> lists = new LinkedHashMap<>();
        editions.forEach((list, byVersion) -> lists.put(list, Variable.offered(versions.stream()
                .flatMap(form -> Optional.ofNullable(byVersion.get(form.id().version())).stream()).toList())));
        return lists;
    }

    /** What is to be masked, in any version: paths of the questions. */
    public Map<String, Secret> secrets() {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        tables.stream().flatMap(table -> table.variables().stream())
                .filter(variable -> variable.role() == Role.VALUE && variable.secret() != Secret.NONE)
                .forEach(variable -> variable.question()
                        .ifPresent(question -> secrets.put(question.path(), variable.secret())));
        return secrets;
    }
}
