package org.ruhu.tools.link;

import java.util.List;
import org.ruhu.tools.link.score.Weigher;
import org.ruhu.tools.link.train.Label;

/**
 * Two rows that people judged, compared.
 *
 * @param rules names of the blocking rules that find them
 */
public record JudgedPair(Judgement said, int pattern, List<String> rules) {

    public JudgedPair {
        rules = List.copyOf(rules);
    }

    /** @param weigher by which the values of the two rows add to what their pattern weighs */
    Label label(Weigher weigher) {
        return new Label(pattern, weigher.weight(pattern, said.low(), said.high()) - weigher.weight(pattern), rules,
                said.same(), said.weight(), said.drawn());
    }
}
