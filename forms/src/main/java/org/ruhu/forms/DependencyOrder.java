package org.ruhu.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ruhu.forms.Program.Step;

/** Puts every question after all that its relevance and its calculation look at; otherwise as the form has them. */
final class DependencyOrder {

    private final FormId id;
    private final Map<String, Step> steps;
    private final List<String> problems;
    private final List<Step> ordered = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> open = new LinkedHashSet<>();

    /** @param problems takes a line for every circle */
    DependencyOrder(FormId id, Map<String, Step> steps, List<String> problems) {
        this.id = id;
        this.steps = steps;
        this.problems = problems;
    }

    List<Step> steps() {
        steps.keySet().forEach(this::visit);
        return ordered;
    }

    private void visit(String path) {
        if (done.contains(path)) {
            return;
        }
        if (!open.add(path)) {
            List<String> circle = new ArrayList<>(open);
            problems.add(id + " " + path + ": its value depends on itself: "
                    + String.join(" -> ", circle.subList(circle.indexOf(path), circle.size())) + " -> " + path);
            return;
        }
        Step step = steps.get(path);
        step.question().roster().ifPresent(this::visit);
        step.relevant().ifPresent(rules -> rules.reads().forEach(this::visit));
        step.calculate().ifPresent(rules -> rules.reads().forEach(this::visit));
        open.remove(path);
        if (done.add(path)) {
            ordered.add(step);
        }
    }
}
