package org.ruhu.tools.link.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationCleanersTest {

    @ParameterizedTest(name = "{0} makes [{1}] to [{2}]")
    @CsvSource(delimiter = '|', value = {
        "simplified      | 紮西                | 扎西",
        "simplified      | 單增曲珍            | 单增曲珍",
        "simplified      | 劉國強              | 刘国强",
        "simplified      | 乾隆 於 著 Abc      | 乾隆 于 著 Abc",
        "pinyin          | 扎西                | zhaxi",
        "pinyin          | 绿女 吕            | lvnvlv",
        "pinyin          | 單增                | danzeng",
        "pinyin          | Zhaxi·卓玛          | zhaxizhuoma",
        "pinyin          | 曾                  | zeng",
        "pinyin          | 123                 | ''",
        "pinyin-initials | 扎西次仁            | zxcr",
        "pinyin-initials | zhaxiciren          | zxcr",
        "pinyin-initials | Wang Jianguo        | wjg",
        "pinyin-initials | John Smith          | js",
        "id-number       | ５４９９０１198501010019 | 549901198501010019",
        "id-number       | 54990119491231019x  | 54990119491231019X",
        "id-number       | 549901850101001     | 549901198501010019",
        "id-number       | 54990119850101001942 | 549901198501010019",
        "id-number       | 549901198501010018  | 549901198501010018",
        "id-number       | 5499011985010100    | ''",
        "id-number       | #7f3a               | #7f3a",
        "id-number       | none                | ''",
        "id-valid        | 549901198501010019  | 549901198501010019",
        "id-valid        | 549901198501010018  | ''",
        "id-valid        | 549901198502300018  | ''",
        "id-birth        | 549901198501010019  | 1985-01-01",
        "id-birth        | 549901850101001     | 1985-01-01",
        "id-birth        | 549901198502300018  | ''",
        "id-birth        | #7f3a               | ''",
        "id-sex          | 549901198501010019  | 1",
        "id-sex          | 549901198501010027  | 2",
        "id-area         | 549901198501010019  | 549901",
        "id-last6        | 549901198501010019  | 010019",
        "id-last6        | 12345               | ''",
        "birth-date      | 19850201            | 1985-02-01",
        "birth-date      | 1985-2-1 00:00:00   | 1985-02-01",
        "birth-date      | 1985年2月1日         | 1985-02-01",
        "birth-date      | 1985.02.01          | 1985-02-01",
        "birth-date      | 1985/2              | 1985-02",
        "birth-date      | 198502              | 1985-02",
        "birth-date      | 1985                | 1985",
        "birth-date      | 19850230            | ''",
        "birth-day-sure  | 1985-02-01          | 02-01",
        "birth-day-sure  | 19850101            | ''",
        "birth-day-sure  | 1985                | ''",
        "name-key        | 扎西                | bkra-shis",
        "name-key        | 札西次仁            | bkra-shis tshe-ring",
        "name-key        | 紮西·澤仁           | bkra-shis tshe-ring",
        "name-key        | བཀྲ་ཤིས་ཚེ་རིང་།       | bkra-shis tshe-ring",
        "name-key        | ZhaXi CiRen         | bkra-shis tshe-ring",
        "name-key        | zhaxiciren          | bkra-shis tshe-ring",
        "name-key        | Tashi Tsering       | bkra-shis tshe-ring",
        "name-key        | 吞巴·扎西次仁        | bkra-shis tshe-ring",
        "name-key        | 吞巴仓扎西次仁       | bkra-shis tshe-ring",
        "name-key        | ཐོན་པ་ཚང་བཀྲ་ཤིས      | bkra-shis",
        "name-key        | 扎西（大）           | bkra-shis",
        "name-key        | 王扎西              | 王 bkra-shis",
        "name-key        | 王·扎西             | 王 bkra-shis",
        "name-key        | 扎西措              | bkra-shis mtsho",
        "name-key        | 王建国              | wang jian guo",
        "name-key        | 单建国              | shan jian guo",
        "name-key        | 欧阳建国            | ou yang jian guo",
        "name-key        | 丹增                | bstan-'dzin",
        "name-key        | 拉木                | lha-mo",
        "name-key        | 杨金                | yang jin",
        "name-key        | 央金                | dbyangs-can",
        "name-key        | 热登                | re deng",
        "name-key        | 仓央嘉措            | tshangs-dbyangs rgya-mtsho",
        "name-key        | John Smith          | john smith",
        "name-key        | Иван                | иван",
        "name-key        | 12-3                | ''",
        "name-short      | 扎西次仁            | zha ce",
        "name-short      | 札西才让            | zha ce",
        "name-short      | 扎次                | zha ce",
        "name-short      | 札才                | zha ce",
        "name-short      | 扎泽                | zha ce",
        "name-short      | zhaxiciren          | zha ce",
        "name-short      | 王扎西              | zha xi",
        "name-short      | 王建国              | wang jia guo",
        "name-sex        | 扎西卓玛            | 2",
        "name-sex        | 卓玛才让            | ''",
        "name-sex        | 多吉                | 1",
        "name-sex        | 扎西                | ''",
        "name-sex        | 王秀英              | ''",
    })
    void cleansAsThisPopulationNeeds(String name, String value, String expected) {
        assertThat(Cleaners.named(name).clean(value)).isEqualTo(expected);
    }

    @Test
    void aCountyAddsItsSpellings() throws IOException {
        Syllables county = Syllables.bundled().and(new StringReader("""
                # of county 549901
                bkra-shis\tབཀྲ་ཤིས\tbkra shis\t吒施
                yul-lha\tཡུལ་ལྷ\tyul lha\t玉拉 尤拉\tYulha\tf
                """), "county.tsv");
        assertThat(Cleaners.named("name-key", county).clean("吒施尤拉")).isEqualTo("bkra-shis yul-lha");
        assertThat(Cleaners.named("name-key", county).clean("ཡུལ་ལྷ")).isEqualTo("yul-lha");
        assertThat(Cleaners.named("name-sex", county).clean("扎西玉拉")).isEqualTo("2");
        assertThat(Cleaners.named("name-key").clean("吒施")).isEqualTo("zha shi");
    }

    @Test
    void aCountyMayReadASpellingInItsOwnWay() throws IOException {
        Syllables county = Syllables.bundled().and(new StringReader("'gyur-med\tའགྱུར་མེད\t'gyur med\t久美"), "c");
        assertThat(Cleaners.named("name-key", county).clean("久美")).isEqualTo("'gyur-med");
        assertThat(Cleaners.named("name-key", county).clean("晋美")).isEqualTo("'jigs-med");
    }

    @Test
    void theTableInForceIsWhatCleanersAndFormsAreMadeWith() throws IOException {
        Syllables county = Syllables.bundled().and(new StringReader("yul-lha\t-\tyul lha\t玉拉 尤拉"), "c");
        Cleaner before = Cleaners.named("name-key");
        Syllables.use(county);
        try {
            assertThat(Cleaners.named("name-key").clean("尤拉")).isEqualTo("yul-lha");
            assertThat(NameForms.of(List.of("尤拉扎西", "玉拉扎西")).likeness(0, 1)).isEqualTo(NameForms.SAME);
        } finally {
            Syllables.use(Syllables.bundled());
        }
        assertThat(before.clean("尤拉")).isEqualTo("you la");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "abc                             | c.tsv line 1 has 1 columns; write key, Tibetan",
        "Tashi;བཀྲ་ཤིས;bkra shis;扎西      | c.tsv line 1 begins with 'Tashi'; a key is of small letters",
        "a-b;abc;a b;扎西                 | c.tsv line 1 has 'abc' where a Tibetan spelling should be",
        "a-b;-;a b;zhaxi                 | c.tsv line 1 has 'zhaxi' where a Han spelling should be",
        "a-b;-;a b;-                     | c.tsv line 1 has no Han spelling; write at least one",
        "a-b;-;a b;扎西;扎                | c.tsv line 1 has '扎' where a Latin spelling should be",
        "a-b;-;a b;扎西;-;x               | c.tsv line 1 has 'x' as bearer; write m, f or -",
        "a-b;-;a b;扎西;-;f;x             | c.tsv line 1 has 'x' as kind; write weekday or -",
        "a-b;-;a b;扎西 # c-d;-;c d;扎西   | c.tsv line 2 has 扎西, which is a-b in c.tsv line 1; leave it in one of the two",
    })
    void aTableThatCannotBeReadSaysWhere(String table, String says) {
        String lines = table.strip().replace(';', '\t').replace(" # ", "\n");
        assertThatThrownBy(() -> Syllables.bundled().and(new StringReader(lines), "c.tsv"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(says);
    }
}
