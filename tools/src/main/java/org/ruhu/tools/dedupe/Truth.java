package org.ruhu.tools.dedupe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.cluster.Links;
import org.ruhu.tools.link.report.Facts;
import org.ruhu.tools.link.report.Facts.Line;
import org.ruhu.tools.page.Words;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.truth.Curve;
import org.ruhu.tools.link.truth.GroupScore;
import org.ruhu.tools.link.truth.Interval;
import org.ruhu.tools.link.truth.Score;
import org.ruhu.tools.link.truth.Shares;

/** How well a run found who is who, as a column says: records with equal values are the same. */
final class Truth {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int POINTS = 200;
    private static final double NO_INTERVAL = Double.NaN;

    private final Linked linked;
    private final String column;
    private final org.ruhu.tools.link.truth.Truth truth;
    private final Links links;
    private final Curve curve;
    private final Grouped clusters;

    /** Clusters against the truth, pair by pair and row by row. */
    private record Grouped(Score score, Shares shares) {

        static Grouped of(org.ruhu.tools.link.truth.Truth truth, int[] rows) {
            return new Grouped(truth.clusters(rows), truth.bCubed(rows));
        }
    }

    Truth(Linked linked, String column) {
        this.linked = linked;
        this.column = column;
        int[] codes = linked.records().column(column).codes();
        truth = linked.model().settings().scope() == Scope.ACROSS
                ? org.ruhu.tools.link.truth.Truth.across(codes, linked.records().first())
                : org.ruhu.tools.link.truth.Truth.within(codes);
        links = linked.possible();
        curve = truth.curve(links);
        clusters = Grouped.of(truth, linked.clusters().rows());
    }

    /** Said before the long work begins. */
    static void refuseUseless(Records records, String column) {
        BitSet met = new BitSet();
        for (int code : records.column(column).codes()) {
            if (code != Column.MISSING && met.get(code)) {
                return;
            }
            met.set(code);
        }
        throw new CannotRun("--truth " + column + ": no two records have the same value there, so there is nothing to"
                + " measure");
    }

    boolean same(int left, int right) {
        return truth.same(left, right);
    }

    /** Pairs from the single cut on. */
    private Score byDefault() {
        return curve.at(linked.model().cuts().match());
    }

    /** Of the pairs in some zones. */
    private Score in(Set<Linked.Zone> zones) {
        long right = 0;
        long wrong = 0;
        for (int pair = 0; pair < linked.scored().size(); pair++) {
            if (linked.scored().weight()[pair] >= linked.model().cuts().clerical()
                    && zones.contains(linked.zone(pair))) {
                boolean same = same(linked.scored().left()[pair], linked.scored().right()[pair]);
                right += same ? 1 : 0;
                wrong += same ? 0 : 1;
            }
        }
        return new Score(right, wrong, truth.pairs() - right);
    }

    ObjectNode json() {
        Model.Cuts cuts = linked.model().cuts();
        ObjectNode json = JSON.objectNode().put("truth", column).put("records", linked.records().size())
                .put("truePairs", truth.pairs()).put("notAmongThePairs", curve.unseen());
        json.set("default", at(cuts.match(), byDefault()));
        json.set("automatic", at(cuts.automatic(), in(Set.of(Linked.Zone.AUTOMATIC))));
        json.set("clerical", at(cuts.clerical(), in(Set.of(Linked.Zone.AUTOMATIC, Linked.Zone.CLERICAL))));
        curve.best().ifPresent(best -> json.set("best", at(best.weight(), best.score())));
        json.set("clusters", json(clusters));
        json.set("certain", json(Grouped.of(truth, linked.certain().rows())));
        ArrayNode points = json.putArray("curve");
        curve.points(POINTS).forEach(point -> points.addObject().put("weight", rounded(point.weight()))
                .put("precision", rounded(point.score().precision())).put("recall", rounded(point.score().recall())));
        return json;
    }

    private static ObjectNode at(double weight, Score score) {
        ObjectNode json = JSON.objectNode().put("weight", rounded(weight))
                .put("probability", rounded(Model.probability(weight)));
        return scored(json, score);
    }

    private static ObjectNode scored(ObjectNode json, Score score) {
        json.put("correct", score.correct()).put("wrong", score.wrong()).put("missed", score.missed());
        put(json, "precision", score.precision(), score.precisionInterval());
        put(json, "recall", score.recall(), score.recallInterval());
        put(json, "f1", score.f1(), score.f1Interval());
        return json;
    }

    private static void put(ObjectNode json, String name, double value, Interval interval) {
        if (Double.isNaN(value)) {
            json.putNull(name);
        } else {
            json.put(name, rounded(value));
            json.putArray(name + "Interval").add(rounded(interval.low())).add(rounded(interval.high()));
        }
    }

    private static ObjectNode json(Grouped grouped) {
        Shares shares = grouped.shares();
        ObjectNode json = scored(JSON.objectNode(), grouped.score());
        json.putObject("bCubed").put("precision", rounded(shares.precision())).put("recall", rounded(shares.recall()))
                .put("f1", rounded(shares.f1()));
        return json;
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    /** For people at the terminal. */
    List<String> said() {
        Score score = byDefault();
        String best = curve.best().map(point -> String.format(Locale.ROOT, "best F1 %.4f at weight %.2f",
                point.score().f1(), point.weight())).orElse("no pair is right");
        return List.of(String.format(Locale.ROOT,
                "precision %.4f, recall %.4f, F1 %.4f at the single cut (weight %.2f); %s", score.precision(),
                score.recall(), score.f1(), linked.model().cuts().match(), best),
                String.format(Locale.ROOT, "%,d true pairs, %,d of them were not compared or far below", truth.pairs(),
                        curve.unseen()));
    }

    Facts.Measured measured() {
        Score score = byDefault();
        Score paired = clusters.score();
        Shares shares = clusters.shares();
        return new Facts.Measured(truth.pairs(), curve.best().map(best -> best.score().f1()).orElse(0.0),
                curve.best().map(best -> (double) best.weight()).orElse(0.0), List.of(
                        line("成对准确率", "precision of pairs", score.precision(), score.precisionInterval()),
                        line("成对查全率", "recall of pairs", score.recall(), score.recallInterval()),
                        line("成对 F1", "F1 of pairs", score.f1(), score.f1Interval()),
                        line("组内成对准确率", "precision of pairs in clusters", paired.precision(),
                                paired.precisionInterval()),
                        line("组内成对查全率", "recall of pairs in clusters", paired.recall(),
                                paired.recallInterval()),
                        line("B³ 准确率", "B-cubed precision", shares.precision(), NO_INTERVAL, NO_INTERVAL),
                        line("B³ 查全率", "B-cubed recall", shares.recall(), NO_INTERVAL, NO_INTERVAL)));
    }

    private static Line line(String zh, String en, double value, Interval interval) {
        return line(zh, en, value, interval.low(), interval.high());
    }

    private static Line line(String zh, String en, double value, double low, double high) {
        return new Line(new Words(zh, en), value, low, high);
    }

    /** Errors for each value of a column; a record without one is in a group of its own. */
    List<Facts.Group> groups(String name) {
        Column group = linked.records().column(name);
        return truth.groups(group.codes(), links, linked.model().cuts().match()).stream().map(score ->
                group(group, score)).toList();
    }

    private static Facts.Group group(Column column, GroupScore of) {
        Score score = of.score();
        String name = of.group() == Column.MISSING ? "–" : column.values().text(of.group());
        return new Facts.Group(name, of.rows(), score.correct() + score.missed(), score.correct() + score.wrong(),
                score.correct());
    }
}
