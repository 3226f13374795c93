package org.ruhu.tools.indicator.compute;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ruhu.tools.indicator.figure.Level;

/**
 * For which areas and groups there are figures.
 *
 * @param levels besides everything that was read
 * @param groups each by itself, in every area; not crossed with one another
 */
public record Cut(Set<Level> levels, List<Grouping> groups) {

    public Cut {
        levels = Set.copyOf(levels);
        groups = List.copyOf(groups);
    }

    /** Without figures of the staff. */
    public Cut forEverybody() {
        return new Cut(levels, groups.stream().filter(group -> group != Grouping.TEAM).toList());
    }

    /** @throws IllegalArgumentException that says which words there are */
    public static Cut of(List<String> words) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        Set<Grouping> groups = new LinkedHashSet<>();
        for (String word : words) {
            Optional<Level> level = Level.named(word);
            Optional<Grouping> group = Grouping.named(word);
            if (word.equals("ethnicity") || word.equals("ethnic")) {
                throw new IllegalArgumentException("ethnicity serves checks of bias only, so results by it are not"
                        + " made; figures on missing answers have it by themselves");
            }
            if (level.isEmpty() && group.isEmpty() && !word.equals("year")) {
                throw new IllegalArgumentException(word + " is neither a level of areas (province, prefecture, county,"
                        + " township, village) nor a group (" + Grouping.words() + ")");
            }
            level.ifPresent(levels::add);
            group.ifPresent(groups::add);
        }
        return new Cut(levels, new ArrayList<>(groups));
    }
}
