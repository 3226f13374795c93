package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.lines.Revision;

/** The columns in front of every row: they say where it comes from, and join files. */
final class Keys {

    private static final String OUTER = "_row";

    private Keys() {}

    /** @param rosters names of the rosters a row lies in, outermost first; none for the interview itself */
    static List<String> of(List<String> rosters) {
        List<String> keys = new ArrayList<>(List.of("submission", "number", "campaign", "unit", "area", "received_at",
                "form_version"));
        rosters.stream().limit(Math.max(0, rosters.size() - 1)).forEach(outer -> keys.add(outer + OUTER));
        if (!rosters.isEmpty()) {
            keys.add("row");
        }
        return keys;
    }

    /** @param lines number of the row in each of its rosters, from 1 */
    static void add(List<JsonNode> cells, Revision revision, List<Integer> lines) {
        cells.add(TextNode.valueOf(revision.submission()));
        cells.add(IntNode.valueOf(revision.number()));
        cells.add(TextNode.valueOf(revision.campaign()));
        cells.add(TextNode.valueOf(revision.unit()));
        cells.add(TextNode.valueOf(revision.area()));
        cells.add(revision.receivedAt().isEmpty() ? MissingNode.getInstance()
                : TextNode.valueOf(revision.receivedAt()));
        cells.add(TextNode.valueOf(revision.form().version()));
        lines.forEach(line -> cells.add(IntNode.valueOf(line)));
    }

    static ValueType type(String key) {
        return switch (key) {
            case "submission", "form_version", "campaign", "unit", "area" -> ValueType.TEXT;
            case "received_at" -> ValueType.DATETIME;
            default -> ValueType.INTEGER;
        };
    }

    static String label(String key, String language) {
        return switch (key) {
            case "submission" -> Words.in(language, "访问记录号", "Submission: one interview of one unit");
            case "number" -> Words.in(language, "版本号", "Revision of the submission; only the latest is in the dataset");
            case "form_version" -> Words.in(language, "问卷版本", "Version of the form it was answered on; text");
            case "campaign" -> Words.in(language, "普查轮次", "Campaign");
            case "unit" -> Words.in(language, "调查单元", "Unit on the campaign's frame");
            case "area" -> Words.in(language, "行政区划代码", "Area code of the unit; text, it may begin with 0");
            case "received_at" -> Words.in(language, "接收时间", "When the server took the revision in; UTC");
            case "row" -> Words.in(language, "表内行号", "Row of the roster, from 1, in the order given");
            default -> Words.in(language, "所属 " + roster(key) + " 表的行号",
                    "Row of " + roster(key) + " this row belongs to: its row there");
        };
    }

    private static String roster(String key) {
        return key.substring(0, key.length() - OUTER.length());
    }
}
