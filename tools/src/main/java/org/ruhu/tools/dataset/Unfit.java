package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/**
 * Values of a column that a file format could not keep as they were given.
 *
 * @param file  file or sheet
 * @param count how many values
 */
public record Unfit(String file, String column, Why why, long count) {

    public static final String NOTES = "notes";
    public static final List<String> COLUMNS = List.of("file", "column", "values", "what_zh", "what_en");

    /** What became of them. */
    public enum Why {

        CUT("太长，已截断", "too long, cut"),
        NOT_ITS_TYPE("与列的类型不符，按未答处理", "not of the column's type, left out as not stated"),
        ROUNDED("位数太多，已舍入", "too many digits, rounded"),
        TEXT_INSTEAD("格式不能表示，按文字保存", "more than the format can hold, kept as text");

        private final String zh;
        private final String en;

        Why(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** For people; {@code zh} and {@code bo} in Chinese. */
        public String in(String language) {
            return Words.in(language, zh, en);
        }
    }

    /** A line of notes. */
    public List<JsonNode> cells() {
        return List.of(TextNode.valueOf(file), TextNode.valueOf(column), LongNode.valueOf(count),
                TextNode.valueOf(why.zh), TextNode.valueOf(why.en));
    }
}
