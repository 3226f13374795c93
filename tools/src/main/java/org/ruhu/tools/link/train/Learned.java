package org.ruhu.tools.link.train;

import java.util.List;
import org.ruhu.tools.link.Model.Chance;
import org.ruhu.tools.link.Model.Tie;
import org.ruhu.tools.link.Note;

/**
 * @param prior   chance that two records drawn at random are the same
 * @param matches expected among the candidates
 * @param chances by comparison, then by level from 1
 */
public record Learned(double prior, double matches, List<List<Chance>> chances, List<Tie> ties,
        List<Note> notes) {

    public Learned {
        ties = List.copyOf(ties);
        chances = chances.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
    }
}
