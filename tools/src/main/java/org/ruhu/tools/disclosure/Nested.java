package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tables that share cells: the total of one, such as a county, is an inner cell of another, such as its prefecture.
 *
 * @param cells how many there are in all
 * @param parts each a table of its own
 */
record Nested(int cells, List<Part> parts) implements Shape {

    Nested {
        parts = List.copyOf(parts);
    }

    /** @param of the cell of all for each cell of the cube */
    record Part(Cube cube, int[] of, Map<Integer, Integer> places) {

        static Part of(Cube cube, int[] of) {
            Map<Integer, Integer> places = new HashMap<>();
            for (int place = 0; place < of.length; place++) {
                places.put(of[place], place);
            }
            return new Part(cube, of, places);
        }

        private int[] all(int[] cells) {
            return Arrays.stream(cells).map(cell -> of[cell]).toArray();
        }
    }

    @Override
    public List<Cube.Line> lines() {
        List<Cube.Line> lines = new ArrayList<>();
        for (Part part : parts) {
            part.cube().lines().forEach(line ->
                    lines.add(new Cube.Line(part.all(line.inner()), part.of()[line.total()])));
        }
        return lines;
    }

    @Override
    public boolean shared(int cell) {
        return parts.stream().filter(part -> part.places().containsKey(cell)).count() > 1;
    }

    @Override
    public List<List<Cube.Box>> boxes(int cell) {
        List<List<Cube.Box>> boxes = new ArrayList<>();
        for (Part part : parts) {
            if (part.places().containsKey(cell)) {
                part.cube().boxes(part.places().get(cell)).forEach(some -> boxes.add(some.stream()
                        .map(box -> new Cube.Box(part.all(box.corners()), box.up())).toList()));
            }
        }
        return boxes;
    }
}
