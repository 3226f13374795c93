package org.ruhu.tools.dataset.companion;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Edition;
import org.ruhu.tools.dataset.Format;
import org.ruhu.tools.dataset.NameLimits;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.dataset.Variable.Role;
import org.ruhu.tools.dataset.companion.Ledger.Entry;
import org.ruhu.tools.dataset.companion.Measures.Measure;

/** The files that were written, and all that companions may say about them. */
final class Output {

    private static final List<String> LANGUAGES = List.of("zh", "en", "bo");

    private final Dataset dataset;
    private final Format format;
    private final boolean masked;
    private final Map<String, Entry> files;
    private final Measures measures;
    private final List<String> languages;
    private final Map<FormVersion, JsonNode> schemas = new HashMap<>();

    /** @param masked whether what identifies people may stand as {@code ***}, whatever the type of its column */
    Output(Dataset dataset, Format format, String language, boolean masked, Map<String, Entry> files,
           Measures measures) {
        this.dataset = dataset;
        this.format = format;
        this.masked = masked;
        this.files = Map.copyOf(files);
        this.measures = measures;
        this.languages = languages(language);
    }

    /** Tibetan only where the form has any: else it would be Chinese twice. */
    private List<String> languages(String first) {
        List<String> all = new ArrayList<>(LANGUAGES);
        if (!first.equals("bo") && !speaksTibetan()) {
            all.remove("bo");
        }
        all.remove(first);
        all.add(0, first);
        return List.copyOf(all);
    }

    private boolean speaksTibetan() {
        return dataset.tables().stream().flatMap(table -> table.variables().stream())
                .filter(variable -> variable.role() == Role.VALUE)
                .anyMatch(variable -> !variable.label("bo").equals(variable.label("zh")));
    }

    Dataset dataset() {
        return dataset;
    }

    /** Those that were written: some formats hold only tables of a kind. */
    List<Table> tables() {
        return dataset.tables().stream().filter(table -> files.containsKey(own(table))
                || files.containsKey(dataset.name() + "." + format.extension())).toList();
    }

    private String own(Table table) {
        return table.name() + "." + format.extension();
    }

    /** Ending of the files, which tells what they are. */
    String extension() {
        return format.extension();
    }

    /** Languages of the labels, the one that comes first in front. */
    List<String> languages() {
        return languages;
    }

    String language() {
        return languages.get(0);
    }

    FormVersion newest() {
        return dataset.versions().get(dataset.versions().size() - 1);
    }

    /** What a table is about. */
    String title(Table table, String language) {
        return table.roster().map(roster -> dataset.versions().stream()
                        .filter(form -> form.question(roster).isPresent()).reduce((older, newer) -> newer)
                        .map(form -> form.label(roster, language)).orElse(roster))
                .orElseGet(() -> newest().title(language));
    }

    /** The file a table is in: one of its name, or the one that holds them all. */
    String file(Table table) {
        return apart() ? own(table) : dataset.name() + "." + format.extension();
    }

    /** Whether each table has a file of its own. */
    boolean apart() {
        return dataset.tables().stream().anyMatch(table -> files.containsKey(own(table)));
    }

    Optional<Entry> entry(String file) {
        return Optional.ofNullable(files.get(file));
    }

    /** The file with the lists that are too long for the codebook. */
    Optional<String> lists() {
        return files.keySet().stream().filter(file -> file.startsWith(Dataset.LISTS + ".")).findFirst();
    }

    /** Where a program finds those lists, if there are any: in their own file, or in the one of all tables. */
    Optional<String> longLists() {
        return lists().or(() -> apart() || dataset.lists().isEmpty() ? Optional.empty()
                : tables().stream().findFirst().map(this::file));
    }

    Optional<Measure> measure(Table table) {
        return measures.of(table);
    }

    /** Names of the columns as they stand in the file. */
    List<String> names(Table table) {
        List<String> names = table.variables().stream().map(Variable::name).toList();
        return switch (format.extension()) {
            case "sav" -> NameLimits.SPSS.fit(names);
            case "dta" -> NameLimits.STATA.fit(names);
            default -> names;
        };
    }

    /** Whether there may be stars instead of values. */
    boolean starred(Variable variable) {
        return masked && variable.identifying();
    }

    /** What is said below the question, if it is about one. */
    Optional<String> hint(Variable variable, String language) {
        return variable.newest().flatMap(edition -> edition.form().hint(edition.question().path(), language));
    }

    String section(Variable variable, String language) {
        return variable.newest().map(edition -> edition.section().isEmpty() ? ""
                : edition.form().sectionTitle(edition.section(), language)).orElse("");
    }

    /** The least value any version allows, {@code minimum}, or the greatest, {@code maximum}; empty if one has none. */
    Optional<BigDecimal> bound(Variable variable, String keyword) {
        List<Optional<BigDecimal>> bounds = variable.role() != Role.VALUE ? List.of()
                : variable.editions().stream().map(edition -> bound(edition, keyword)).toList();
        return bounds.isEmpty() || bounds.contains(Optional.<BigDecimal>empty()) ? Optional.empty()
                : bounds.stream().flatMap(Optional::stream)
                        .reduce(keyword.equals("minimum") ? BigDecimal::min : BigDecimal::max);
    }

    private Optional<BigDecimal> bound(Edition edition, String keyword) {
        JsonNode node = schemas.computeIfAbsent(edition.form(), FormVersion::schema)
                .at("/properties" + edition.question().path().replace("/*/", "/items/properties/"));
        return Optional.of(node.path(keyword)).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
    }

    /** The column with the reasons why another has no value. */
    static Optional<Variable> reasonOf(Table table, Variable variable) {
        return variable.role() != Role.VALUE && variable.role() != Role.MENTIONED ? Optional.empty()
                : table.variables().stream().filter(other -> other.role() == Role.REASON)
                        .filter(other -> other.editions().contains(variable.editions().get(0))).findFirst();
    }

    /** Names of the columns that tell the rows of a table apart. */
    static List<String> keys(Table table) {
        return Stream.concat(Stream.of("submission"), table.variables().stream()
                .filter(variable -> variable.role() == Role.KEY).map(Variable::name)
                .filter(name -> name.equals("row") || name.endsWith("_row"))).toList();
    }

    /** The table whose rows the rows of another belong to, if it was written. */
    Optional<Table> parent(Table table) {
        return table.roster().flatMap(roster -> {
            int cut = roster.lastIndexOf("/*/");
            Optional<String> around = cut < 0 ? Optional.empty() : Optional.of(roster.substring(0, cut));
            return tables().stream().filter(other -> other.roster().equals(around)).findFirst();
        });
    }
}
