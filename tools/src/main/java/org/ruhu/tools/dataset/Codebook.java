package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.dataset.Variable.Role;

/** What every column means, a row each: enough to read the tables without the form. */
public final class Codebook {

    public static final List<String> COLUMNS = List.of("file", "position", "column", "label_zh", "label_en", "type",
            "codes_zh", "codes_en", "unit", "universe", "missing", "sensitivity", "calculated", "section", "question",
            "form", "version", "digest", "changes", "list");
    public static final List<String> LIST_COLUMNS = List.of("list", "code", "label_zh", "label_en", "version");

    private static final List<String> LANGUAGES = List.of("zh", "en");

    private final Dataset dataset;
    private final List<Table> tables;
    private final Function<Table, String> place;
    private final CodeWords words;

    /** @param place what each table is called where the codebook stands: its file, its sheet */
    public Codebook(Dataset dataset, Function<Table, String> place, CodeWords words) {
        this(dataset, dataset.tables(), place, words);
    }

    /** @param tables those that were written */
    Codebook(Dataset dataset, List<Table> tables, Function<Table, String> place, CodeWords words) {
        this.dataset = dataset;
        this.tables = List.copyOf(tables);
        this.place = place;
        this.words = words;
    }

    /** Takes a row of a codebook. */
    @FunctionalInterface
    public interface Lines {
        void line(List<JsonNode> cells) throws IOException;
    }

    /** Rows of {@link #COLUMNS}. */
    public void variables(Lines sheet) throws IOException {
        for (Table table : tables) {
            for (int i = 0; i < table.variables().size(); i++) {
                sheet.line(row(table, i + 1, table.variables().get(i)));
            }
        }
    }

    /** Whether some options stand in {@link #lists}. */
    public boolean hasLists() {
        return tables.stream().anyMatch(Table::refersToLists);
    }

    /** Rows of {@link #LIST_COLUMNS}. */
    public void lists(Lines sheet) throws IOException {
        for (Map.Entry<String, List<Option>> list : dataset.lists().entrySet()) {
            for (Option option : list.getValue()) {
                sheet.line(texts(list.getKey(), option.value(), option.label("zh"), option.label("en"),
                        String.join(" ", option.versions())));
            }
        }
    }

    private List<JsonNode> row(Table table, int position, Variable variable) {
        List<FormVersion> versions = variable.editions().isEmpty() ? dataset.versions()
                : variable.editions().stream().map(Edition::form).toList();
        List<JsonNode> row = new ArrayList<>(List.of(text(place.apply(table)),
                IntNode.valueOf(position), text(variable.name()), text(variable.label("zh")),
                text(variable.label("en")), text(variable.type().word()), codes(variable, "zh"), codes(variable, "en"),
                text(variable.unit()), text(variable.universe())));
        row.addAll(texts(variable.role() == Role.VALUE ? String.join(" ", variable.reasons()) : "",
                sensitivity(variable)));
        row.add(BooleanNode.valueOf(variable.question().filter(question -> question.calculated()).isPresent()));
        row.addAll(texts(variable.newest().map(Edition::section).orElse(""),
                variable.question().map(question -> question.path()).orElse(""), dataset.form(),
                versions.stream().map(form -> form.id().version()).collect(Collectors.joining(" ")),
                versions.stream().map(FormVersion::digest).collect(Collectors.joining(" ")), changes(variable),
                variable.list().orElse("")));
        return row;
    }

    private JsonNode codes(Variable variable, String language) {
        return variable.list().map(words::referred)
                .orElseGet(() -> words.described(variable.options(), variable.versions(), language));
    }

    /** The strictest word any version has for it. */
    public static String sensitivity(Variable variable) {
        return variable.editions().stream().map(edition -> edition.question().sensitivity())
                .max(Comparator.naturalOrder()).map(word -> word.name().toLowerCase(Locale.ROOT)).orElse("plain");
    }

    /** What older versions said otherwise. */
    public static String changes(Variable variable) {
        if (variable.editions().size() < 2) {
            return "";
        }
        Map<String, String> now = said(variable, variable.newest().orElseThrow());
        return variable.editions().stream().flatMap(edition -> {
            Map<String, String> then = said(variable, edition);
            String other = then.entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .filter(entry -> !entry.getValue().equals(now.getOrDefault(entry.getKey(), entry.getValue())))
                    .map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining("; "));
            return other.isEmpty() ? Stream.empty() : Stream.of(edition.version() + ": " + other);
        }).collect(Collectors.joining(" | "));
    }

    private static Map<String, String> said(Variable variable, Edition edition) {
        Map<String, String> said = new HashMap<>();
        said.put("universe", edition.universe().isEmpty() ? "everybody" : edition.universe());
        said.put("missing", String.join(" ", edition.question().nonresponse()));
        for (String language : LANGUAGES) {
            said.put("label_" + language, variable.label(edition, language));
            if (variable.role() == Role.VALUE && variable.list().isEmpty()) {
                edition.question().codes().forEach(code -> said.put("codes_" + language + " " + code + " =",
                        edition.form().optionLabel(edition.question().path(), code, language)));
            }
        }
        return said;
    }

    private static List<JsonNode> texts(String... texts) {
        return Arrays.stream(texts).map(Codebook::text).toList();
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }
}
