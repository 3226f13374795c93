package org.ruhu.tools.xlsform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A question, group or repeat of a survey, in its tree. Its name in our form is given once all are known. */
final class Node {

    final What what;
    final String written;
    final Line line;
    final TypeName type;
    final Node parent;
    final List<Node> children = new ArrayList<>();
    private String name = "";

    Node(What what, String written, Line line, TypeName type, Node parent) {
        this.what = what;
        this.written = written;
        this.line = line;
        this.type = type;
        this.parent = parent;
    }

    static Node root() {
        Line nowhere = new Line(Place.of("survey"), java.util.Map.of());
        return new Node(What.ROOT, "", nowhere, new TypeName(What.ROOT, "", false), null);
    }

    String name() {
        return name;
    }

    void call(String ours) {
        name = ours;
    }

    Optional<Node> child(String written) {
        return children.stream().filter(node -> node.written.equals(written)).findFirst();
    }

    /** The repeats around it, the outermost first; a repeat counts as around itself. */
    List<Node> rosters() {
        List<Node> rosters = parent == null ? new ArrayList<>() : parent.rosters();
        if (what == What.REPEAT) {
            rosters.add(this);
        }
        return rosters;
    }

    /** The repeat whose row holds it. */
    Optional<Node> roster() {
        for (Node node = parent; node != null; node = node.parent) {
            if (node.what == What.REPEAT) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /** As in our form: {@code /members/*}{@code /age}. */
    String path() {
        return roster().map(roster -> roster.path() + "/*/").orElse("/") + name;
    }

    boolean within(Node other) {
        return this == other || parent != null && parent.within(other);
    }

    /** All questions and repeats below, groups opened, in order. */
    List<Node> flat() {
        List<Node> flat = new ArrayList<>();
        for (Node child : children) {
            if (child.what == What.GROUP) {
                flat.addAll(child.flat());
            } else if (child.what == What.REPEAT || child.what.question()) {
                flat.add(child);
            }
        }
        return flat;
    }

    /** It and everything below. */
    List<Node> all() {
        List<Node> all = new ArrayList<>();
        all.add(this);
        children.forEach(child -> all.addAll(child.all()));
        return all;
    }

    @Override
    public String toString() {
        return written;
    }
}
