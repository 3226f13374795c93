package org.ruhu.tools.disclosure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ruhu.tools.disclosure.Planned.Use;
import org.ruhu.tools.page.Words;

/**
 * What risk was there, what was done about it, what it cost and what is left.
 *
 * @param people            read
 * @param sampled           people drawn
 * @param leftOut           people of the sample whom no blanking helped
 * @param populationUniques people of the sample whose keys nobody else had in all that was read, before blanking
 * @param special           who is unique with few keys, before blanking; afterwards nobody is unique with any
 * @param linked            people released who can be told to live with others of the file, by what only they share
 * @param again             what it tells together with files released before
 */
public record RiskReport(Settings settings, int people, int households, int sampled, Stage before, Stage after,
                         int leftOut, int populationUniques, int linked, SpecialUniques special, List<Loss> losses,
                         List<Again> again) {

    /** Shares that DIS-SUDA scores are counted above. */
    static final List<Double> SUDA_STEPS = List.of(0.0, 0.05, 0.1, 0.2, 0.5);

    static final List<String> SOURCES = List.of(
            "Samarati P, Sweeney L (1998): Protecting privacy when disclosing information: k-anonymity and its"
                    + " enforcement through generalization and suppression. SRI-CSL-98-04.",
            "Machanavajjhala A, Kifer D, Gehrke J, Venkitasubramaniam M (2007): l-diversity: privacy beyond"
                    + " k-anonymity. ACM TKDD 1(1).",
            "Benedetti R, Franconi L (1998): Statistical and technological solutions for controlled data"
                    + " dissemination. Pre-proceedings of New Techniques and Technologies for Statistics 1.",
            "Elliot M, Manning A, Mayes K, Gurd J, Bane M (2005): SUDA: a program for detecting special uniques. Joint"
                    + " UNECE/Eurostat work session on statistical data confidentiality, Geneva.",
            "Skinner C, Elliot M (2002): A measure of disclosure risk for microdata. JRSS B 64(4).",
            "Ganta SR, Kasiviswanathan SP, Smith A (2008): Composition attacks and auxiliary information in data"
                    + " privacy. KDD 2008.",
            "Hundepool A et al. (2012): Statistical Disclosure Control. Wiley.",
            "Templ M, Kowarik A, Meindl B (2015): Statistical disclosure control for micro-data using the R package"
                    + " sdcMicro. Journal of Statistical Software 67(4).");

    /**
     * @param combinations different ones of the keys
     * @param smallest     people in the smallest class
     * @param unsafe       people in classes too small or too much alike
     * @param few          people in classes smaller than k
     */
    record Stage(int people, int households, int combinations, int smallest, int unsafe, int few, Risk risk) {}

    /**
     * @param blanked cells
     * @param rare    of them, because few people have the value
     * @param before  bits a row tells, with the coarser values, before blanking
     */
    record Loss(Planned planned, long blanked, long rare, double before, double after) {}

    List<Planned> keys() {
        return settings.variables().stream().filter(planned -> planned.use() == Use.KEY).toList();
    }

    /** Share of cells of keys that are blanked. */
    double blankShare() {
        long cells = losses.stream().filter(loss -> loss.planned().use() == Use.KEY).mapToLong(Loss::blanked).sum();
        long keys = losses.stream().filter(loss -> loss.planned().use() == Use.KEY).count();
        return after.people() == 0 ? 1 : (double) cells / (keys * after.people());
    }

    double leftOutShare() {
        return sampled == 0 ? 0 : (double) leftOut / sampled;
    }

    double linkedShare() {
        return after.people() == 0 ? 0 : (double) linked / after.people();
    }

    private double matchedShare(Again file) {
        return after.people() == 0 ? 0 : (double) file.matched() / after.people();
    }

    double aloneShare() {
        return after.households() == 0 ? 0 : (double) after.risk().alone() / after.households();
    }

    /** A measure, how much of it there may be, and how much there is. */
    record Limit(String zh, String en, String code, double most, double is) {

        boolean kept() {
            return is <= most;
        }
    }

    /** What is asked of the file, kept or not. */
    List<Limit> limits() {
        Settings.Limits most = settings.limits();
        List<Limit> limits = new ArrayList<>();
        limits.add(new Limit("处于不足 k 人或取值不足 l 种的组合中的人数", "people in classes under k or l", "unsafe", 0,
                after.unsafe()));
        limits.add(new Limit("单人被认出的最大可能", "largest risk of one person", "person", most.person(),
                after.risk().largest()));
        if (settings.together()) {
            limits.add(new Limit("一户中有人被认出的最大可能", "largest risk of a household", "household", most.household(),
                    after.risk().household()));
            limits.add(new Limit("独一无二的户所占比例", "share of households like no other", "alone", most.alone(),
                    aloneShare()));
        }
        if (settings.households() == Settings.Households.APART) {
            limits.add(new Limit("可由全户共有的取值重新拼成一户的人数比例", "share of people who can be put together with their household",
                    "linked", most.linked(), linkedShare()));
        }
        if (!again.isEmpty()) {
            limits.add(new Limit("与先前公开的文件一对一配上、合起来多知道的人数比例",
                    "share of people whose row fits one of a file released before, both telling more", "matched",
                    most.matched(), again.stream().mapToDouble(this::matchedShare).max().orElse(0)));
            limits.add(new Limit("与先前公开的文件合在一起可推出敏感取值的人数",
                    "people whose sensitive value both files together tell", "told", 0,
                    again.stream().mapToInt(Again::told).max().orElse(0)));
        }
        limits.add(new Limit("关键变量中被抑制的单元格比例", "share of blanked cells among keys", "blank", most.blank(),
                blankShare()));
        limits.add(new Limit("被剔除的人所占比例", "share of people left out", "leftOut", most.leftOut(), leftOutShare()));
        return limits;
    }

    /** Why the file is not released; empty when it may be. */
    public List<Words> refusals() {
        List<Words> refusals = new ArrayList<>();
        if (after.people() == 0) {
            refusals.add(new Words("一个人也没有剩下：请把关键变量归并得更粗",
                    "nobody is left: make the keys coarser"));
        }
        limits().stream().filter(limit -> !limit.kept()).forEach(limit -> refusals.add(new Words(
                "%s：%s，最多 %s".formatted(limit.zh(), shown(limit.is()), shown(limit.most())),
                "%s: %s, at most %s".formatted(limit.en(), shown(limit.is()), shown(limit.most())))));
        return refusals;
    }

    static String shown(double number) {
        return Recoding.plain(Math.round(number * 1e5) / 1e5);
    }

    /** For machines; the same data and settings give the same text. */
    public ObjectNode json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("released", refusals().isEmpty());
        json.putArray("refusals");
        refusals().forEach(why -> json.withArray("/refusals").add(why.en()));
        json.put("k", settings.k()).put("fraction", settings.fraction());
        json.put("households", settings.households().name().toLowerCase(Locale.ROOT));
        settings.reason().ifPresent(reason -> json.put("reason", reason));
        json.put("peopleRead", people).put("householdsRead", households).put("peopleSampled", sampled);
        json.put("peopleLeftOut", leftOut).put("populationUniques", populationUniques)
                .put("peopleLinked", linked);
        stage(json.putObject("before"), before);
        ObjectNode uniques = json.putObject("specialUniques").put("uniques", special.uniques())
                .put("largestDisSuda", rounded(special.largest()));
        SUDA_STEPS.forEach(step -> uniques.withArray("/above").addObject().put("disSuda", step)
                .put("people", special.above(step)));
        List<Planned> keys = keys();
        for (int key = 0; key < keys.size(); key++) {
            uniques.withArray("/contributions").addObject().put("key", keys.get(key).name())
                    .put("share", rounded(special.contribution()[key]));
        }
        stage(json.putObject("after"), after);
        limits().forEach(limit -> json.withArray("/limits").addObject().put("limit", limit.code())
                .put("most", limit.most()).put("is", rounded(limit.is())).put("kept", limit.kept()));
        again.forEach(file -> json.withArray("/releasedBefore").addObject().put("file", file.file())
                .put("peopleInBoth", file.both()).put("matched", file.matched()).put("told", file.told()));
        losses.forEach(loss -> loss(json.withArray("/variables").addObject(), loss));
        SOURCES.forEach(json.putArray("sources")::add);
        return json;
    }

    private static void loss(ObjectNode json, Loss loss) {
        Planned planned = loss.planned();
        json.put("variable", planned.name()).put("from", planned.from())
                .put("use", planned.use().name().toLowerCase(Locale.ROOT))
                .put("recoding", planned.recoding().said())
                .put("importance", planned.importance()).put("blanked", loss.blanked()).put("rare", loss.rare())
                .put("bitsBefore", rounded(loss.before())).put("bitsAfter", rounded(loss.after()));
        if (planned.use() == Use.SENSITIVE) {
            json.put("l", planned.least());
            planned.harmless().stream().sorted().forEach(json.putArray("harmless")::add);
        }
    }

    private static void stage(ObjectNode json, Stage stage) {
        json.put("people", stage.people()).put("households", stage.households())
                .put("combinations", stage.combinations()).put("smallestClass", stage.smallest())
                .put("peopleUnderK", stage.few()).put("peopleUnsafe", stage.unsafe())
                .put("largestRisk", rounded(stage.risk().largest()))
                .put("expectedFound", rounded(stage.risk().expected()))
                .put("globalRisk", rounded(stage.risk().expected() / Math.max(1, stage.people())))
                .put("largestHouseholdRisk", rounded(stage.risk().household()))
                .put("meanHouseholdRisk", rounded(stage.risk().meanHousehold()))
                .put("householdsLikeNoOther", stage.risk().alone());
    }

    private static double rounded(double number) {
        return Math.round(number * 1e6) / 1e6;
    }
}
