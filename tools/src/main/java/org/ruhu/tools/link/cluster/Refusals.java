package org.ruhu.tools.link.cluster;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.ruhu.tools.link.cluster.Refusal.Reason;

/** Refusals in 14 bytes each: a bad threshold makes millions. */
final class Refusals extends AbstractList<Refusal> implements RandomAccess {

    private static final Reason[] REASONS = Reason.values();

    private int[] left = new int[16];
    private int[] right = new int[16];
    private float[] weight = new float[16];
    private byte[] reason = new byte[16];
    private byte[] veto = new byte[16];
    private int count;

    void add(int leftRow, int rightRow, float bits, Reason why, int column) {
        if (count == left.length) {
            int room = count + (count >> 1);
            left = Arrays.copyOf(left, room);
            right = Arrays.copyOf(right, room);
            weight = Arrays.copyOf(weight, room);
            reason = Arrays.copyOf(reason, room);
            veto = Arrays.copyOf(veto, room);
        }
        left[count] = leftRow;
        right[count] = rightRow;
        weight[count] = bits;
        reason[count] = (byte) why.ordinal();
        veto[count++] = (byte) column;
    }

    @Override
    public Refusal get(int index) {
        if (index >= count) {
            throw new IndexOutOfBoundsException(index);
        }
        return new Refusal(left[index], right[index], weight[index], REASONS[reason[index]], veto[index]);
    }

    @Override
    public int size() {
        return count;
    }
}
