package org.ruhu.tools.indicator.shield;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.tools.indicator.figure.Place;

/** Into which groups each area is broken down. */
record Groups(String by, Map<String, List<String>> areas) {

    static Groups of(List<Place> places, String by) {
        Map<String, List<String>> areas = new HashMap<>();
        places.stream().filter(place -> place.by().equals(by))
                .forEach(place -> areas.computeIfAbsent(place.area(), any -> new ArrayList<>()).add(place.group()));
        return new Groups(by, areas);
    }

    List<String> in(String area) {
        return areas.getOrDefault(area, List.of());
    }
}
