package org.ruhu.tools.link.clean;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/** How Han characters are read, without tones, ü as v. Each by itself, and as in names where that differs. */
final class Pinyin {

    /** The longest syllables are zhuang, chuang and shuang. */
    static final int LONGEST = 6;

    /** Characters that the table reads first as they are not read in names of people. */
    private static final Map<Character, String> IN_NAMES = readings("曾zeng 仇qiu 区ou 查zha 缪miao 冼xian 覃qin 朴pu"
            + " 解xie 长chang 呷ga 都du 牟mu 逄pang 佛fo 盛sheng");

    /** Characters read otherwise as surnames only. */
    private static final Map<Character, String> AS_SURNAME = readings("单shan 乐yue 朴piao 尉yu 万mo 宓mi 种chong 员yun");

    private static final String[] READINGS = read();
    private static final Set<String> SYLLABLES = new HashSet<>();

    static {
        for (String reading : READINGS) {
            if (reading != null) {
                SYLLABLES.add(reading);
            }
        }
    }

    private static final int LONGEST_TEXT = 60;

    private Pinyin() {}

    /** Empty if it is no Han character, or one of the rarest. */
    static String of(int character) {
        String reading = character < READINGS.length ? READINGS[character] : null;
        return reading == null ? "" : reading;
    }

    static String ofSurname(char character) {
        return AS_SURNAME.getOrDefault(character, of(character));
    }

    /** Characters as they are read, Latin letters small, nothing between; what cannot be read stays. */
    static String text(String text) {
        return readings(text, "");
    }

    /** First letters: of every character, of every syllable where it is pinyin already, else of every word. */
    static String initials(String text) {
        StringBuilder initials = new StringBuilder();
        for (String word : readings(text, " ").split(" ")) {
            List<String> syllables = LatinNames.pinyin(word.length() > LONGEST_TEXT ? "" : word);
            (syllables.isEmpty() ? List.of(word) : syllables).stream().filter(syllable -> !syllable.isEmpty())
                    .forEach(syllable -> initials.appendCodePoint(syllable.codePointAt(0)));
        }
        return initials.toString();
    }

    private static String readings(String text, String between) {
        String plain = Letters.withoutAccents(Letters.lower(Letters.nfkc(text)).replace('ü', 'v'));
        StringBuilder result = new StringBuilder();
        plain.codePoints().forEach(c -> {
            String reading = of(c);
            if (!reading.isEmpty()) {
                result.append(between).append(reading).append(between);
            } else if (Letters.letter(c)) {
                result.appendCodePoint(c);
            } else {
                result.append(between);
            }
        });
        return result.toString();
    }

    static boolean isSyllable(String letters) {
        return SYLLABLES.contains(letters);
    }

    /** A number of its own for each text of up to six small letters, below 2^29. */
    static int code(String syllable) {
        int code = 0;
        for (int i = 0; i < syllable.length(); i++) {
            code = 27 * code + syllable.charAt(i) - 'a' + 1;
        }
        return code;
    }

    /** The text that has this code. */
    static String ofCode(int code) {
        StringBuilder letters = new StringBuilder(LONGEST);
        for (int rest = code; rest > 0; rest /= 27) {
            letters.append((char) ('a' + rest % 27 - 1));
        }
        return letters.reverse().toString();
    }

    /** All characters once: asking the library for each would take it apart again and again. */
    private static String[] read() {
        String[] readings = new String[0xA000];
        for (char c = 0x3007; c < readings.length; c++) {
            String[] known = PinyinHelper.toHanyuPinyinStringArray(c);
            if (known != null && known.length > 0) {
                readings[c] = plain(known[0]);
            }
        }
        IN_NAMES.forEach((character, reading) -> readings[character] = reading);
        return readings;
    }

    /** {@code lu:4} is {@code lv}. */
    private static String plain(String reading) {
        int end = reading.length();
        while (Character.isDigit(reading.charAt(end - 1))) {
            end--;
        }
        return reading.substring(0, end).replace("u:", "v").intern();
    }

    private static Map<Character, String> readings(String list) {
        Map<Character, String> readings = new HashMap<>();
        for (String one : list.split(" ")) {
            readings.put(one.charAt(0), one.substring(1));
        }
        return readings;
    }
}
