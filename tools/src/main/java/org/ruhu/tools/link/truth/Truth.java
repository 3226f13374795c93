package org.ruhu.tools.link.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ruhu.tools.link.cluster.Links;

/**
 * Who is who: rows with the same code are the same. A row without a code, 0, is nobody else; if that is not so, leave
 * such rows out beforehand. Pairs are those of any two rows or, when one input was linked with another, of a row of
 * each.
 */
public final class Truth {

    private final int[] codes;
    /** Rows from this one on are the second input's. */
    private final int second;
    private final boolean across;
    private final long pairs;

    private Truth(int[] codes, int second, boolean across) {
        this.codes = codes;
        this.second = second;
        this.across = across;
        this.pairs = pairs(codes, new int[codes.length], true);
    }

    /** Of any two rows. */
    public static Truth within(int[] codes) {
        return new Truth(codes, codes.length, false);
    }

    /** Of a row below {@code second} and a row from it on. */
    public static Truth across(int[] codes, int second) {
        return new Truth(codes, second, true);
    }

    public boolean same(int left, int right) {
        return codes[left] == codes[right] && codes[left] != 0;
    }

    /** Whether the two are a pair at all. */
    boolean counts(int left, int right) {
        return !across || left < second != right < second;
    }

    /** How many true pairs there are, whether anything brings them together or not. */
    public long pairs() {
        return pairs;
    }

    /** The score at every threshold; each pair is there once. */
    public Curve curve(Links links) {
        return Curve.of(this, links);
    }

    /**
     * The score of all pairs within clusters, those included that only chains of links brought together.
     *
     * @param cluster a number from 0 on for each row
     */
    public Score clusters(int[] cluster) {
        long called = pairs(cluster, new int[cluster.length], false);
        long correct = pairs(codes, cluster, true);
        return new Score(correct, called - correct, pairs - correct);
    }

    /**
     * B-cubed (Bagga and Baldwin 1998): for each row which share of its cluster is the same as it, itself included, and
     * which share of what is the same as it is in its cluster; the mean over all rows, those of both inputs. Unlike
     * pairs, large clusters count by their rows only.
     *
     * @param cluster a number below the number of rows for each row
     */
    public Shares bCubed(int[] cluster) {
        int[] clusterSize = new int[codes.length];
        int[] codeSize = new int[Arrays.stream(codes).max().orElse(0) + 1];
        for (int row = 0; row < codes.length; row++) {
            clusterSize[cluster[row]]++;
            codeSize[codes[row]]++;
        }
        double precision = 0;
        double recall = 0;
        Cells cells = new Cells(codes, cluster, second);
        while (cells.next()) {
            double rows = cells.rows();
            boolean alone = cells.major() == 0;
            precision += (alone ? rows : rows * rows) / clusterSize[cells.minor()];
            recall += alone ? rows : rows * rows / codeSize[cells.major()];
        }
        return new Shares(precision / codes.length, recall / codes.length);
    }

    /**
     * For each group the pairs from a threshold on, to see whether one group of people fares worse than another.
     *
     * @param group a code from 0 on for each row
     * @return by code, those of the groups that have rows
     */
    public List<GroupScore> groups(int[] group, Links links, double threshold) {
        int groups = Arrays.stream(group).max().orElse(-1) + 1;
        long[] rows = new long[groups];
        long[] truePairs = new long[groups];
        long[] called = new long[groups];
        long[] correct = new long[groups];
        for (int each : group) {
            rows[each]++;
        }
        countTruePairs(group, truePairs);
        for (int i = 0; i < links.count(); i++) {
            int left = links.left()[i];
            int right = links.right()[i];
            if (links.weight()[i] >= threshold && counts(left, right)) {
                int hit = same(left, right) ? 1 : 0;
                called[group[left]]++;
                correct[group[left]] += hit;
                if (group[left] != group[right]) {
                    called[group[right]]++;
                    correct[group[right]] += hit;
                }
            }
        }
        List<GroupScore> scores = new ArrayList<>();
        for (int each = 0; each < groups; each++) {
            if (rows[each] > 0) {
                scores.add(new GroupScore(each, rows[each],
                        new Score(correct[each], called[each] - correct[each], truePairs[each] - correct[each])));
            }
        }
        return scores;
    }

    /** Of the rows that are one, all pairs but those without a row of the group. */
    private void countTruePairs(int[] group, long[] truePairs) {
        int[] first = new int[Arrays.stream(codes).max().orElse(0) + 1];
        int[] other = new int[first.length];
        for (int row = 0; row < codes.length; row++) {
            if (row < second) {
                first[codes[row]]++;
            } else {
                other[codes[row]]++;
            }
        }
        Cells cells = new Cells(codes, group, second);
        while (cells.next()) {
            int code = cells.major();
            if (code != 0) {
                truePairs[cells.minor()] += pairs(first[code], other[code])
                        - pairs(first[code] - cells.firsts(), other[code] - cells.seconds());
            }
        }
    }

    /** Pairs of rows that agree in both codes; the major code 0 agrees with nothing if it means missing. */
    private long pairs(int[] majors, int[] minors, boolean zeroIsMissing) {
        long pairs = 0;
        Cells cells = new Cells(majors, minors, second);
        while (cells.next()) {
            if (cells.major() != 0 || !zeroIsMissing) {
                pairs += pairs(cells.firsts(), cells.seconds());
            }
        }
        return pairs;
    }

    private long pairs(long firsts, long seconds) {
        return across ? firsts * seconds : (firsts + seconds) * (firsts + seconds - 1) / 2;
    }
}
