package org.ruhu.tools.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names on a public list. */
class MaskedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            张三              | 张*
            张小明            | 张*明
            扎西              | 扎*
            扎西多吉          | 扎西*吉
            扎西·多吉         | 扎西*吉
            欧阳小明          | 欧阳*明
            卡恩仓扎西土登    | 卡恩*扎*土*
            བཀྲ་ཤིས།            | བཀྲ་*
            བཀྲ་ཤིས་རྡོ་རྗེ་       | བཀྲ་ཤིས་*་རྗེ
            Zhaxi             | Z*
            Zhaxi Duoji       | Zhaxi D*
            扎                | *
            ''                | *
            """)
    void aSyllableIsHidden(String name, String shown) {
        assertThat(Masked.name(name)).isEqualTo(shown);
    }
}
