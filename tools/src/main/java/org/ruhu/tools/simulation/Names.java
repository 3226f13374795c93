package org.ruhu.tools.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Invented names. Most Tibetan names have no surname, are made of one or two words, and are written with whatever Han
 * characters sound alike, so that one person is spelled differently in different books.
 */
final class Names {

    /** Who bears a word: {@code EITHER} says nothing about the sex. */
    private enum Bearer { MAN, WOMAN, EITHER }

    /** @param spellings the first is the usual one */
    record Word(String tibetan, Bearer bearer, List<String> spellings) {}

    private static final List<Word> WORDS = List.of(
            word("བཀྲ་ཤིས", Bearer.EITHER, "扎西", "札西", "紮西"),
            word("ཚེ་རིང", Bearer.EITHER, "次仁", "泽仁", "才仁", "才让", "慈仁"),
            word("སྒྲོལ་མ", Bearer.WOMAN, "卓玛", "志玛", "珠玛"),
            word("བསྟན་འཛིན", Bearer.EITHER, "丹增", "单增", "旦增", "登增"),
            word("རྒྱ་མཚོ", Bearer.MAN, "嘉措", "加措", "江措", "加错"),
            word("རྡོ་རྗེ", Bearer.MAN, "多吉", "多杰", "朵吉"),
            word("ཕུན་ཚོགས", Bearer.MAN, "平措", "彭措", "朋措"),
            word("དབང་འདུས", Bearer.MAN, "旺堆", "旺对"),
            word("ལྷ་མོ", Bearer.WOMAN, "拉姆", "拉毛"),
            word("པདྨ", Bearer.EITHER, "白玛", "班玛", "完玛"),
            word("བསོད་ནམས", Bearer.EITHER, "索朗", "索南"),
            word("བྱམས་པ", Bearer.MAN, "强巴", "向巴", "降巴"),
            word("བློ་བཟང", Bearer.MAN, "洛桑", "罗桑", "落桑"),
            word("བློ་ལྡན", Bearer.MAN, "洛丹", "罗旦"),
            word("རིན་ཆེན", Bearer.EITHER, "仁青", "仁钦"),
            word("བདེ་སྐྱིད", Bearer.WOMAN, "德吉", "得吉"),
            word("ངག་དབང", Bearer.MAN, "阿旺", "昂旺"),
            word("སངས་རྒྱས", Bearer.MAN, "桑杰", "桑吉"),
            word("མགོན་པོ", Bearer.MAN, "贡布", "贡保"),
            word("དགེ་འདུན", Bearer.MAN, "根敦", "更登", "更敦"),
            word("སྒྲོལ་དཀར", Bearer.WOMAN, "卓嘎"),
            word("རིག་འཛིན", Bearer.MAN, "仁增"),
            word("བདེ་ཆེན", Bearer.WOMAN, "德庆"),
            word("ཉི་མ", Bearer.EITHER, "尼玛"),
            word("ཟླ་བ", Bearer.EITHER, "达瓦", "达娃"),
            word("མིག་དམར", Bearer.EITHER, "米玛"),
            word("ལྷག་པ", Bearer.EITHER, "拉巴"),
            word("ཕུར་བུ", Bearer.EITHER, "普布"),
            word("པ་སངས", Bearer.EITHER, "巴桑"),
            word("སྤེན་པ", Bearer.EITHER, "边巴"));

    private static final String[] HAN_SURNAMES = {"王", "李", "张", "刘", "陈", "杨", "赵", "周"};
    private static final String[] HAN_MEN = {"建国", "志强", "永贵", "文斌", "小军", "德明"};
    private static final String[] HAN_WOMEN = {"秀英", "桂兰", "丽华", "春梅", "玉珍", "小燕"};

    private static final List<Word> MEN = WORDS.stream().filter(word -> word.bearer() != Bearer.WOMAN).toList();
    private static final List<Word> WOMEN = WORDS.stream().filter(word -> word.bearer() != Bearer.MAN).toList();

    private Names() {}

    private static Word word(String tibetan, Bearer bearer, String... spellings) {
        return new Word(tibetan, bearer, List.of(spellings));
    }

    /**
     * A name and how it is written in one book.
     *
     * @param words    empty for a Han name, which is always written alike
     * @param spelling which spelling of each word
     */
    record Name(List<Word> words, List<Integer> spelling, String han) {

        static Name of(List<Word> words, List<Integer> spelling) {
            StringBuilder han = new StringBuilder();
            for (int i = 0; i < words.size(); i++) {
                han.append(words.get(i).spellings().get(spelling.get(i)));
            }
            return new Name(words, spelling, han.toString());
        }

        Optional<String> tibetan() {
            return words.isEmpty() ? Optional.empty()
                    : Optional.of(String.join("་", words.stream().map(Word::tibetan).toList()) + "།");
        }

        /** The same name in another book: other characters, or the first and third of four syllables. */
        Name otherwise(Dice dice) {
            if (words.isEmpty()) {
                return this;
            }
            if (words.size() == 2 && dice.chance(0.15)) {
                return new Name(words, spelling, han.substring(0, 1) + han.substring(2, 3));
            }
            List<Integer> other = new ArrayList<>(spelling);
            int changed = dice.below(words.size());
            int spellings = words.get(changed).spellings().size();
            other.set(changed, (spelling.get(changed) + 1 + dice.below(Math.max(1, spellings - 1))) % spellings);
            return of(words, other);
        }
    }

    static Name tibetan(Dice dice, boolean male) {
        List<Word> known = male ? MEN : WOMEN;
        Word first = dice.one(known);
        Word second = dice.one(known);
        List<Word> words = first == second || dice.chance(0.3) ? List.of(first) : List.of(first, second);
        return Name.of(words, words.stream().map(word -> usual(dice, word)).toList());
    }

    static Name han(Dice dice, String surname, boolean male) {
        return new Name(List.of(), List.of(), surname + (male ? dice.one(HAN_MEN) : dice.one(HAN_WOMEN)));
    }

    static String surname(Dice dice) {
        return dice.one(HAN_SURNAMES);
    }

    private static int usual(Dice dice, Word word) {
        return dice.chance(0.7) ? 0 : dice.below(word.spellings().size());
    }
}
