package org.ruhu.tools.link.clean;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Syllables that one word may begin with are one, and so are those that share a syllable with them: those of 次仁, 泽仁
 * and 才让. Coarse, but whoever is another one here is no short form.
 */
final class LikeSyllables {

    private final Map<Integer, Integer> parents = new HashMap<>();

    /** @param firsts of each word the syllables it may begin with, the usual one first */
    LikeSyllables(List<int[]> firsts) {
        for (int[] syllables : firsts) {
            for (int syllable : syllables) {
                join(syllables[0], syllable);
            }
        }
        List.copyOf(parents.keySet()).forEach(syllable -> parents.put(syllable, of(syllable)));
    }

    /** The one that stands for all, of those in pinyin the shortest; what no word begins with stands for itself. */
    int of(int syllable) {
        int parent = parents.getOrDefault(syllable, syllable);
        return parent == syllable ? syllable : of(parent);
    }

    private void join(int one, int other) {
        int first = Integer.compareUnsigned(of(one), of(other)) < 0 ? of(one) : of(other);
        parents.put(of(one), first);
        parents.put(of(other), first);
    }
}
