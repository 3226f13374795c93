package org.ruhu.forms.expression;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of administrative codes without asking a server. */
public final class Places {

    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33",
            "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63",
            "64", "65", "71", "81", "82");
    private static final Set<String> COUNTIES = read();

    private Places() {}

    /** Counties of today and of earlier lists, by 6-digit code, sorted. */
    public static List<String> counties() {
        return COUNTIES.stream().sorted().toList();
    }

    static boolean knownCounty(String code) {
        return COUNTIES.contains(code);
    }

    /** 12 digits that begin with a province. */
    static boolean areaValid(String code) {
        return code.length() == 12 && code.chars().allMatch(c -> c >= '0' && c <= '9')
                && PROVINCES.contains(code.substring(0, 2));
    }

    private static Set<String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Places.class.getResourceAsStream("/regions/counties.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.matches("[0-9]{6}.*"))
                    .map(line -> line.substring(0, 6)).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
