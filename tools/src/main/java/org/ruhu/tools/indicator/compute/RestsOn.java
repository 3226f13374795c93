package org.ruhu.tools.indicator.compute;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.reading.Deprivation;
import org.ruhu.tools.indicator.reading.Household;
import org.ruhu.tools.indicator.reading.Imputed;
import org.ruhu.tools.indicator.reading.Mark;
import org.ruhu.tools.indicator.reading.Part;

/** Tells of the figures of one cell how many households behind them have an imputed answer that the figure needs. */
final class RestsOn {

    private static final int LACKS = Arrays.stream(Deprivation.values()).mapToInt(Imputed::of).sum() | Imputed.PERSONS;
    private static final int SEVEN = Part.SEVEN.stream().mapToInt(Imputed::of).sum();

    private final List<Sampled> rows;
    private final Map<String, Long> counted = new HashMap<>();

    private RestsOn(List<Sampled> rows) {
        this.rows = rows;
    }

    static RestsOn of(List<Sampled> rows) {
        return new RestsOn(rows.stream().filter(row -> !row.household().imputed().equals(Imputed.NOTHING)).toList());
    }

    Figure told(Figure figure) {
        if (rows.isEmpty()) {
            return figure;
        }
        Base base = figure.base();
        return figure.on(base.withImputed(Math.min(base.households(), count(figure.indicator()))));
    }

    private long count(String indicator) {
        String[] words = indicator.split("\\.");
        return switch (words[0]) {
            case "income", "inequality", "poverty" -> money(words[1]);
            case "compliance" -> compliance(words[1]);
            case "mpi" -> words[1].equals("deprived") ? lacking(words[2])
                    : counted("mpi", LACKS, household -> household.persons() > 0
                            && Stream.of(Deprivation.values()).allMatch(lack -> known(household, lack)));
            case "recognition" -> counted(words[0], Imputed.RECOGNITION, household -> true);
            default -> 0;
        };
    }

    private long money(String definition) {
        return switch (definition) {
            case "disposable" -> counted(definition, Imputed.DISPOSABLE,
                    household -> !Double.isNaN(household.disposablePerHead()));
            case "incidence" -> counted(definition, Imputed.REGISTERED, household -> true);
            default -> counted("register", Imputed.REGISTER, household -> !Double.isNaN(household.registerPerHead()));
        };
    }

    private long compliance(String word) {
        return Arrays.stream(Part.values()).filter(part -> part.word().equals(word)).findFirst()
                .map(part -> counted(word, Imputed.of(part), household -> true))
                .orElseGet(() -> counted("exit", SEVEN, household -> true));
    }

    private long lacking(String word) {
        Deprivation lack = Arrays.stream(Deprivation.values()).filter(one -> one.word().equals(word)).findFirst()
                .orElseThrow();
        return counted("lack " + word, Imputed.of(lack) | Imputed.PERSONS,
                household -> household.persons() > 0 && known(household, lack));
    }

    private static boolean known(Household household, Deprivation lack) {
        return household.lacks().at(lack) != Mark.UNKNOWN;
    }

    private long counted(String what, int bits, Predicate<Household> inBase) {
        return counted.computeIfAbsent(what, w -> rows.stream().map(Sampled::household)
                .filter(household -> household.imputed().any(bits) && inBase.test(household)).count());
    }
}
