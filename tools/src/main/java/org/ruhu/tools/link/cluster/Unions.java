package org.ruhu.tools.link.cluster;

import java.util.Arrays;

/**
 * Rows that belong together: a forest with a root for each cluster (Tarjan 1975), the larger swallowing the smaller.
 */
final class Unions {

    /** The row above, or at a root the number of rows below zero. */
    private final int[] above;

    Unions(int rows) {
        above = new int[rows];
        Arrays.fill(above, -1);
    }

    int root(int row) {
        int at = row;
        while (above[at] >= 0) {
            int next = above[at];
            if (above[next] >= 0) {
                above[at] = above[next];
            }
            at = next;
        }
        return at;
    }

    int size(int root) {
        return -above[root];
    }

    /** Makes one cluster of two and says which root is the root of both. */
    int join(int oneRoot, int otherRoot) {
        int top = above[oneRoot] <= above[otherRoot] ? oneRoot : otherRoot;
        int below = top == oneRoot ? otherRoot : oneRoot;
        above[top] += above[below];
        above[below] = top;
        return top;
    }

    /** For each row the smallest row it belongs with. */
    int[] smallest() {
        int[] smallest = new int[above.length];
        Arrays.fill(smallest, -1);
        for (int row = 0; row < above.length; row++) {
            int root = root(row);
            if (smallest[root] < 0) {
                smallest[root] = row;
            }
            smallest[row] = smallest[root];
        }
        return smallest;
    }
}
