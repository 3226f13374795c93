package org.ruhu.server.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The provinces, prefectures, counties and townships that come with the server, in order of their codes. */
final class Divisions {

    private final NavigableMap<String, String> names = read("regions.csv", new TreeMap<>());
    private final Map<String, String> english = read("names.en.csv", new HashMap<>());

    Optional<Region> find(String code) {
        return Optional.ofNullable(names.get(code)).map(name -> region(code, name));
    }

    /** Those right below one, by code; below "" lie the provinces. */
    List<Region> below(String parent) {
        List<Region> below = new ArrayList<>();
        boolean known = parent.isEmpty() || names.containsKey(parent);
        String code = names.higherKey(parent);
        while (known && code != null && code.startsWith(parent)) {
            below.add(region(code, names.get(code)));
            code = names.higherKey(code + Character.MAX_VALUE);
        }
        return below;
    }

    boolean anyBelow(String parent) {
        String next = names.higherKey(parent);
        return next != null && next.startsWith(parent);
    }

    private Region region(String code, String name) {
        return new Region(code, name, Optional.ofNullable(english.get(code)), Optional.empty(), Optional.empty(),
                List.of());
    }

    private static <M extends Map<String, String>> M read(String file, M names) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Divisions.class.getResourceAsStream("/regions/" + file), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int comma = line.indexOf(',');
                names.put(line.substring(0, comma), line.substring(comma + 1));
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
