package org.ruhu.tools.dedupe;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ruhu.tools.link.table.TableOptions;

/**
 * What somebody wants linked, and how, as the command line says it.
 *
 * @param settings   as a file
 * @param model      as a file; with it nothing is learned
 * @param id         column that names records, instead of what settings say; {@code -} for line numbers
 * @param out        folder for the files; without one pairs are written to standard output
 * @param truth      column whose equal values mean the same
 * @param group      column by whose values errors are counted
 * @param labels     file of pairs that people judged
 * @param show       whether values are shown in full
 * @param guess      whether settings are made up from the columns and the first records
 */
public record Wish(Optional<Path> settings, Optional<Path> model, Optional<String> id, Optional<Path> out,
        Optional<String> truth,
        Optional<String> group, Optional<Path> labels, Cuts cuts, boolean show, boolean guess, TableOptions reading) {

    /** Probabilities, instead of those of the settings or the model. */
    public record Cuts(Optional<Double> automatic, Optional<Double> clerical, Optional<Double> match) {}

    /** The outer one is empty if nothing was said. */
    Optional<Optional<String>> named() {
        return id.map(column -> Optional.of(column).filter(name -> !name.equals("-")));
    }

    /** Columns wanted beside those the settings look at. */
    List<String> more() {
        return Stream.of(truth, group).flatMap(Optional::stream).distinct().toList();
    }
}
