package org.ruhu.tools.link.clean;

/**
 * A name packed for comparing.
 *
 * @param sketch  which parts it has (32 bits, several share one), which letters (26) and how many (6)
 * @param head    how many parts and syllables (six bits each) and leads (five) there are, two marks, and a few bits of
 *                what it begins with; what is longer was not taken apart
 * @param codes   parts, then syllables, then leads
 * @param letters how it is read; none if that is not known of a part
 */
record NameForm(long sketch, int head, int[] codes, byte[] letters) {

    static final int LENGTH = 6;
    static final int MOST_LETTERS = (1 << LENGTH) - 1;
    /** One bit for each letter that is used. */
    static final int USED = (1 << 26) - 1;
    static final int KNOWN = 1 << 17;
    static final int SURNAME = 1 << 18;
    static final int BEGINNING = 19;

    static NameForm of(Name name, Syllables syllables) {
        int[] parts = name.codes();
        int[] sounds = name.syllables();
        int[] leads = name.leads();
        int[] codes = new int[parts.length + sounds.length + leads.length];
        System.arraycopy(parts, 0, codes, 0, parts.length);
        System.arraycopy(sounds, 0, codes, parts.length, sounds.length);
        System.arraycopy(leads, 0, codes, parts.length + sounds.length, leads.length);
        int first = leads.length > 0 ? leads[0] : sounds.length > 0 ? sounds[0] : 0;
        int head = parts.length | sounds.length << 6 | leads.length << 12
                | (name.known() ? KNOWN : 0) | (name.surname() ? SURNAME : 0)
                | syllables.like(first) * 0x9E3779B1 >>> BEGINNING << BEGINNING;
        String read = name.letters();
        byte[] letters = new byte[read.length()];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) read.charAt(i);
        }
        return new NameForm(sketch(parts, read), head, codes, letters);
    }

    private static long sketch(int[] codes, String letters) {
        int parts = 0;
        for (int code : codes) {
            parts |= 1 << (code * 0x9E3779B1 >>> 27);
        }
        int used = 0;
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            used |= c >= 'a' && c <= 'z' ? 1 << c - 'a' : 0;
        }
        return (long) parts << 32 | (long) used << LENGTH | Math.min(letters.length(), MOST_LETTERS);
    }
}
