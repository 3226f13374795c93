package org.ruhu.tools.xlsform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The lists of options of a workbook, and of the files beside it. */
final class Choices {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");
    private static final Set<String> KNOWN = Set.of("list_name", "name", "label", "media", "sms_option", "order",
            "hint");

    private final Map<String, Options> lists = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Remarks remarks;
    private String standard = "";

    Choices(Remarks remarks) {
        this.remarks = remarks;
    }

    /**
     * Options in their order.
     *
     * @param codelist what it is called in our form
     * @param columns  by name as written: a text for every code, empty where there is none
     * @param labels   by language as written in the workbook, a text for every code
     */
    record Options(String written, String codelist, List<String> codes, Map<String, List<String>> columns,
                   Map<String, Map<String, Cell>> labels) {

        /** A column's name in our form. */
        static String column(String written) {
            String plain = written.replaceAll("[^A-Za-z0-9_]", "_");
            String started = plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "c" + plain : plain;
            return started.equals("code") || started.equals("__proto__") ? started + "_" : started;
        }

        boolean blanks(String column) {
            return columns.getOrDefault(column, List.of("")).contains("");
        }
    }

    void read(Table sheet, boolean duplicatesAllowed) {
        if (sheet.lines().isEmpty()) {
            return;
        }
        Map<String, List<Line>> byList = new LinkedHashMap<>();
        for (Line line : sheet.lines()) {
            String list = line.text("list_name");
            if (list.isEmpty()) {
                if (!line.text("name").isEmpty()) {
                    remarks.refuse(line.place(), "the name of the list is missing");
                }
            } else if (line.text("name").isEmpty()) {
                remarks.refuse(line.place(), "the option has no name");
            } else {
                byList.computeIfAbsent(list, name -> new ArrayList<>()).add(line);
            }
        }
        byList.forEach((name, lines) -> lists.putIfAbsent(name, options(name, lines, duplicatesAllowed)));
    }

    private Options options(String name, List<Line> lines, boolean duplicatesAllowed) {
        Set<String> codes = new LinkedHashSet<>();
        Map<String, Map<String, Cell>> labels = new LinkedHashMap<>();
        Set<String> columns = new LinkedHashSet<>();
        for (Line line : lines) {
            String code = line.text("name");
            if (!CODE.matcher(code).matches()) {
                remarks.refuse(line.at("name"), "'" + code + "' cannot be a code: letters a-z, digits, _ - and . only,"
                        + " 64 at most, no blank");
            } else if (!codes.add(code)) {
                String why = duplicatesAllowed
                        ? "; allow_choice_duplicates cannot be kept: give each its own name" : "";
                remarks.refuse(line.at("name"),
                        "the option '" + code + "' is in the list '" + name + "' already" + why);
            }
            line.languages("label").forEach((language, cell) ->
                    labels.computeIfAbsent(language, key -> new LinkedHashMap<>()).putIfAbsent(code, cell));
            line.cells().keySet().stream().filter(header -> !KNOWN.contains(header.name()))
                    .forEach(header -> columns.add(header.written()));
        }
        return new Options(name, free(name), List.copyOf(codes), texts(columns, lines, codes), labels);
    }

    private static Map<String, List<String>> texts(Set<String> columns, List<Line> lines, Set<String> codes) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (String column : columns) {
            Map<String, String> byCode = new LinkedHashMap<>();
            for (Line line : lines) {
                byCode.putIfAbsent(line.text("name"), line.cells().entrySet().stream()
                        .filter(e -> e.getKey().written().equals(column)).map(e -> e.getValue().text())
                        .findFirst().orElse(""));
            }
            texts.put(column, codes.stream().map(code -> byCode.getOrDefault(code, "")).toList());
        }
        return texts;
    }

    private String free(String written) {
        String upper = written.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^_+|_+$", "");
        String started = upper.isEmpty() || Character.isDigit(upper.charAt(0)) ? "L" + upper : upper;
        String base = "CL_" + (started.length() > 50 ? started.substring(0, 50) : started);
        String name = base;
        for (int n = 2; !names.add(name); n++) {
            name = base + "_" + n;
        }
        return name;
    }

    /** A list read from a file beside the workbook. */
    void add(String written, List<String> codes, Map<String, List<String>> columns,
             Map<String, Map<String, Cell>> labels) {
        lists.put(written, new Options(written, free(written), List.copyOf(codes), columns, labels));
    }

    void alias(String other, String written) {
        lists.putIfAbsent(other, lists.get(written));
    }

    Optional<Options> list(String written) {
        return Optional.ofNullable(lists.get(written));
    }

    /** The list with an option for everything else, as {@code or_other} wants it. */
    Optional<Options> withOther(String written) {
        return list(written).map(list -> {
            if (list.codes().contains(Other.CODE)) {
                return list;
            }
            List<String> codes = new ArrayList<>(list.codes());
            codes.add(Other.CODE);
            Map<String, List<String>> columns = new LinkedHashMap<>();
            list.columns().forEach((column, texts) -> {
                List<String> more = new ArrayList<>(texts);
                more.add("");
                columns.put(column, more);
            });
            Options longer = new Options(written, list.codelist(), codes, columns, list.labels());
            lists.put(written, longer);
            return longer;
        });
    }

    /** The language of the workbook, as it writes it. */
    void standardLanguage(String language) {
        standard = language;
    }

    /** The texts of options in that language. */
    Map<String, Cell> standardLabels(Options list) {
        return list.labels().getOrDefault(standard, list.labels().getOrDefault("",
                list.labels().values().stream().findFirst().orElse(Map.of())));
    }

    static boolean isKnown(String column) {
        return KNOWN.contains(column);
    }

    static boolean code(String text) {
        return CODE.matcher(text).matches();
    }
}
