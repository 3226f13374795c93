package org.ruhu.tools.dedupe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column is, by what is in it and, where that can be several things, by its name. */
final class GuessKinds {

    /** What a column's name must hold for its kind, the first that fits; in small letters without signs. */
    private static final Map<String, List<String>> SIGNS = new LinkedHashMap<>();

    static {
        SIGNS.put("", List.of("truth", "cluster", "household"));
        SIGNS.put("id", List.of("idno", "idnumber", "ssn", "socsec", "passport", "nationalid", "taxid", "身份证",
                "证件"));
        SIGNS.put("date", List.of("birth", "dob", "出生"));
        SIGNS.put("year", List.of("year", "年"));
        SIGNS.put("phone", List.of("phone", "mobile", "tel", "电话", "手机"));
        SIGNS.put("email", List.of("mail", "邮箱"));
        SIGNS.put("postcode", List.of("postcode", "postalcode", "zip", "邮编"));
        SIGNS.put("text", List.of("addr", "street", "road", "suburb", "town", "city", "village", "place", "地址",
                "住址", "村", "乡", "镇"));
        SIGNS.put("words", List.of("title", "author", "description", "company"));
        SIGNS.put("category", List.of("sex", "gender", "state", "province", "county", "ethnic", "type", "性别",
                "民族"));
        SIGNS.put("number", List.of("price", "amount", "金额"));
        SIGNS.put("name", List.of("name", "given", "姓", "名"));
    }

    private static final List<String> OF_RECORDS = List.of("id", "recid", "recordid", "uniqueid", "rowid", "uuid",
            "编号", "序号");
    private static final double ONE_WORD = 1.5;
    private static final double MANY_WORDS = 4.5;
    private static final double HARDLY = 0.02;

    private GuessKinds() {}

    /** What the name alone says; the empty text if the column is not to be compared. */
    static Optional<String> sign(String column) {
        String plain = plain(column);
        return SIGNS.entrySet().stream().filter(kind -> kind.getValue().stream().anyMatch(plain::contains))
                .map(Map.Entry::getKey).findFirst();
    }

    static boolean namesRecords(String column) {
        return OF_RECORDS.contains(plain(column));
    }

    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
    }

    /** Empty if there is nothing to compare by it. */
    static Optional<String> of(String column, Portrait values) {
        String sign = sign(column).orElse("none");
        if (sign.isEmpty() || values.distinct() < 2 || values.fill() < HARDLY) {
            return Optional.empty();
        }
        if (values.idNumbers()) {
            return Optional.of("id-number");
        }
        if (values.emails()) {
            return Optional.of("email");
        }
        boolean said = List.of("id", "phone", "postcode").contains(sign) && values.hasDigits();
        if (said && !(sign.equals("phone") && !values.phones())) {
            return Optional.of(sign);
        }
        if (values.years()) {
            return Optional.of("year");
        }
        if (values.dates().isPresent()) {
            return Optional.of("date");
        }
        if (values.phonesForSure()) {
            return Optional.of("phone");
        }
        return values.hasDigits() && (values.wholeNumbers() || values.amounts() || values.codes())
                ? ofNumbers(sign, values) : Optional.of(ofText(sign, values));
    }

    private static Optional<String> ofNumbers(String sign, Portrait values) {
        if (values.wholeNumbers() && values.share(value -> value.length() <= 2) == 1 || values.few()) {
            return Optional.of("category");
        }
        if (values.amounts() && (sign.equals("number") || !values.wholeNumbers())) {
            return Optional.of("number");
        }
        if (List.of("words", "name", "text").contains(sign)) {
            return Optional.of("text");
        }
        return values.unique() ? Optional.empty() : Optional.of("id");
    }

    private static String ofText(String sign, Portrait values) {
        if (values.eastern()) {
            boolean named = sign.equals("name") || sign.equals("none") && values.shortHan();
            return named && !values.few() ? "person-name" : values.few() ? "category" : "text";
        }
        if (sign.equals("category") || values.few()) {
            return "category";
        }
        double words = values.words();
        if (words > MANY_WORDS || sign.equals("words") || sign.equals("name") && words > ONE_WORD) {
            return "words";
        }
        return words <= ONE_WORD && values.letters() && !sign.equals("text") ? "name" : "text";
    }
}
