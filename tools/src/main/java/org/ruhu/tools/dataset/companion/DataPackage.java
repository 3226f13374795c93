package org.ruhu.tools.dataset.companion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Table;

/** {@code datapackage.json} of Frictionless Data, version 1, which readers of version 2 take too. */
final class DataPackage implements Companion {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(LINES).withArrayIndenter(LINES));

    @Override
    public String file() {
        return "datapackage.json";
    }

    @Override
    public String text(Output output) {
        Dataset dataset = output.dataset();
        boolean tabular = output.extension().equals("csv");
        ObjectNode all = JSON.createObjectNode().put("profile", tabular ? "tabular-data-package" : "data-package")
                .put("name", name(dataset.name())).put("title", output.newest().title(output.language()));
        texts(all.putObject("titles"), output, output.newest()::title);
        all.put("version", dataset.versions().stream().map(form -> form.id().version())
                .collect(Collectors.joining(" ")));
        dataset.versions().forEach(form -> all.withArray("forms").addObject().put("name", form.id().name())
                .put("version", form.id().version()).put("digest", form.digest()));
        for (Table table : output.tables()) {
            resource(all.withArray("resources").addObject(), table, output, tabular);
        }
        try {
            return WRITER.writeValueAsString(all) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void resource(ObjectNode resource, Table table, Output output, boolean tabular) {
        String file = output.file(table);
        if (tabular) {
            resource.put("profile", "tabular-data-resource");
        }
        resource.put("name", name(table.name())).put("path", file)
                .put("title", output.title(table, output.language()));
        texts(resource.putObject("titles"), output, language -> output.title(table, language));
        resource.put("format", output.extension());
        if (tabular) {
            resource.put("mediatype", "text/csv").put("encoding", "utf-8");
            resource.putObject("dialect").put("delimiter", ",").put("lineTerminator", "\r\n").put("quoteChar", "\"")
                    .put("doubleQuote", true).put("header", true);
        } else if (!output.apart()) {
            where(resource.putObject("dialect"), table, output);
        }
        output.entry(file).ifPresent(entry -> resource.put("bytes", entry.bytes())
                .put("hash", "sha256:" + entry.sha256()));
        output.measure(table).ifPresent(measure -> resource.put("rows", measure.rows()));
        schema(resource.putObject("schema"), table, output);
    }

    /** Where in its file the table is, as readers of version 2 look for it and as those of version 1 do. */
    private static void where(ObjectNode dialect, Table table, Output output) {
        if (output.extension().equals("xlsx")) {
            dialect.put("sheetName", table.name()).putObject("excel").put("sheet", table.name());
        } else {
            dialect.put("table", table.name());
        }
    }

    private static void schema(ObjectNode schema, Table table, Output output) {
        List<String> names = output.names(table);
        for (int i = 0; i < names.size(); i++) {
            new DataField(output, table, table.variables().get(i))
                    .write(schema.withArray("fields").addObject().put("name", names.get(i)));
        }
        schema.putArray("missingValues").add("");
        List<String> keys = Output.keys(table);
        keys.forEach(schema.putArray("primaryKey")::add);
        Optional<Table> parent = output.parent(table);
        if (parent.isPresent()) {
            ObjectNode key = schema.putArray("foreignKeys").addObject();
            keys.subList(0, keys.size() - 1).forEach(key.putArray("fields")::add);
            ObjectNode reference = key.putObject("reference").put("resource", name(parent.get().name()));
            Output.keys(parent.get()).forEach(reference.putArray("fields")::add);
        }
    }

    /** A text in every language there is. */
    static void texts(ObjectNode into, Output output, UnaryOperator<String> text) {
        output.languages().forEach(language -> into.put(language, text.apply(language)));
    }

    /** Small letters, digits, {@code - . _} only. */
    static String name(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^-a-z0-9._]", "-");
    }
}
