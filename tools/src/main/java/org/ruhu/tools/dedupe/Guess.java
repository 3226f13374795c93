package org.ruhu.tools.dedupe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.link.settings.SettingsReader;

/** Settings made up from the names of the columns: something to begin with for whoever knows the data better. */
final class Guess {

    /** What a column's name must hold for its kind, the first that fits; in small letters without signs. */
    private static final Map<String, List<String>> SIGNS = new LinkedHashMap<>();

    static {
        SIGNS.put("", List.of("truth", "cluster", "entity"));
        SIGNS.put("id", List.of("idno", "idnumber", "ssn", "socsec", "passport", "nationalid", "身份证", "证件"));
        SIGNS.put("date", List.of("birth", "dob", "出生"));
        SIGNS.put("year", List.of("year", "年"));
        SIGNS.put("phone", List.of("phone", "mobile", "tel", "电话", "手机"));
        SIGNS.put("email", List.of("mail", "邮箱"));
        SIGNS.put("postcode", List.of("postcode", "postalcode", "zip", "邮编"));
        SIGNS.put("name", List.of("name", "given", "姓", "名"));
        SIGNS.put("text", List.of("address", "street", "road", "suburb", "town", "city", "village", "place",
                "地址", "村"));
        SIGNS.put("words", List.of("title", "authors", "description"));
        SIGNS.put("category", List.of("sex", "gender", "state", "province", "county", "ethnic", "性别", "民族"));
        SIGNS.put("number", List.of("price", "amount", "金额"));
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int FEWEST = 2;

    private record Found(String column, String kind) {}

    private Guess() {}

    /** @throws CannotRun if hardly any name tells what is in its column */
    static JsonNode settings(List<String> columns) {
        List<Found> found = new ArrayList<>();
        columns.forEach(column -> kind(column).ifPresent(kind -> found.add(new Found(column, kind))));
        ObjectNode settings = JSON.objectNode().put("settings", SettingsReader.VERSION);
        columns.stream().filter(Guess::namesRecords).findFirst().ifPresent(id -> settings.put("id", id));
        ArrayNode comparisons = settings.putArray("comparisons");
        found.forEach(one -> comparisons.addObject().put("column", one.column()).put("kind", one.kind()));
        List<List<String>> rules = rules(found);
        if (found.size() < FEWEST || rules.size() < FEWEST) {
            throw new CannotRun("the names of the columns do not tell enough for --guess; write settings"
                    + " (tools/README.md shows how)");
        }
        ArrayNode blocking = settings.putArray("blocking");
        rules.forEach(rule -> blocking.add(String.join(" + ", rule)));
        return settings;
    }

    private static Optional<String> kind(String column) {
        String plain = plain(column);
        return SIGNS.entrySet().stream().filter(kind -> kind.getValue().stream().anyMatch(plain::contains))
                .map(Map.Entry::getKey).findFirst().filter(kind -> !kind.isEmpty());
    }

    private static boolean namesRecords(String column) {
        return List.of("id", "recid", "recordid", "uniqueid").contains(plain(column));
    }

    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
    }

    /** What is nearly a name of its own alone; of the others every two that are not both vague. */
    private static List<List<String>> rules(List<Found> found) {
        List<List<String>> rules = new ArrayList<>();
        found.stream().filter(one -> List.of("id", "phone", "email").contains(one.kind()))
                .forEach(one -> rules.add(List.of(one.column())));
        List<Found> telling = found.stream()
                .filter(one -> List.of("name", "date", "postcode", "year", "text").contains(one.kind())).toList();
        for (int i = 0; i < telling.size(); i++) {
            for (int j = i + 1; j < telling.size(); j++) {
                if (!telling.get(i).kind().equals("text") || !telling.get(j).kind().equals("text")) {
                    rules.add(List.of(telling.get(i).column(), telling.get(j).column()));
                }
            }
        }
        return rules;
    }
}
