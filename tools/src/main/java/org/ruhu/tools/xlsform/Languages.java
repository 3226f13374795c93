package org.ruhu.tools.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which language of ours each language of a workbook is. We speak Chinese, English and Tibetan. */
final class Languages {

    private static final Pattern CODE = Pattern.compile("\\(\\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-]+)?\\s*\\)\\s*$");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("en", "en"), Map.entry("eng", "en"), Map.entry("english", "en"), Map.entry("zh", "zh"),
            Map.entry("zho", "zh"), Map.entry("chi", "zh"), Map.entry("cn", "zh"), Map.entry("chinese", "zh"),
            Map.entry("mandarin", "zh"), Map.entry("中文", "zh"), Map.entry("汉语", "zh"), Map.entry("简体中文", "zh"),
            Map.entry("bo", "bo"), Map.entry("bod", "bo"), Map.entry("tib", "bo"), Map.entry("tibetan", "bo"),
            Map.entry("藏文", "bo"), Map.entry("藏语", "bo"), Map.entry("བོད་ཡིག", "bo"), Map.entry("བོད་སྐད", "bo"));

    private final Map<String, String> ours = new LinkedHashMap<>();

    private Languages() {}

    static Languages of(List<Table> sheets, String standard, Remarks remarks) {
        Languages languages = new Languages();
        Map<String, Header> written = new LinkedHashMap<>();
        for (Table sheet : sheets) {
            for (Header header : sheet.headers()) {
                if (Set.of("label", "hint", "guidance_hint", "constraint_message").contains(header.name())) {
                    written.putIfAbsent(header.language(), header);
                }
            }
        }
        written.keySet().stream().filter(language -> !language.isEmpty()).forEach(language ->
                known(language).ifPresent(code -> languages.ours.putIfAbsent(language, code)));
        languages.settle(sheets, written, standard, remarks);
        return languages;
    }

    private void settle(List<Table> sheets, Map<String, Header> written, String standard, Remarks remarks) {
        if (written.containsKey("")) {
            String code = known(standard).orElseGet(() -> script(sheets));
            if (!ours.containsValue(code)) {
                ours.put("", code);
            }
        }
        List<String> strange = new ArrayList<>(written.keySet());
        strange.removeAll(ours.keySet());
        strange.remove("");
        if (!strange.isEmpty() && !ours.containsValue("en") && !ours.containsValue("zh")) {
            String first = strange.contains(standard) ? standard : strange.get(0);
            ours.put(first, "en");
            strange.remove(first);
            remarks.warn(written.get(first).place(), "forms are in Chinese, English and Tibetan: the texts in '" + first
                    + "' are kept in the place of English");
        }
        for (String language : strange) {
            remarks.warn(written.get(language).place(), "forms are in Chinese, English and Tibetan: the texts in '"
                    + language + "' are left out");
        }
        if (ours.isEmpty()) {
            ours.put("", "en");
        }
    }

    private static java.util.Optional<String> known(String language) {
        Matcher code = CODE.matcher(language);
        String name = code.find() ? code.group(1) : language.replaceAll("\\(.*\\)", "").strip();
        return java.util.Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT)));
    }

    private static String script(List<Table> sheets) {
        String all = sheets.stream().flatMap(sheet -> sheet.lines().stream()).limit(500)
                .map(line -> line.text("label")).reduce("", String::concat);
        return all.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) ? "zh"
                : all.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.TIBETAN)
                ? "bo" : "en";
    }

    /** Ours, in the order of the workbook. */
    List<String> codes() {
        return List.copyOf(new LinkedHashSet<>(ours.values()));
    }

    /** A text in our languages. */
    Map<String, Cell> texts(Map<String, Cell> byLanguage) {
        Map<String, Cell> texts = new TreeMap<>();
        byLanguage.forEach((language, cell) -> {
            String code = ours.get(language);
            if (code != null) {
                texts.putIfAbsent(code, cell);
            }
        });
        return texts;
    }

    /** A text that was written in one language only. */
    Map<String, Cell> texts(Line line, String column) {
        Map<String, Cell> all = line.languages(column);
        Map<String, Cell> texts = texts(all);
        Cell bare = all.get("");
        if (texts.isEmpty() && bare != null) {
            texts.put(codes().get(0), bare);
        }
        return texts;
    }

    /** The name a language has in the workbook, for what is said in it. */
    List<String> written() {
        return List.copyOf(ours.keySet());
    }
}
