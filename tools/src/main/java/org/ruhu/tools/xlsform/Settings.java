package org.ruhu.tools.xlsform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The settings sheet, and what a form is called. */
record Settings(String name, String version, Map<String, Cell> titles, String standardLanguage, boolean duplicates) {

    private static final Pattern VERSION = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}");

    static Settings of(Table sheet, String file, Optional<String> name, Optional<String> version, Remarks remarks) {
        Line line = sheet.lines().isEmpty() ? new Line(Place.of("settings"), Map.of()) : sheet.lines().get(0);
        Map<String, Cell> titles = new TreeMap<>(line.languages("form_title"));
        String id = line.text("form_id").isEmpty() ? file.replaceFirst("\\.[A-Za-z]+$", "") : line.text("form_id");
        return new Settings(name.orElseGet(() -> tidy(id)), version.orElseGet(() -> number(line, remarks)), titles,
                line.text("default_language"), line.yes("allow_choice_duplicates"));
    }

    private static String tidy(String id) {
        String plain = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String started = plain.isEmpty() ? "form" : Character.isDigit(plain.charAt(0)) ? "form-" + plain : plain;
        return started.length() > 64 ? started.substring(0, 64) : started;
    }

    /** {@code 2026112201} is longer than a part of our versions may be: it becomes {@code 2026.112201}. */
    private static String number(Line line, Remarks remarks) {
        String written = line.text("version");
        if (written.isEmpty()) {
            return "1.0";
        }
        if (VERSION.matcher(written).matches()) {
            return written;
        }
        List<String> parts = new ArrayList<>();
        String digits = written.replaceAll("[^0-9]+", "");
        while (digits.length() > 6) {
            int cut = parts.isEmpty() ? Math.max(1, Math.min(4, digits.length() - 6)) : 6;
            parts.add(digits.substring(0, cut));
            digits = digits.substring(cut);
        }
        parts.add(digits);
        String version = digits.isEmpty() || parts.size() > 4 ? "1.0" : String.join(".", parts);
        remarks.warn(line.at("version"), "the version '" + written + "' is written " + version
                + " here; --version gives another");
        return version;
    }
}
