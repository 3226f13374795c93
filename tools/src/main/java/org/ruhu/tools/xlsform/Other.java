package org.ruhu.tools.xlsform;

import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code or_other} adds: the option, and a text for what it is. */
final class Other {

    static final String CODE = "other";
    static final Map<String, String> OPTION = Map.of("en", "Other", "zh", "其他");
    static final Map<String, String> SPECIFY = Map.of("en", "Specify other.", "zh", "请说明。");

    private Other() {}

    static Node question(Node choice) {
        Map<Header, Cell> cells = new LinkedHashMap<>();
        Place place = choice.line.at("type");
        put(cells, "relevant", "selected(${" + choice.written + "}, '" + CODE + "')", place);
        return new Node(What.TEXT, choice.written + "_other", new Line(choice.line.place(), cells),
                new TypeName(What.TEXT, "", true), choice.parent);
    }

    private static void put(Map<Header, Cell> cells, String column, String text, Place place) {
        cells.put(new Header(column, "", place, column), new Cell(place, text));
    }
}
