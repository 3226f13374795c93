package org.ruhu.tools.indicator;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.tools.dataset.Judge;

/** The invented sample of households in county.csv, and what R makes of it. */
public final class County {

    private static final Path FOLDER = folder();
    private static final List<String[]> LINES = lines("county.csv");

    private County() {}

    public static int size() {
        return LINES.size() - 1;
    }

    public static String[] words(String column) {
        int at = List.of(LINES.get(0)).indexOf(column);
        return LINES.stream().skip(1).map(line -> line[at]).toArray(String[]::new);
    }

    public static double[] numbers(String column) {
        double[] numbers = new double[size()];
        String[] words = words(column);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(words[i]);
        }
        return numbers;
    }

    /** What a script said when it was last run, by name. */
    public static Map<String, Double> expected(String name) {
        return numbers(lines(name + ".csv"));
    }

    /** What it says now; the test is left out where R or a package it needs is not installed. */
    public static Map<String, Double> asked(String name) throws IOException, InterruptedException {
        String said = Judge.r(FOLDER, name + ".R", "county.csv");
        return numbers(said.lines().map(line -> line.split(",")).toList());
    }

    private static Map<String, Double> numbers(List<String[]> lines) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        lines.forEach(line -> numbers.put(line[0], Double.valueOf(line[1])));
        return numbers;
    }

    private static List<String[]> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream().map(line -> line.split(",")).toList();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Path folder() {
        try {
            return Path.of(County.class.getResource("/indicator/county.csv").toURI()).getParent();
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
