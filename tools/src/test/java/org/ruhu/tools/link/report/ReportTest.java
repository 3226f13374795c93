package org.ruhu.tools.link.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Comparison.Level;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Chance;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.link.Note;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.Settings.Thresholds;
import org.ruhu.tools.link.Settings.Training;
import org.ruhu.tools.link.condition.Condition;
import org.ruhu.tools.link.report.Facts.Blocked;
import org.ruhu.tools.link.report.Facts.Group;
import org.ruhu.tools.link.report.Facts.Lack;
import org.ruhu.tools.link.report.Facts.Line;
import org.ruhu.tools.link.report.Facts.Measured;
import org.ruhu.tools.link.report.Facts.Refusal;
import org.ruhu.tools.link.report.Facts.Sample;
import org.ruhu.tools.link.report.Facts.Source;
import org.ruhu.tools.link.report.Facts.Step;
import org.ruhu.tools.link.report.Facts.Unlinkable;
import org.ruhu.tools.link.report.Facts.Why;
import org.ruhu.tools.page.Words;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportTest {

    private static final Cuts CUTS = new Cuts(9.97, -1.5, 2.25);

    @Test
    void isWellFormedWhateverNamesHold() throws Exception {
        String html = Report.html(facts("<b>\"扎西\" & \u0001.csv", true));
        parsed(html);
        assertThat(html).contains("&lt;b&gt;&quot;扎西&quot; &amp;").doesNotContain("<b>", "\u0001");
    }

    @Test
    void loadsNothingAndRunsNothing() {
        assertThat(Report.html(facts("a.csv", true))).doesNotContain("<script", "http:", "https:", "@import")
                .doesNotContainPattern(" on[a-z]+=");
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        String html = Report.html(facts("a.csv", true));
        assertThat(count(html, "lang=\"zh\"")).isEqualTo(count(html, "lang=\"en\"")).isGreaterThan(80);
    }

    @Test
    void saysInItsFirstSentencesWhatWasFound() {
        String html = Report.html(facts("a.csv", false));
        assertThat(html).contains("1,000,000 条记录", "499,999,500,000 对", "<strong>60,000 对自动关联</strong>",
                "<strong>700 对交人工核对</strong>");
    }

    @Test
    void whatIsCountedFromAThresholdIsExactWhereverItLies() {
        Bins bins = new Bins(CUTS);
        bins.add(9.96, 5);
        bins.add(9.97, 7);
        bins.add(500, 1);
        bins.add(-500, 2);
        assertThat(bins.pairsFrom(9.97)).isEqualTo(8);
        assertThat(bins.pairsFrom(-1.5)).isEqualTo(13);
        assertThat(bins.all()).isEqualTo(15);
        bins.forbidden();
        assertThat(bins.linkedFrom(9.97)).isEqualTo(7);
        assertThat(bins.expectedFrom(500)).isZero();
        assertThat(bins.expectedFrom(9.97)).isCloseTo(8, offset(0.01));
    }

    @Test
    void nothingAtAllIsAReportToo() throws Exception {
        Facts full = facts("a.csv", false);
        parsed(Report.html(new Facts(List.of(new Source("a.csv", 2)), 1, full.model(), new Bins(CUTS), List.of(),
                List.of(), Optional.empty(), new Unlinkable(0, List.of()), new TreeMap<>(), List.of(),
                Optional.empty(), List.of())));
    }

    @Test
    void staysSmall() {
        assertThat(Report.html(facts("a.csv", true))).hasSizeLessThan(200_000);
    }

    static Facts facts(String name, boolean truth) {
        Bins bins = new Bins(CUTS);
        for (int i = -30; i < -2; i++) {
            bins.add(i + 0.2, (long) (2_000_000 * Math.exp(-0.03 * (i + 18) * (i + 18))) + 3);
        }
        bins.add(0.3, 400);
        bins.add(5, 300);
        bins.add(15, 20_000);
        bins.add(25, 40_000);
        if (truth) {
            bins.same(0.3, 90);
            bins.same(5, 280);
            bins.same(15, 19_990);
            bins.same(25, 40_000);
        }
        Facts.Measured measured = new Measured(61_000, 0.9871, 1.5, List.of(
                new Line(new Words("对的准确率", "precision of pairs"), 0.9993, 0.9990, 0.9996),
                new Line(new Words("对的查全率", "recall of pairs"), 0.988, 0.987, 0.989),
                new Line(new Words("B³ F1", "B-cubed F1"), 0.9961, Double.NaN, Double.NaN)));
        return new Facts(List.of(new Source(name, 1_000_000)), 499_999_500_000.0, model(), bins, samples(),
                List.of(new Blocked("id_no", 80_000, 80_000, 0, 0)), Optional.of(0.985),
                new Unlinkable(1200, List.of(new Lack(List.of("id number", "birth date"), 900),
                        new Lack(List.of(), 300))),
                new TreeMap<>(Map.of(2, 40_000L, 3, 900L, 4, 20L)),
                List.of(new Refusal(Note.of("refused-veto", "id_no"), 12, List.of("a/members/1 | b/members/2"))),
                truth ? Optional.of(measured) : Optional.empty(),
                truth ? List.of(new Group("Tibetan", 900_000, 55_000, 54_900, 54_000),
                        new Group("Han", 100_000, 6000, 5990, 5980)) : List.of());
    }

    private static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (Why why : Why.values()) {
            samples.add(new Sample(why, "0a1b/members/1", "9c8d/members/3", 12.4, "name + year", List.of(
                    new Step("name", "same keys", "扎*", "扎*", 9.5, 1.2),
                    new Step("birth date", "same year", "1***", "1***", -1.4, 0),
                    new Step("id number", "missing", "", "5***", 0, 0))));
        }
        return samples;
    }

    private static Model model() {
        Condition same = new Condition.Test("exact", "name", "name", Condition.Relation.AT_LEAST, 1);
        Condition missing = new Condition.Test("missing", "name", "name", Condition.Relation.AT_LEAST, 1);
        List<Comparison> comparisons = new ArrayList<>();
        List<List<Chance>> chances = new ArrayList<>();
        for (String name : List.of("name", "birth date", "id number")) {
            comparisons.add(new Comparison(name, missing, List.of(
                    new Level(same, "exact", Optional.of("name")), new Level(same, "similar", Optional.empty()))));
            chances.add(List.of(new Chance(0.9, 0.0004, "EM of 3 rules", "random pairs"),
                    new Chance(0.08, 0.01, "EM of 3 rules", "random pairs"),
                    new Chance(0.02, 0.9896, "EM of 3 rules", "random pairs")));
        }
        Settings settings = new Settings(Optional.empty(), Scope.WITHIN, false, Map.of(), List.of(), comparisons,
                Training.USUAL, Thresholds.CHOSEN, List.of(), 20);
        return new Model(settings, 2e-7, chances, Map.of(), CUTS, List.of(Note.of("guess"), Note.written("looked at by 卓玛")));
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    /** The page is XML but for its first line and the tags that HTML does not close. */
    private static void parsed(String html) throws ParserConfigurationException, IOException, SAXException {
        String xml = html.substring(html.indexOf("<html")).replaceAll("<(meta|input|br)([^>]*)>", "<$1$2/>");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(
                xml.replace(" checked/>", "/>"))));
    }
}
