package org.ruhu.tools.disclosure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.disclosure.Planned.Use;
import org.ruhu.tools.disclosure.Settings.Households;

/** Makes public microdata of people: a sample, blanked until it keeps the settings, and what risk is left. */
public final class Release {

    private final Settings settings;
    private final Microdata released;
    private final RiskReport report;

    private Release(Settings settings, Microdata released, RiskReport report) {
        this.settings = settings;
        this.released = released;
        this.report = report;
    }

    public static Release of(People people) {
        return of(people, List.of());
    }

    /**
     * Judges it with what was released before.
     *
     * @param register a folder; nothing is written there
     */
    public static Release of(People people, Path register) throws IOException {
        return of(people, Kept.in(register));
    }

    private static Release of(People people, List<Kept> known) {
        Settings settings = people.settings();
        Microdata all = people.microdata();
        if (all.rows() == 0) {
            throw new CannotRun("nobody is left to be released: look at \"where\" and at the input");
        }
        Microdata sample = Sample.of(people, all, settings.fraction(), settings.households() == Households.ONE);
        RiskReport.Stage before = stage(settings, sample);
        SpecialUniques special = SpecialUniques.of(sample.keys(), sample.rows(), (double) sample.rows() / all.rows());
        sample.columns().forEach(Guard::check);
        List<Double> bits = sample.columns().stream().map(Column::bits).toList();
        int alone = populationUniques(all, sample);
        boolean[] shared = shared(sample);
        Microdata released = Suppression.of(settings, sample);
        SharedWeights.level(settings, released);
        List<RiskReport.Loss> losses = new ArrayList<>();
        for (int i = 0; i < released.columns().size(); i++) {
            Column column = released.columns().get(i);
            long rare = column.planned().use() == Use.PLAIN ? blankRare(column, settings.k()) : 0;
            losses.add(new RiskReport.Loss(column.planned(), column.blanked(), rare, bits.get(i), column.bits()));
        }
        RiskReport report = new RiskReport(settings, all.rows(), all.households(), sample.rows(), before,
                stage(settings, released), sample.rows() - released.rows(), alone, linked(released, shared), special,
                losses, again(known, released));
        return new Release(settings, released, report);
    }

    private static List<Again> again(List<Kept> before, Microdata released) {
        if (before.isEmpty()) {
            return List.of();
        }
        Kept now = Kept.of(released);
        return before.stream().map(file -> Again.of(file, now)).toList();
    }

    /** Keeps who is in it, for files released later. */
    public void register(Path folder) throws IOException {
        Kept.of(released).into(folder);
    }

    private static RiskReport.Stage stage(Settings settings, Microdata data) {
        Classes classes = Classes.of(data.keys(), data.columns(Use.SENSITIVE), data.household(), settings.k());
        Grouping grouping = classes.grouping();
        int smallest = IntStream.range(0, grouping.count()).map(grouping::size).min().orElse(0);
        return new RiskReport.Stage(data.rows(), data.households(), grouping.count(), smallest, classes.unsafe(),
                (int) IntStream.range(0, data.rows()).filter(row -> grouping.size(grouping.of(row)) < settings.k())
                        .count(), Risk.of(data.keys(), data.weight(), data.household()));
    }

    /** Which columns tell the same of everybody of a household. */
    private static boolean[] shared(Microdata data) {
        boolean[] shared = new boolean[data.columns().size()];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = data.shared(data.columns().get(i));
        }
        return shared;
    }

    /** People who look like others of their household, and like nobody else, in all that households share. */
    private static int linked(Microdata data, boolean[] shared) {
        int[][] columns = IntStream.range(0, shared.length).filter(i -> shared[i])
                .mapToObj(i -> data.columns().get(i).codes()).toArray(int[][]::new);
        Grouping alike = Grouping.of(columns, data.rows());
        int[] households = alike.distinct(data.household());
        return (int) IntStream.range(0, data.rows()).filter(row -> alike.size(alike.of(row)) > 1
                && households[alike.of(row)] == 1).count();
    }

    /** People of the sample whose keys nobody else has in all that was read: known exactly, as a census is whole. */
    private static int populationUniques(Microdata all, Microdata sample) {
        int[][] keys = all.keys();
        int[][] both = new int[keys.length][];
        for (int key = 0; key < keys.length; key++) {
            both[key] = Arrays.copyOf(keys[key], all.rows() + sample.rows());
            System.arraycopy(sample.keys()[key], 0, both[key], all.rows(), sample.rows());
        }
        Grouping grouping = Grouping.of(both, all.rows() + sample.rows());
        return (int) IntStream.range(all.rows(), all.rows() + sample.rows())
                .filter(row -> grouping.size(grouping.of(row)) == 2).count();
    }

    /** Values that fewer than k people of the file have would make them stand out, though they are no keys. */
    private static long blankRare(Column column, int k) {
        int[] people = new int[column.words().size()];
        for (int code : column.codes()) {
            people[code]++;
        }
        long blanked = 0;
        for (int row = 0; row < column.codes().length; row++) {
            if (people[column.code(row)] < k) {
                column.blank(row);
                blanked++;
            }
        }
        return blanked;
    }

    /** Whether the file may be released; else the report says why not. */
    public boolean allowed() {
        return report.refusals().isEmpty();
    }

    public RiskReport report() {
        return report;
    }

    /** Columns of the released file. */
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("person"));
        if (settings.together()) {
            header.add("household");
        }
        header.add("weight");
        released.columns().forEach(column -> header.add(column.planned().name()));
        return header;
    }

    /** What columns and values of the file mean, a row a value; {@link VariableList#HEADER} goes above. */
    public List<List<String>> variables(Function<String, Optional<Variable>> form) {
        return VariableList.of(released.columns(), form);
    }

    /** Takes the rows of the released file. */
    @FunctionalInterface
    public interface Taker {
        void take(List<String> row);
    }

    /** The people in an order that is chance, under numbers that are nothing but their places in it. */
    public void rows(Taker taker) {
        if (!allowed()) {
            throw new IllegalStateException("not released");
        }
        int[] household = new int[Arrays.stream(released.household()).max().orElse(-1) + 1];
        int households = 0;
        for (int row = 0; row < released.rows(); row++) {
            List<String> cells = new ArrayList<>(List.of(String.valueOf(row + 1)));
            if (settings.together()) {
                int number = released.household()[row];
                household[number] = household[number] == 0 ? ++households : household[number];
                cells.add(String.valueOf(household[number]));
            }
            cells.add(Recoding.plain(Math.round(released.weight()[row] * 1e4) / 1e4));
            int at = row;
            released.columns().forEach(column -> cells.add(column.word(at)));
            taker.take(cells);
        }
    }
}
