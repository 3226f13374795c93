package org.ruhu.tools.dataset.companion;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Option;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Variable;

/** {@code import.R}, in ASCII alone, so that R reads it wherever it runs. */
final class RScript implements Companion {

    @Override
    public String file() {
        return "import.R";
    }

    @Override
    public String text(Output output) {
        return switch (output.extension()) {
            case "csv" -> tables(output, "csv", "base R alone");
            case "ndjson" -> tables(output, "ndjson", "the package jsonlite");
            case "parquet" -> tables(output, "parquet", "the package arrow or nanoparquet");
            case "xlsx" -> tables(output, "xlsx", "the package readxl");
            case "sqlite", "gpkg" -> tables(output, "sqlite", "the package RSQLite");
            case "sav" -> labelled(output, "haven::read_sav(%s, user_na = TRUE)");
            case "dta" -> labelled(output, "haven::read_dta(%s)");
            default -> "";
        };
    }

    /** Files that hold their labels themselves. */
    private static String labelled(Output output, String reading) {
        Lines lines = new Lines().add("# Reads the files of this folder into data frames: source(\"import.R\", chdir ="
                + " TRUE). Needs the package haven.", "");
        output.tables().forEach(table -> lines.add(name(table) + " <- "
                + reading.formatted(quoted(output.file(table)))));
        return lines.toString();
    }

    private static String tables(Output output, String reader, String needs) {
        String lists = output.longLists().orElse("");
        String listReader = lists.endsWith(".csv") ? "csv" : reader;
        Lines lines = new Lines().add(Templates.read("import.R").replace("$language", output.language())
                .replace("$needs", needs)
                .replace("$readers", Stream.of(reader, listReader).distinct()
                        .map(each -> Templates.read("readers/" + each + ".R")).collect(Collectors.joining("\n")))
                .replace("$read", "ruhu_" + reader).stripTrailing(), "");
        if (!lists.isEmpty()) {
            lines.add("ruhu_lists <- ruhu_" + listReader + "(" + quoted(lists) + ", " + quoted(Dataset.LISTS)
                    + ", c(\"list\", \"code\", \"label_zh\", \"label_en\", \"version\"))", "");
        }
        for (Table table : output.tables()) {
            lines.add(name(table) + " <- ruhu_table(" + quoted(output.file(table)) + ", " + quoted(table.name())
                    + ",");
            List<Variable> variables = table.variables();
            for (int i = 0; i < variables.size(); i++) {
                lines.add("  " + column(output, variables.get(i)) + (i < variables.size() - 1 ? "," : ")"));
            }
            lines.add("");
        }
        return lines.toString();
    }

    private static String column(Output output, Variable variable) {
        String start = "list(name = " + quoted(variable.name()) + ", type = \"" + type(output, variable)
                + "\", label = " + words(output, language -> quoted(variable.label(language)));
        if (!type(output, variable).equals("code")) {
            return start + ")";
        }
        return start + variable.list().map(list -> ", list = " + quoted(list)).orElseGet(() -> ",\n    codes = "
                + vector(variable.options(), Option::value) + ",\n    words = "
                + words(output, language -> vector(variable.options(), option -> option.label(language)))) + ")";
    }

    private static String type(Output output, Variable variable) {
        return output.starred(variable) ? "text" : switch (variable.type()) {
            case TEXT, CODES -> "text";
            case INTEGER -> "whole";
            case NUMBER -> "number";
            case BOOLEAN -> "logical";
            case DATE -> "date";
            case DATETIME -> "time";
            case CODE -> variable.options().isEmpty() ? "text" : "code";
        };
    }

    private static String words(Output output, Function<String, String> text) {
        return "list(" + output.languages().stream().map(language -> language + " = " + text.apply(language))
                .collect(Collectors.joining(", ")) + ")";
    }

    private static String vector(List<Option> options, Function<Option, String> text) {
        return "c(" + options.stream().map(option -> quoted(text.apply(option))).collect(Collectors.joining(", "))
                + ")";
    }

    private static String name(Table table) {
        return "`" + table.name().replace("`", "") + "`";
    }

    /** As a string of R; it knows no NUL. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().filter(letter -> letter > 0).forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').appendCodePoint(letter);
            } else if (letter >= ' ' && letter < 0x7F) {
                quoted.appendCodePoint(letter);
            } else {
                boolean half = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
                quoted.append((letter > 0xFFFF ? "\\U%08x" : "\\u%04x").formatted(half ? 0xFFFD : letter));
            }
        });
        return quoted.append('"').toString();
    }
}
