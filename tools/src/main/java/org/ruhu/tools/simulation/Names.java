package org.ruhu.tools.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Invented names. Most Tibetan names have no surname, are made of one or two words, and are written with whatever Han
 * characters sound alike, so that one person is spelled differently in different books. A few families put the name of
 * their house before it, or a Han surname.
 */
final class Names {

    private static final Word.Stock MEN = Word.Stock.of(word -> word.borneBy(true) && !word.last());
    private static final Word.Stock WOMEN = Word.Stock.of(word -> word.borneBy(false) && !word.last());
    private static final Word.Stock MEN_SECOND = Word.Stock.of(word -> word.borneBy(true));
    private static final Word.Stock WOMEN_SECOND = Word.Stock.of(word -> word.borneBy(false));

    private static final String SURNAMES = "王李张刘陈杨赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾";
    private static final String HAN_MEN = "建国志强永贵文斌小军德明海龙俊峰成林玉平家辉立新云鹏学义长福";
    private static final String HAN_WOMEN = "秀英桂兰丽华春梅玉珍小燕雪莲红霞美玲晓芳慧敏淑贞彩云月琴";
    private static final String HOUSES = "措贡嘎达仲热江宗觉雄卡岗曲邦玉果查绒色龙沙塘帕莫恩夏";

    private Names() {}

    /**
     * A name and how it is written in one book.
     *
     * @param before   house or surname that stands before, mostly empty
     * @param words    empty for a Han name, which is always written alike
     * @param spelling which spelling of each word
     */
    record Name(String before, List<Word> words, List<Integer> spelling, String han) {

        static Name of(String before, List<Word> words, List<Integer> spelling) {
            StringBuilder han = new StringBuilder(before);
            for (int i = 0; i < words.size(); i++) {
                han.append(words.get(i).spellings().get(spelling.get(i)));
            }
            return new Name(before, words, spelling, han.toString());
        }

        Optional<String> tibetan() {
            return words.isEmpty() ? Optional.empty()
                    : Optional.of(String.join("་", words.stream().map(Word::tibetan).toList()) + "།");
        }

        /** The same name written so. */
        Name written(String otherwise) {
            return new Name(before, words, spelling, otherwise);
        }

        /** With another house or surname before it, or none. */
        Name behind(String other) {
            return of(other, words, spelling);
        }

        /** The same name in another book: other characters, or the first and third of four syllables. */
        Name otherwise(Dice dice) {
            if (words.isEmpty()) {
                return this;
            }
            return han.length() == 4 && dice.chance(0.15) ? shortened() : respelled(dice);
        }

        /** Of four syllables the first and third, as in daily use; others stay. */
        Name shortened() {
            return han.length() == 4 ? written(han.substring(0, 1) + han.substring(2, 3)) : this;
        }

        /** One of its words in other characters, if it has any. */
        Name respelled(Dice dice) {
            List<Integer> other = new ArrayList<>(spelling);
            int changed = dice.below(words.size());
            int spellings = words.get(changed).spellings().size();
            other.set(changed, (spelling.get(changed) + 1 + dice.below(Math.max(1, spellings - 1))) % spellings);
            return of(before, words, other);
        }
    }

    /** @param before what the family puts before all its names */
    static Name tibetan(Dice dice, String before, boolean male) {
        Word first = (male ? MEN : WOMEN).one(dice);
        Word second = (male ? MEN_SECOND : WOMEN_SECOND).one(dice);
        return spelled(dice, before, first == second || dice.chance(0.27) ? List.of(first) : List.of(first, second));
    }

    /** A name that begins like that of another. */
    static Name beginningLike(Name other, Dice dice, boolean male) {
        Word first = other.words().get(0);
        Word second = first;
        while (second == first) {
            second = (male ? MEN_SECOND : WOMEN_SECOND).one(dice);
        }
        return spelled(dice, other.before(), List.of(first, second));
    }

    private static Name spelled(Dice dice, String before, List<Word> words) {
        return Name.of(before, words, words.stream().map(word -> usual(dice, word)).toList());
    }

    private static int usual(Dice dice, Word word) {
        return dice.chance(0.7) ? 0 : dice.below(word.spellings().size());
    }

    static Name han(Dice dice, String surname, boolean male) {
        String given = male ? HAN_MEN : HAN_WOMEN;
        String han = surname + one(dice, given) + (dice.chance(0.8) ? one(dice, given) : "");
        return new Name("", List.of(), List.of(), han);
    }

    static String surname(Dice dice) {
        return one(dice, SURNAMES);
    }

    static String house(Dice dice) {
        return one(dice, HOUSES) + one(dice, HOUSES) + (dice.chance(0.6) ? "仓" : "");
    }

    private static String one(Dice dice, String characters) {
        int place = dice.below(characters.length());
        return characters.substring(place, place + 1);
    }
}
