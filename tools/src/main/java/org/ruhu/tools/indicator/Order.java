package org.ruhu.tools.indicator;

/** Places in order of their numbers, without boxing: 8 bytes per place while sorting, 4 after. */
public final class Order {

    private final double[] first;
    private final double[] second;
    private final int[] places;
    private final int[] spare;

    private Order(double[] first, double[] second, int size) {
        this.first = first;
        this.second = second;
        this.places = new int[size];
        this.spare = new int[size];
        for (int i = 0; i < size; i++) {
            places[i] = i;
        }
    }

    /**
     * Ascending by the first numbers, by the second where those are equal; so whoever goes through in this order meets
     * the same pairs of numbers whatever order they came in.
     */
    public static int[] of(double[] first, double[] second, int size) {
        Order order = new Order(first, second, size);
        order.sort(0, size);
        return order.places;
    }

    private void sort(int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(from, middle);
        sort(middle, to);
        if (compare(places[middle - 1], places[middle]) <= 0) {
            return;
        }
        System.arraycopy(places, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            places[at] = right < to && compare(places[right], spare[left]) < 0 ? places[right++] : spare[left++];
        }
    }

    private int compare(int a, int b) {
        int byFirst = Double.compare(first[a], first[b]);
        return byFirst != 0 ? byFirst : Double.compare(second[a], second[b]);
    }
}
