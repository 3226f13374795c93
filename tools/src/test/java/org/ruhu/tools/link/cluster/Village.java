package org.ruhu.tools.link.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Links written as {@code "0-1 9, 1-2 4"}: two rows and a weight. */
final class Village {

    private Village() {}

    static Links links(String text) {
        String[] parts = text.isBlank() ? new String[0] : text.split(", *");
        int[] left = new int[parts.length];
        int[] right = new int[parts.length];
        float[] weight = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            String[] words = parts[i].split("[- ]", 3);
            left[i] = Integer.parseInt(words[0]);
            right[i] = Integer.parseInt(words[1]);
            weight[i] = Float.parseFloat(words[2]);
        }
        return new Links(left, right, weight);
    }

    /** Every pair at most once, with weights that often tie, in no order. */
    static Links random(Random random, int rows, int count, boolean across) {
        TreeSet<Integer> pairs = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            int left = random.nextInt(across ? rows / 2 : rows);
            int right = across ? rows / 2 + random.nextInt(rows - rows / 2) : random.nextInt(rows);
            if (left < right) {
                pairs.add(left * rows + right);
            }
        }
        List<Integer> shuffled = new ArrayList<>(pairs);
        Collections.shuffle(shuffled, random);
        int[] left = shuffled.stream().mapToInt(pair -> pair / rows).toArray();
        int[] right = shuffled.stream().mapToInt(pair -> pair % rows).toArray();
        float[] weight = new float[left.length];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = random.nextInt(9) - 2;
        }
        return new Links(left, right, weight);
    }

    static Links shuffled(Links links, Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < links.count(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        float[] weight = new float[links.count()];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = links.weight()[order.get(i)];
        }
        return new Links(order.stream().mapToInt(i -> links.left()[i]).toArray(),
                order.stream().mapToInt(i -> links.right()[i]).toArray(), weight);
    }

    static int[] values(Random random, int rows, int different) {
        int[] values = new int[rows];
        Arrays.setAll(values, row -> Math.max(0, random.nextInt(different + 2) - 1));
        return values;
    }
}
