package org.ruhu.tools.link.settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Comparison.Level;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Derived;
import org.ruhu.tools.link.Settings.Others;
import org.ruhu.tools.link.Settings.Review;
import org.ruhu.tools.link.Settings.Thresholds;
import org.ruhu.tools.link.Settings.Training;
import org.ruhu.tools.link.condition.ConditionPrinter;

/** Writes settings with every level in full, as {@link SettingsReader} reads them. */
public final class SettingsWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SettingsWriter() {}

    public static ObjectNode write(Settings settings) {
        ObjectNode node = JSON.objectNode().put("settings", SettingsReader.VERSION);
        settings.id().ifPresent(id -> node.put("id", id));
        node.put("link", Names.written(settings.scope())).put("oneToOne", settings.oneToOne());
        ObjectNode columns = node.putObject("columns");
        settings.columns().forEach((name, derived) -> columns.set(name, column(derived)));
        ArrayNode rules = node.putArray("blocking");
        settings.blocking().forEach(rule -> rules.add(rule(rule)));
        ArrayNode comparisons = node.putArray("comparisons");
        settings.comparisons().forEach(comparison -> comparisons.add(comparison(comparison)));
        node.set("training", training(settings.training()));
        node.set("thresholds", thresholds(settings.thresholds()));
        ArrayNode vetoes = node.putArray("veto");
        settings.vetoes().forEach(veto -> vetoes.addObject().put("column", veto.column())
                .set("clean", texts(veto.clean())));
        if (!settings.reviews().isEmpty()) {
            ArrayNode reviews = node.putArray("review");
            settings.reviews().forEach(review -> reviews.add(review(review, settings.comparisons())));
        }
        node.putObject("cluster").put("most", settings.most());
        settings.household().ifPresent(household -> {
            ObjectNode lived = node.putObject("household").put("column", household.column());
            if (!household.comparisons().isEmpty()) {
                ArrayNode compared = lived.putArray("comparisons");
                household.comparisons().forEach(comparison -> compared.add(comparison(comparison)));
            }
            if (household.again()) {
                lived.put("again", true);
            }
        });
        return node;
    }

    private static ObjectNode column(Derived derived) {
        ObjectNode column = JSON.objectNode();
        if (derived.others().isPresent()) {
            Others others = derived.others().get();
            column.put("others", others.column()).put("household", others.household());
            return others.own().isEmpty() ? column : column.set("own", texts(others.own()));
        }
        column.set("from", texts(derived.from()));
        column.put("join", derived.join());
        return column.set("clean", texts(derived.clean()));
    }

    private static ObjectNode review(Review review, List<Comparison> comparisons) {
        ObjectNode node = JSON.objectNode();
        for (int c = 0; c < comparisons.size(); c++) {
            Comparison comparison = comparisons.get(c);
            if (!review.levels().get(c).isEmpty()) {
                node.set(comparison.name(), texts(review.levels().get(c).stream().map(comparison::label).toList()));
            }
        }
        return node;
    }

    private static ObjectNode rule(Rule rule) {
        ObjectNode node = JSON.objectNode().put("name", rule.name());
        ArrayNode on = node.putArray("on");
        for (Rule.Key key : rule.on()) {
            ObjectNode part = on.addObject().put("column", key.column());
            part.set("clean", texts(key.clean()));
            part.put("each", key.each());
        }
        return node.put("most", rule.most());
    }

    private static ObjectNode comparison(Comparison comparison) {
        ObjectNode node = JSON.objectNode().put("name", comparison.name())
                .put("missing", ConditionPrinter.print(comparison.missing()));
        ArrayNode levels = node.putArray("levels");
        for (Level level : comparison.levels()) {
            ObjectNode one = levels.addObject().put("when", ConditionPrinter.print(level.when()))
                    .put("label", level.label());
            level.frequency().ifPresent(column -> one.put("frequency", column));
        }
        return node;
    }

    private static ObjectNode training(Training training) {
        ObjectNode node = JSON.objectNode().put("randomPairs", training.randomPairs());
        if (!training.sessions().isEmpty()) {
            node.set("sessions", texts(training.sessions()));
        }
        training.recall().ifPresent(recall -> node.put("recall", recall));
        training.prior().ifPresent(prior -> node.put("prior", prior));
        return node.put("iterations", training.iterations()).put("seed", training.seed());
    }

    private static ObjectNode thresholds(Thresholds thresholds) {
        ObjectNode node = JSON.objectNode();
        thresholds.automatic().ifPresentOrElse(automatic -> node.put("automatic", automatic),
                () -> node.putObject("automatic").put("precision", thresholds.precision()));
        thresholds.clerical().ifPresent(clerical -> node.put("clerical", clerical));
        thresholds.match().ifPresent(match -> node.put("match", match));
        return node;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode node = JSON.arrayNode();
        texts.forEach(node::add);
        return node;
    }
}
