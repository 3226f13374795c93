package org.ruhu.tools.link.splink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Comparison.Level;
import org.ruhu.tools.link.Model.Chance;
import org.ruhu.tools.link.condition.Condition;
import org.ruhu.tools.link.settings.Mistake;

/** One comparison of Splink's with its levels. */
final class SplinkComparisons {

    private static final double NOT_SEEN = 1e-9;

    /** @param learned whether Splink knew m and u of every level */
    record Read(Comparison comparison, List<Chance> chances, boolean learned) {}

    private final JsonNode node;
    private final String pointer;
    private final Columns columns;
    private final List<Mistake> mistakes;
    private final Conditions conditions;
    private final List<Condition> missing = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();
    private final List<Chance> chances = new ArrayList<>();
    private boolean learned = true;
    private boolean otherwise;

    SplinkComparisons(JsonNode node, String pointer, Columns columns, List<Mistake> mistakes) {
        this.node = node;
        this.pointer = pointer;
        this.columns = columns;
        this.mistakes = mistakes;
        conditions = new Conditions(columns);
    }

    Optional<Read> read(Set<String> names) {
        int before = mistakes.size();
        JsonNode list = node.path("comparison_levels");
        for (int i = 0; i < list.size(); i++) {
            String place = pointer + "/comparison_levels/" + i;
            String sql = list.get(i).path("sql_condition").asText();
            try {
                level(list.get(i), sql.strip());
            } catch (SqlProblem problem) {
                mistakes.add(new Mistake(place + "/sql_condition", problem.getMessage() + ": " + squeezed(sql)));
            }
        }
        if (levels.isEmpty() && mistakes.size() == before) {
            mistakes.add(new Mistake(pointer + "/comparison_levels", "there is no level but missing and ELSE"));
        }
        if (!otherwise && mistakes.size() == before) {
            mistakes.add(new Mistake(pointer + "/comparison_levels", "the last level must be ELSE"));
        }
        if (mistakes.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Read(new Comparison(name(names), missing(), levels), chances, learned));
    }

    private String name(Set<String> names) {
        String written = node.path("output_column_name").asText(node.path("column_name").asText("comparison"));
        String name = written;
        for (int i = 2; !names.add(name); i++) {
            name = written + " " + i;
        }
        return name;
    }

    private void level(JsonNode level, String sql) {
        if (otherwise) {
            throw new SqlProblem("stands behind ELSE");
        }
        if (level.path("is_null_level").asBoolean()) {
            if (!levels.isEmpty()) {
                throw new SqlProblem("the level of missing values must stand before all others");
            }
            missing.add(conditions.of(sql));
            return;
        }
        otherwise = sql.equalsIgnoreCase("else");
        if (!otherwise) {
            Condition when = conditions.of(sql);
            levels.add(new Level(when, level.path("label_for_charts").asText(sql), frequency(level, when)));
        }
        chances.add(chance(level));
    }

    private Chance chance(JsonNode level) {
        JsonNode m = level.path("m_probability");
        JsonNode u = level.path("u_probability");
        learned &= m.isNumber() && u.isNumber();
        return new Chance(Math.max(NOT_SEEN, m.asDouble()), Math.max(NOT_SEEN, u.asDouble()), "Splink", "Splink");
    }

    private Optional<String> frequency(JsonNode level, Condition when) {
        String column = level.path("tf_adjustment_column").asText("");
        double weight = level.path("tf_adjustment_weight").asDouble(1);
        if (column.isEmpty() || weight == 0) {
            return Optional.empty();
        }
        boolean exact = when.equals(Conditions.yes("exact", column, column));
        if (weight != 1 || !exact && !level.path("disable_tf_exact_match_detection").asBoolean()) {
            throw new SqlProblem(weight != 1 ? "has a tf_adjustment_weight other than 0 and 1; write one of them"
                    : "adjusts for term frequency where the values need not be equal; leave that to the"
                    + " level of equal values");
        }
        columns.used().add(column);
        return Optional.of(column);
    }

    /** Without a level of missing values they are on the last one, so that nothing is ever missing. */
    private Condition missing() {
        if (missing.isEmpty()) {
            String any = levels.get(0).when().columns().iterator().next();
            Condition is = Conditions.yes("missing", any, any);
            return new Condition.And(List.of(is, new Condition.Not(is)));
        }
        return missing.size() == 1 ? missing.get(0) : new Condition.Or(missing);
    }

    private static String squeezed(String sql) {
        String plain = sql.strip().replaceAll("\\s+", " ");
        return plain.length() <= 200 ? plain : plain.substring(0, 200) + "...";
    }
}
