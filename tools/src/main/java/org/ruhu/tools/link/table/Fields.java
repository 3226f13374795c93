package org.ruhu.tools.link.table;

import java.util.Arrays;

/**
 * The values of one record in the order of the columns wanted, as characters one behind the other: a million records
 * need no million texts. What was not put is missing. The next record is put into the same.
 */
public final class Fields {

    private char[] chars = new char[256];
    private final int[] from;
    private final int[] to;
    private int end;

    Fields(int size) {
        from = new int[size];
        to = new int[size];
    }

    static Fields of(String... texts) {
        Fields fields = new Fields(texts.length);
        fields.fill(texts);
        return fields;
    }

    void clear() {
        end = 0;
        Arrays.fill(to, 0);
        Arrays.fill(from, 0);
    }

    /** As it stands there, but for the blanks around it. */
    void put(int field, char[] text, int offset, int length) {
        int first = offset;
        int last = offset + length;
        while (first < last && Character.isWhitespace(text[first])) {
            first++;
        }
        while (first < last && Character.isWhitespace(text[last - 1])) {
            last--;
        }
        room(last - first);
        System.arraycopy(text, first, chars, end, last - first);
        from[field] = end;
        end += last - first;
        to[field] = end;
    }

    /** One for each field, null for a missing one; blanks are left. */
    void fill(String... texts) {
        clear();
        for (int field = 0; field < texts.length; field++) {
            if (texts[field] != null) {
                put(field, texts[field]);
            }
        }
    }

    private void put(int field, String text) {
        room(text.length());
        text.getChars(0, text.length(), chars, end);
        from[field] = end;
        end += text.length();
        to[field] = end;
    }

    private void room(int more) {
        if (end + more > chars.length) {
            chars = Arrays.copyOf(chars, Growth.beyond(end + more));
        }
    }

    public int size() {
        return to.length;
    }

    public boolean isEmpty(int field) {
        return from[field] == to[field];
    }

    public String text(int field) {
        return new String(chars, from[field], to[field] - from[field]);
    }

    public String[] texts() {
        String[] texts = new String[size()];
        Arrays.setAll(texts, this::text);
        return texts;
    }

    /** All values; where each is say {@link #from} and {@link #to}. */
    char[] chars() {
        return chars;
    }

    int end() {
        return end;
    }

    int from(int field) {
        return from[field];
    }

    int to(int field) {
        return to[field];
    }
}
