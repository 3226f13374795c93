package org.ruhu.tools.link.splink;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ruhu.tools.link.condition.Condition;
import org.ruhu.tools.link.condition.Condition.Relation;

/**
 * Conditions that Splink's library writes as long SQL for what is one measure here. Blanks and quotes do not matter.
 */
final class Templates {

    private static final String BOUND = "(<=|<|>=|>)([0-9.]+)";
    private static final String COSINE =
            "(sin(radians(LAT_l))*sin(radians(LAT_r))+cos(radians(LAT_l))*cos(radians(LAT_r))"
            + "*cos(radians(LONG_r-LONG_l)))";
    private static final String KILOMETRES = "cast(acos(casewhenCOS>1then1whenCOS<-1then-1elseCOSend)*6371asfloat)"
            .replace("COS", COSINE);
    private static final Pattern PLACE = Pattern.compile("cast\\(acos\\(casewhen\\(sin\\(radians\\((.+?)_l\\)\\).*?"
            + "radians\\((.+?)_r-.+?\\)" + BOUND);
    private static final Pattern SHARE =
            Pattern.compile("\\(abs\\((.+?)_l-\\1_r\\)/\\(casewhen\\1_r>\\1_lthen\\1_relse\\1_l"
            + "end\\)\\)" + BOUND);
    private static final String LENGTHS = "least\\(array_length\\((.+?)_l\\),array_length\\(\\1_r\\)\\)";
    private static final Pattern SUBSET = Pattern.compile("(?:" + LENGTHS + "<>0and)?"
            + "array_length\\(array_intersect\\((.+?)_l,\\2_r\\)\\)=least\\(array_length\\(\\2_l\\),array_length\\(\\2_r\\)\\)");
    /** The distance is not known anyhow where one of its numbers is missing. */
    private static final Pattern THERE = Pattern.compile("^\\((?:[^()]+?_[lr]isnotnull(?:and)?)+\\)and(?=cast\\(acos)");
    private static final Pattern LISTS = Pattern.compile("list_unique\\((.+?)_l\\)\\+list_unique\\(\\1_r\\)-list_unique\\("
            + "list_concat\\(\\1_l,\\1_r\\)\\)" + BOUND);

    private Templates() {}

    static Optional<Condition> of(String sql, Columns columns) {
        String dense = THERE.matcher(dense(sql)).replaceFirst("");
        Matcher place = PLACE.matcher(dense);
        if (place.matches() && dense.startsWith(dense(KILOMETRES.replace("LAT", place.group(1)).replace("LONG",
                longitude(place.group(2)))))) {
            return Optional.of(test("distance_km", columns.place(place.group(1), longitude(place.group(2))), place, 3));
        }
        Matcher share = SHARE.matcher(dense);
        if (share.matches()) {
            return Optional.of(test("relative_difference", column(share, columns), share, 2));
        }
        Matcher subset = SUBSET.matcher(dense);
        if (subset.matches()) {
            String column = columns.named(Columns.Value.of(Columns.Side.LEFT, subset.group(2)));
            return Optional.of(new Condition.Test("words_contained", column, column, Relation.AT_LEAST, 1));
        }
        if (dense.contains("list_transform(")) {
            throw new SqlProblem("compares every value of one list with every one of the other"
                    + Advice.on("list_transform"));
        }
        Matcher lists = LISTS.matcher(dense);
        return lists.matches() ? Optional.of(test("common_words", column(lists, columns), lists, 2)) : Optional.empty();
    }

    /** The last word, since the search for it begins further ahead. */
    private static String longitude(String found) {
        return found.substring(found.lastIndexOf('(') + 1);
    }

    private static String column(Matcher matcher, Columns columns) {
        return columns.named(Columns.Value.of(Columns.Side.LEFT, matcher.group(1)));
    }

    private static Condition test(String measure, String column, Matcher matcher, int sign) {
        Relation relation = List.of(Relation.values()).stream()
                .filter(known -> known.sign().equals(matcher.group(sign)))
                .findFirst().orElseThrow();
        return new Condition.Test(measure, column, column, relation, Double.parseDouble(matcher.group(sign + 1)));
    }

    /** Key words in small letters; names keep theirs. */
    private static String dense(String sql) {
        Matcher words = Pattern.compile("\"([^\"]*)\"|\\s+|[A-Za-z_][A-Za-z0-9_]*").matcher(sql);
        return words.replaceAll(word -> Matcher.quoteReplacement(word.group(1) != null ? word.group(1)
                : word.group().isBlank() ? "" : word.group().matches(".*_[lr]") ? word.group()
                : word.group().toLowerCase(Locale.ROOT)));
    }
}
