package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ruhu.tools.CannotRun;

/** Takes people in, row after row, and makes microdata of them. Only planned variables ever get in. */
public final class People {

    private static final int MOST_ROWS = 50_000_000;

    private final Settings settings;
    private final List<Column> columns;
    private final List<String> wanted = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Chance hidden;
    private final Chance lasting = new Chance("ruhu register of microdata", 0);
    private long[] names = new long[1 << 10];
    private long[] chance = new long[1 << 10];
    private int[] persons = new int[1 << 10];
    private int[] household = new int[1 << 10];
    private int[] line = new int[1 << 10];
    private double[] weight = new double[1 << 10];
    private int rows;

    public People(Settings settings) {
        this.settings = settings;
        this.columns = settings.variables().stream().map(Column::new).toList();
        columns.stream().filter(column -> !column.planned().counted())
                .forEach(column -> wanted.add(column.planned().from()));
        wanted.addAll(settings.where().keySet().stream().sorted().toList());
        settings.weight().ifPresent(wanted::add);
        this.hidden = new Chance("ruhu anonymise", settings.seed());
    }

    /** Columns whose values {@link #add} takes. */
    public List<String> wanted() {
        return List.copyOf(wanted);
    }

    /**
     * Counts a person into the household, and takes it in if the settings want it.
     *
     * @param key    what the household is called where it comes from; it never leaves
     * @param values of the columns {@link #wanted}, in their order
     */
    public void add(String key, List<String> values) {
        int number = number(key);
        int in = ++persons[number];
        int at = (int) columns.stream().filter(column -> !column.planned().counted()).count();
        for (String column : settings.where().keySet().stream().sorted().toList()) {
            if (!settings.where().get(column).contains(values.get(at++))) {
                return;
            }
        }
        make(rows + 1);
        household[rows] = number;
        line[rows] = in;
        weight[rows] = settings.weight().isPresent() ? weight(values.get(at)) : 1;
        int value = 0;
        for (Column column : columns) {
            if (!column.planned().counted()) {
                column.add(values.get(value++));
            }
        }
        rows++;
    }

    private int number(String key) {
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(key, number);
        if (number == chance.length) {
            chance = Arrays.copyOf(chance, 2 * number);
            persons = Arrays.copyOf(persons, 2 * number);
            names = Arrays.copyOf(names, 2 * number);
        }
        chance[number] = hidden.of(key);
        names[number] = lasting.of(key);
        return number;
    }

    private double weight(String value) {
        double read;
        try {
            read = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            read = -1;
        }
        if (!(read > 0 && read < 1e9)) {
            throw new CannotRun("weight: " + settings.weight().orElseThrow() + " of row " + (rows + 1)
                    + " is no number above nothing");
        }
        return read;
    }

    private void make(int room) {
        if (room > MOST_ROWS) {
            throw new CannotRun("more than " + MOST_ROWS + " people do not fit; make a file for each county");
        }
        if (room > household.length) {
            household = Arrays.copyOf(household, 2 * household.length);
            line = Arrays.copyOf(line, household.length);
            weight = Arrays.copyOf(weight, household.length);
        }
    }

    /** All of them; to be called once. */
    Microdata microdata() {
        long[] order = new long[rows];
        long[] person = new long[rows];
        for (int row = 0; row < rows; row++) {
            order[row] = mixed(chance[household[row]] + 0x9E3779B97F4A7C15L * line[row]);
            person[row] = mixed(names[household[row]] + 0x9E3779B97F4A7C15L * line[row]);
        }
        columns.stream().filter(column -> column.planned().counted()).forEach(column -> {
            for (int row = 0; row < rows; row++) {
                column.add(String.valueOf(persons[household[row]]));
            }
        });
        return new Microdata(columns, Arrays.copyOf(household, rows), order, Arrays.copyOf(weight, rows),
                person);
    }

    /** What a household is sorted by: chance, the same for the same seed and key, and telling neither. */
    long chance(int household) {
        return chance[household];
    }

    /** Stafford's thirteenth mix of the bits: neighbours come out far from each other. */
    static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** The column of geography that is cut the least, which the sample is spread over. */
    Optional<Column> places() {
        return columns.stream().filter(column -> column.planned().recoding() instanceof Recoding.Place)
                .min(Comparator.comparing(
                        column -> ((Recoding.Place) column.planned().recoding()).level()));
    }

    Settings settings() {
        return settings;
    }
}
