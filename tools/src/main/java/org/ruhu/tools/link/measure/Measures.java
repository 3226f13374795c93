package org.ruhu.tools.link.measure;

import java.util.Map;
import java.util.TreeMap;
import org.ruhu.tools.link.likeness.Bag;
import org.ruhu.tools.link.likeness.Damerau;
import org.ruhu.tools.link.likeness.Jaro;
import org.ruhu.tools.link.likeness.JaroWinkler;
import org.ruhu.tools.link.likeness.Levenshtein;
import org.ruhu.tools.link.likeness.Numbers;
import org.ruhu.tools.link.likeness.Runs;
import org.ruhu.tools.link.likeness.Screen;

/** What the measures that conditions may name do. {@code missing} is none of them: it looks at no value. */
public final class Measures {

    private static final Map<String, Measure> MEASURES = new TreeMap<>();

    static {
        MEASURES.put("exact", EqualLikeness::new);
        MEASURES.put("starts_with", TextLikeness.alike((a, aFrom, aTo, b, bFrom, bTo) ->
                Runs.prefix(a, aFrom, aTo, b, bFrom, bTo) == Math.min(aTo - aFrom, bTo - bFrom) ? 1 : 0));
        MEASURES.put("day_month_exchanged", DateMeasures.EXCHANGED);
        MEASURES.put("jaro", LetteredLikeness.of(Jaro::of, Jaro::atLeast, Screen::jaro, 1));
        MEASURES.put("jaro_winkler",
                LetteredLikeness.of(JaroWinkler::of, JaroWinkler::atLeast, Screen::jaroWinkler, 1));
        MEASURES.put("levenshtein_likeness", TextLikeness.alike((a, aFrom, aTo, b, bFrom, bTo) ->
                1 - (double) Levenshtein.of(a, aFrom, aTo, b, bFrom, bTo) / Math.max(aTo - aFrom, bTo - bFrom)));
        MEASURES.put("damerau_likeness", TextLikeness.alike((a, aFrom, aTo, b, bFrom, bTo) ->
                1 - (double) Damerau.of(a, aFrom, aTo, b, bFrom, bTo) / Math.max(aTo - aFrom, bTo - bFrom)));
        MEASURES.put("bigrams", PiecesLikeness.dice(Bag.BIGRAMS));
        MEASURES.put("letters", PiecesLikeness.jaccard(Bag.CHARACTERS));
        MEASURES.put("words", PiecesLikeness.jaccard(Bag.WORDS));
        MEASURES.put("words_contained", PiecesLikeness.overlap(Bag.WORDS));
        MEASURES.put("words_similar", TextLikeness.alike(WordMeasures::similar));
        MEASURES.put("common_words", PiecesLikeness.common(Bag.WORDS));
        MEASURES.put("tibetan_name", PopulationLikeness::ofNames);
        MEASURES.put("id_likeness", PopulationLikeness::ofIdNumbers);
        MEASURES.put("levenshtein", LetteredLikeness.of(Levenshtein::of, (most, a, aFrom, aTo, b, bFrom, bTo) ->
                Levenshtein.within((int) most, a, aFrom, aTo, b, bFrom, bTo), Screen::edits, 0));
        MEASURES.put("damerau_levenshtein", LetteredLikeness.of(Damerau::of, (most, a, aFrom, aTo, b, bFrom, bTo) ->
                Damerau.within((int) most, a, aFrom, aTo, b, bFrom, bTo), Screen::edits, 0));
        MEASURES.put("difference", NumberLikeness.of(NumberLikeness::number, Numbers::difference));
        MEASURES.put("relative_difference", NumberLikeness.of(NumberLikeness::number, Numbers::share));
        MEASURES.put("days", DateMeasures.DAYS);
        MEASURES.put("months", DateMeasures.MONTHS);
        MEASURES.put("years", DateMeasures.YEARS);
        MEASURES.put("distance_km", PlaceLikeness::new);
    }

    private Measures() {}

    /** @throws IllegalArgumentException if there is none of that name */
    public static Measure named(String name) {
        Measure measure = MEASURES.get(name);
        if (measure == null) {
            throw new IllegalArgumentException("there is no measure " + name + "; there are "
                    + String.join(", ", MEASURES.keySet()));
        }
        return measure;
    }
}
