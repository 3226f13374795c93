package org.ruhu.tools.link.cluster;

import java.util.Arrays;
import org.ruhu.tools.link.cluster.Refusal.Reason;

/**
 * Weak links without which a cluster would be two. If two groups of records were one person, more than one of the many
 * pairs across would have been linked; so such a link is rather a mistake, as of two brothers, each entered twice
 * (Randall et al. 2014, Use of graph theory measures to identify errors in record linkage; bridges after Tarjan 1974).
 *
 * <p>A link is cut if its weight is below the given one, its going leaves two parts, each part has two rows at least,
 * and in each at least half of all pairs are linked. The weakest goes first, and what is left is judged again: the
 * parts are those of the piece a link lies in by then.
 */
final class Bridges {

    /** Below that, no part could have two rows on both sides. */
    private static final int LEAST = 4;

    private final Links links;
    private final Refusals refusals;
    private final double weak;
    /** Rows and links in the part of the cluster's search tree from a row down, as far as nothing is cut off. */
    private final int[] rowsBelow;
    private final int[] linksBelow;
    /** The row above in the search tree, -1 at a top; and the link that leads there. */
    private final int[] above;
    private final int[] linkAbove;
    private final Neighbours neighbours;
    private final int[] next;

    private Bridges(int[] cluster, Links links, double weak, Refusals refusals) {
        this.links = links;
        this.weak = weak;
        this.refusals = refusals;
        neighbours = new Neighbours(cluster, links, LEAST);
        next = neighbours.cursor();
        rowsBelow = new int[cluster.length];
        linksBelow = new int[cluster.length];
        above = new int[cluster.length];
        linkAbove = new int[cluster.length];
        Arrays.fill(above, -1);
        Arrays.fill(linkAbove, -1);
    }

    /** Gives the rows of what is cut off new cluster numbers, and tells of each cut. */
    static void cut(int[] cluster, Links links, double weak, Refusals refusals) {
        new Bridges(cluster, links, weak, refusals).all(cluster);
    }

    private void all(int[] cluster) {
        int[] found = new int[cluster.length];
        int[] lowest = new int[cluster.length];
        int[] order = new int[cluster.length];
        int visited = 0;
        for (int row = 0; row < cluster.length; row++) {
            if (found[row] == 0 && neighbours.any(row)) {
                int end = search(row, visited, found, lowest, order);
                cut(order, visited, end, found, lowest);
                number(cluster, order, visited, end);
                visited = end;
            }
        }
    }

    /**
     * Walks a whole cluster, deep first. {@code found} tells when a row was met, from 1, and {@code lowest} the
     * earliest row that links from a row's part of the tree lead to: what is not earlier than the row itself hangs on
     * one link.
     */
    private int search(int start, int first, int[] found, int[] lowest, int[] order) {
        int end = first;
        int row = start;
        found[row] = lowest[row] = ++end;
        order[end - 1] = row;
        while (row >= 0) {
            if (next[row] < neighbours.end(row)) {
                int link = neighbours.link(next[row]++);
                int other = links.left()[link] == row ? links.right()[link] : links.left()[link];
                if (found[other] == 0) {
                    above[other] = row;
                    linkAbove[other] = link;
                    found[other] = lowest[other] = ++end;
                    order[end - 1] = other;
                    linksBelow[row]++;
                    row = other;
                } else if (link != linkAbove[row] && found[other] < found[row]) {
                    lowest[row] = Math.min(lowest[row], found[other]);
                    linksBelow[other]++;
                }
            } else {
                int up = above[row];
                rowsBelow[row]++;
                if (up >= 0) {
                    lowest[up] = Math.min(lowest[up], lowest[row]);
                    rowsBelow[up] += rowsBelow[row];
                    linksBelow[up] += linksBelow[row];
                }
                row = up;
            }
        }
        return end;
    }

    private void cut(int[] order, int from, int to, int[] found, int[] lowest) {
        int[] bridges = new int[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            int row = order[i];
            if (above[row] >= 0 && lowest[row] == found[row] && links.weight()[linkAbove[row]] < weak) {
                bridges[count++] = linkAbove[row];
            }
        }
        Arrays.sort(bridges, 0, count);
        for (int i = count - 1; i >= 0; i--) {
            cut(bridges[i]);
        }
    }

    /** Links are numbered by falling weight, so the last is the weakest. */
    private void cut(int link) {
        int row = linkAbove[links.left()[link]] == link ? links.left()[link] : links.right()[link];
        int top = above[row];
        while (above[top] >= 0) {
            top = above[top];
        }
        if (dense(rowsBelow[row], linksBelow[row])
                && dense(rowsBelow[top] - rowsBelow[row], linksBelow[top] - linksBelow[row] - 1)) {
            for (int up = above[row]; up >= 0; up = above[up]) {
                rowsBelow[up] -= rowsBelow[row];
                linksBelow[up] -= linksBelow[row] + 1;
            }
            above[row] = -1;
            refusals.add(links.left()[link], links.right()[link], links.weight()[link], Reason.BRIDGE, -1);
        }
    }

    private static boolean dense(int rows, int linked) {
        return rows >= 2 && 4L * linked >= (long) rows * (rows - 1);
    }

    /**
     * Rows stand in the order they were met, so the row above has its number already; the smallest row gives the
     * number.
     */
    private void number(int[] cluster, int[] order, int from, int to) {
        for (int i = from; i < to; i++) {
            rowsBelow[order[i]] = above[order[i]] < 0 ? order[i] : rowsBelow[above[order[i]]];
        }
        for (int i = from; i < to; i++) {
            cluster[order[i]] = Integer.MAX_VALUE;
        }
        for (int i = from; i < to; i++) {
            int top = rowsBelow[order[i]];
            cluster[top] = Math.min(cluster[top], order[i]);
        }
        for (int i = from; i < to; i++) {
            cluster[order[i]] = cluster[rowsBelow[order[i]]];
        }
    }
}
