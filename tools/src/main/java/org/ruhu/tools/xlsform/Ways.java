package org.ruhu.tools.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ruhu.tools.xlsform.Target.Span;
import org.ruhu.tools.xlsform.xpath.XPath;
import org.ruhu.tools.xlsform.xpath.XPath.From;
import org.ruhu.tools.xlsform.xpath.XPath.Path;
import org.ruhu.tools.xlsform.xpath.XPath.Step;
import org.ruhu.tools.xlsform.xpath.XPathProblem;

/** Follows paths through a survey, and writes names so that our language finds them. */
final class Ways {

    private final Survey survey;

    Ways(Survey survey) {
        this.survey = survey;
    }

    /** @throws XPathProblem when it leads nowhere */
    Target follow(Path path, Scope scope) {
        Scope start = path.start().from() == From.CURRENT ? Scope.of(scope.original()) : scope;
        Walk walk = new Walk(path, start);
        switch (path.start().from()) {
            case ROOT -> walk.fromRoot();
            case QUESTION -> walk.fromQuestion();
            default -> walk.from(start.at());
        }
        return walk.target();
    }

    private final class Walk {

        private final Path path;
        private final Scope scope;
        private final Map<Node, List<XPath>> conditions = new HashMap<>();
        private List<XPath> own = List.of();
        private Node node = survey.root();
        /** Rows of repeats inside this node are at hand only when the path never left them. */
        private Node anchor = survey.root();
        private boolean climbed;
        /** A repeat that was named means all its rows; one that was climbed to means the row at hand. */
        private boolean descended;
        private int next;

        Walk(Path path, Scope scope) {
            this.path = path;
            this.scope = scope;
        }

        void fromRoot() {
            next = 1;
            descend();
        }

        void fromQuestion() {
            String name = path.start().name();
            if (name.startsWith("last-saved#")) {
                throw problem("answers of the interview before are not kept: ${" + name + "}");
            }
            List<Node> found = survey.called(name);
            if (found.isEmpty()) {
                throw problem("there is no question ${" + name + "}");
            }
            node = found.size() == 1 ? found.get(0) : nearest(found).orElseThrow(
                    () -> problem("there are several questions ${" + name + "}: give them different names"));
            descended = true;
            note(path.start().predicates());
            descend();
        }

        private Optional<Node> nearest(List<Node> found) {
            List<Node> beside = found.stream().filter(each -> each.parent == scope.at().parent).toList();
            return beside.size() == 1 ? Optional.of(beside.get(0)) : Optional.empty();
        }

        void from(Node here) {
            node = here;
            descend();
        }

        private void descend() {
            for (; next < path.steps().size(); next++) {
                Step step = path.steps().get(next);
                switch (step.name()) {
                    case "." -> note(step.predicates());
                    case ".." -> up();
                    default -> down(step);
                }
            }
        }

        private void up() {
            if (node.parent == null) {
                throw problem("'..' leads out of the form");
            }
            node = node.parent;
            climbed = true;
            descended = false;
            anchor = node;
        }

        private void down(Step step) {
            if (step.name().equals("*")) {
                throw problem("'*' for any question cannot be translated: name them");
            }
            descended = true;
            node = node.child(step.name()).orElseThrow(() -> problem("there is no '" + step.name() + "' in "
                    + (node.what == What.ROOT ? "the form" : "'" + node + "'")));
            note(step.predicates());
        }

        private void note(List<XPath> predicates) {
            if (!predicates.isEmpty() && node.what == What.REPEAT) {
                conditions.put(node, predicates);
            } else if (!predicates.isEmpty()) {
                own = predicates;
            }
        }

        private XPathProblem problem(String what) {
            return new XPathProblem(path.at(), what);
        }

        Target target() {
            List<Span> spans = new ArrayList<>();
            for (Node roster : node.rosters()) {
                boolean whole = roster == node && descended;
                boolean atHand = !whole && spans.isEmpty() && scope.rows().containsKey(roster)
                        && !conditions.containsKey(roster) && (!climbed || anchor.within(roster));
                if (!atHand) {
                    spans.add(new Span(roster, conditions.getOrDefault(roster, List.of())));
                }
            }
            return new Target(node, List.copyOf(spans), scope, own);
        }
    }

    /** The name of a question or repeat as an expression of this scope has to write it. */
    String name(Node node, Scope scope) {
        Optional<Node> roster = node.roster();
        if (roster.isPresent()) {
            return scope.rows().getOrDefault(roster.get(), "") + node.name();
        }
        boolean hidden = scope.own().stream().anyMatch(own -> own.flat().stream()
                .anyMatch(inner -> inner.name().equals(node.name())));
        return (hidden ? "form." : "") + node.name();
    }

    /** A name for the row of a repeat that means nothing else here. */
    String variable(Node roster, Scope scope) {
        String letter = roster.name().substring(0, 1).toLowerCase(java.util.Locale.ROOT);
        String base = Character.isLetter(letter.charAt(0)) ? letter : "r";
        String name = base;
        for (int n = 2; taken(name, scope); n++) {
            name = base + n;
        }
        return name;
    }

    private boolean taken(String name, Scope scope) {
        return scope.variables().contains(name)
                || survey.root().all().stream().anyMatch(node -> node.name().equals(name));
    }
}
