package org.ruhu.tools.link.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormsTest {

    @ParameterizedTest(name = "{0}: {1} and {2} are {3} alike")
    @CsvSource(delimiter = '|', value = {
        "the same                     | 扎西      | 扎西       | 1.0",
        "traditional                  | 紮西      | 扎西       | 1.0",
        "another spelling             | 次仁      | 泽仁       | 1.0",
        "two other spellings          | 泽仁志玛  | 才让珠玛    | 1.0",
        "a dot and a space            | 扎西·次仁 | 扎西 次仁   | 1.0",
        "same sound, no known spelling | 拉姆     | 拉木       | 1.0",
        "Tibetan script               | བཀྲ་ཤིས    | 扎西       | 1.0",
        "Tibetan script, four         | བཀྲ་ཤིས་ཚེ་རིང་། | 札西泽仁 | 1.0",
        "pinyin                       | zhaxi     | 扎西       | 1.0",
        "pinyin without spaces        | zhaxiciren | 扎西次仁  | 1.0",
        "pinyin of another spelling   | Zeren Zhuoma | 次仁卓玛 | 1.0",
        "as abroad                    | Tashi Dolma | 扎西卓玛 | 1.0",
        "house name with a dot        | 吞巴·扎西次仁 | 扎西次仁 | 1.0",
        "house name with 仓           | 吞巴仓扎西次仁 | 扎西次仁 | 1.0",
        "house name with 仓, a word unknown | 塘江仓热登次仁 | 热登次仁 | 1.0",
        "child of the name            | 扎西(小)  | 扎西       | 1.0",
        "unknown syllables, same sound | 热登尼     | 热登尼     | 1.0",
        "short form                   | 扎次      | 扎西次仁    | 0.9",
        "short form, another spelling | 扎泽      | 紮西才让    | 0.9",
        "short form in pinyin         | zhaci     | 扎西次仁    | 0.9",
        "short form of pinyin         | 扎次      | zhaxiciren | 0.9",
        "short form in Tibetan script | བཀྲ་ཚེ     | 扎西次仁    | 0.9",
        "short form that is a name    | 次丹      | 次仁丹增    | 0.9",
        "short form, one word unknown | 热多      | 热登多吉    | 0.9",
        "Han surname                  | 王扎西    | 扎西       | 0.9",
        "Han surname, other spelling  | 王次仁    | 泽仁       | 0.9",
        "one of two words             | 扎西次仁  | 扎西多吉    | 0.7",
        "a word left out              | 扎西      | 扎西次仁    | 0.7",
        "the other word left out      | 次仁      | 扎西次仁    | 0.7",
        "an unknown word before it    | 措贡扎西  | 扎西       | 0.7",
        "one of two words, unknown    | 热登扎西  | 次仁扎西    | 0.7",
        "two unknown words before it  | 措贡卡岗扎西 | 扎西     | 0.0",
        "another double surname       | 欧阳建国  | 欧阳志强    | 0.0",
        "a last syllable              | 扎西措    | 扎西吉      | 0.7",
        "another surname              | 王扎西    | 李扎西      | 0.7",
        "one of three Han characters  | 王建国    | 王建军      | 0.7",
        "a Han character left out     | 王建国    | 王国       | 0.7",
        "Han name, same sound         | 王建国    | 王健国      | 0.7",
        "Han name, all of same sound  | 张丽华    | 章莉花      | 0.6",
        "Han name in pinyin           | 王建国    | Wang Jianguo | 0.6",
        "Han name, one letter         | 王兵      | 王冰冰      | 0.0",
        "Han name, one letter of pinyin | 陈兴    | chenxin    | 0.6",
        "same sound of two known      | 达珍      | 达真       | 0.6",
        "sgrol ma is not sgrol dkar   | 卓玛      | 卓嘎       | 0.0",
        "rin chen is not rig 'dzin    | 仁青      | 仁增       | 0.0",
        "bde skyid is not bde chen    | 德吉      | 德庆       | 0.0",
        "trap in a longer name        | 扎西卓玛  | 扎西卓嘎    | 0.7",
        "zla ba however spelled       | 达瓦      | 达娃       | 1.0",
        "the other way round          | 扎西次仁  | 次仁扎西    | 0.0",
        "two of two Han characters    | 王强      | 王军       | 0.0",
        "different                    | 扎西      | 多吉       | 0.0",
        "short form of another        | 扎多      | 扎西次仁    | 0.0",
        "foreign                      | John Smith | john smith | 1.0",
        "foreign, one letter          | John Smith | Jon Smith | 0.6",
        "foreign, another             | John Smith | John Brown | 0.0",
        "another script               | Иван      | Иван       | 1.0",
        "missing                      | ''        | ''         | 0.0",
        "nothing but signs            | ---       | ---        | 0.0",
        "emoji                        | 😀        | 😀         | 0.0",
    })
    void alike(String says, String left, String right, double expected) {
        NameForms forms = NameForms.of(List.of("", left, right));
        assertThat(forms.likeness(1, 2)).isEqualTo(expected);
        assertThat(forms.likeness(2, 1)).isEqualTo(expected);
    }

    @Test
    void namesOfTwoColumnsAreComparedAsThoseOfOne() {
        NameForms left = NameForms.of(List.of("", "多吉", "扎西次仁"));
        NameForms right = NameForms.of(List.of("", "扎次"));
        assertThat(left.likeness(2, right, 1)).isEqualTo(NameForms.SHORT_FORM);
        assertThat(right.likeness(1, left, 2)).isEqualTo(NameForms.SHORT_FORM);
        assertThat(left.likeness(1, right, 1)).isEqualTo(NameForms.DIFFERENT);
    }

    @Test
    void everySpellingOfAWordIsThatWordAndNoOther() {
        List<Word> words = Syllables.bundled().words();
        NameReader reader = new NameReader(Syllables.bundled());
        for (Word word : words) {
            for (String spelling : word.han()) {
                String name = spelling.length() == 1 ? "扎西" + spelling : spelling;
                assertThat(reader.read(name).key()).as(spelling).endsWith(word.key());
            }
            for (String spelling : word.tibetan()) {
                assertThat(reader.read(spelling).key()).isEqualTo(word.key());
            }
            for (String spelling : word.latin()) {
                assertThat(reader.read(spelling).key()).as(spelling).isEqualTo(word.key());
            }
        }
        assertThat(words).hasSizeGreaterThan(120);
    }

    @Test
    void rubbishIsComparedWithoutComplaint() {
        List<String> rubbish = List.of("", " ", "\u0000", "\uD83D", "\uDE00\uD83D", "扎\uD83D西", "((((", "扎西(", "()",
                "x".repeat(10_000), "扎".repeat(10_000), "扎西".repeat(12), "扎西".repeat(13), "བཀྲ་".repeat(2_000),
                "\u0F72\u0F72", "a'".repeat(50), "zhaxi".repeat(20), "家家家家家家", "仓仓仓仓", "·····", "𠀀𠀁", "王𠀀𠀁");
        NameForms forms = NameForms.of(rubbish);
        for (int i = 0; i < rubbish.size(); i++) {
            for (int j = 0; j < rubbish.size(); j++) {
                assertThat(forms.likeness(i, j)).isEqualTo(forms.likeness(j, i)).isBetween(0.0, 1.0);
            }
        }
        assertThat(forms.likeness(10, 10)).isEqualTo(NameForms.SAME);
        assertThat(forms.likeness(11, 12)).isEqualTo(NameForms.DIFFERENT);
    }

    @Test
    void anyTextIsReadAndIsLikeItself() {
        Random random = new Random(1);
        int[] alphabet = "扎西次仁卓玛王建国 ·་བཀྲཤིས仓家()abczhixiü0\uD83D\uDE00紮\u0301Ａ".codePoints().toArray();
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
            }
            NameForms forms = NameForms.of(List.of("", text.toString()));
            boolean missing = Cleaners.named("name-key").clean(text.toString()).isEmpty();
            assertThat(forms.likeness(1, 1)).as(text.toString()).isEqualTo(missing ? 0.0 : 1.0);
        }
    }
}
