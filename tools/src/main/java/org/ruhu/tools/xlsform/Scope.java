package org.ruhu.tools.xlsform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an expression stands.
 *
 * @param at         the node it belongs to: what {@code .} is
 * @param rows       the repeats whose row is at hand, with what names of it begin with: nothing, or {@code m.}
 * @param own        the repeat whose row the expression belongs to, with those around it
 * @param constraint whether {@code .} is an answer just given
 * @param list       the list whose options are asked about
 * @param variables  names in use for rows
 * @param original   the node the whole expression belongs to: what {@code current()} is
 */
record Scope(Node at, Map<Node, String> rows, List<Node> own, boolean constraint, Optional<Choices.Options> list,
             List<String> variables, Node original) {

    static Scope of(Node node) {
        List<Node> own = node.roster().map(Node::rosters).orElse(List.of());
        Map<Node, String> rows = new HashMap<>();
        own.forEach(roster -> rows.put(roster, ""));
        return new Scope(node, rows, own, false, Optional.empty(), List.of(), node);
    }

    Scope forConstraint() {
        return new Scope(at, rows, own, true, list, variables, original);
    }

    Scope choosing(Choices.Options options) {
        return new Scope(at, rows, own, false, Optional.of(options), variables, original);
    }

    /** Seen from another node, in the same rows. */
    Scope from(Node node) {
        return new Scope(node, rows, own, false, Optional.empty(), variables, original);
    }

    /** Inside a row of this repeat that a variable stands for. */
    Scope within(Node roster, String variable) {
        Map<Node, String> bound = new HashMap<>(rows);
        bound.keySet().removeIf(other -> other.within(roster));
        bound.put(roster, variable + ".");
        List<String> taken = new java.util.ArrayList<>(variables);
        taken.add(variable);
        return new Scope(roster, bound, own, false, Optional.empty(), taken, original);
    }

    /** A row of {@code roster}, as {@code where} of a choice from it sees it; {@code current()} is the choice. */
    static Scope inRow(Node roster, Node chooser) {
        Map<Node, String> rows = new HashMap<>();
        roster.rosters().forEach(each -> rows.put(each, ""));
        return new Scope(roster, rows, roster.rosters(), false, Optional.empty(), List.of(), chooser);
    }
}
