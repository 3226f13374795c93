package org.ruhu.tools.xlsform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ruhu.tools.xlsform.TypeName.Fence;

/** The survey sheet as a tree of questions, groups and repeats. */
final class Survey {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*(:[\\p{L}_][\\p{L}\\p{N}_.-]*)?");
    private static final int DEEPEST_ROSTER = 3;
    private static final int MOST = 5000;
    /** Words of the expression language, and a name no JavaScript object may have. */
    private static final Set<String> WORDS = Set.of("implies", "or", "and", "not", "in", "contains", "true", "false",
            "null", "form", "row", "choice", "__proto__");

    private final Node root = Node.root();
    private final Map<String, List<Node>> byName = new LinkedHashMap<>();
    private final Remarks remarks;

    private Survey(Remarks remarks) {
        this.remarks = remarks;
    }

    static Survey of(Table sheet, Remarks remarks) {
        Survey survey = new Survey(remarks);
        survey.read(sheet);
        survey.name(survey.root, new HashMap<>());
        return survey;
    }

    Node root() {
        return root;
    }

    /** All of this name; the tree decides which is meant when there are several. */
    List<Node> called(String name) {
        return byName.getOrDefault(name, List.of());
    }

    private void read(Table sheet) {
        Node open = root;
        for (Line line : sheet.lines()) {
            if (line.yes("disabled") || line.text("type").startsWith("#")) {
                continue;
            }
            open = row(line, open);
        }
        for (Node node = open; node != root; node = node.parent) {
            remarks.refuse(node.line.at("type"), "this " + word(node) + " is never closed: end it with 'end "
                    + word(node) + "'");
        }
        if (root.flat().isEmpty()) {
            remarks.refuse(Place.of("survey"), "there is no question");
        }
        if (root.all().size() > MOST) {
            remarks.refuse(Place.of("survey"), "a form has " + MOST + " rows at most");
        }
    }

    private static String word(Node node) {
        return node.what == What.REPEAT ? "repeat" : "group";
    }

    private Node row(Line line, Node open) {
        String type = line.text("type");
        if (type.isEmpty()) {
            if (line.cells().keySet().stream().anyMatch(header -> List.of("name", "label").contains(header.name()))) {
                remarks.warn(line.place(), "this row has no type and is left out");
            }
            return open;
        }
        Optional<Fence> fence = TypeName.fence(type);
        if (fence.isPresent()) {
            return fence.get().begins() ? begin(line, fence.get().what(), open) : end(line, fence.get().what(), open);
        }
        Optional<TypeName> known = TypeName.of(type);
        if (known.isEmpty()) {
            remarks.refuse(line.at("type"), "there is no type '" + type + "' here");
            return open;
        }
        String standard = known.get().what() == What.AUDIT ? "audit" : "";
        add(new Node(known.get().what(), writtenName(line, standard), line, known.get(), open));
        if (known.get().orOther()) {
            add(Other.question(open.children.get(open.children.size() - 1)));
        }
        return open;
    }

    private Node begin(Line line, What what, Node open) {
        Node node = new Node(what, writtenName(line, ""), line, new TypeName(what, "", false), open);
        add(node);
        if (what == What.REPEAT && node.rosters().size() > DEEPEST_ROSTER) {
            remarks.refuse(line.at("type"), "repeats lie within one another " + DEEPEST_ROSTER + " deep at most");
        }
        return node;
    }

    private Node end(Line line, What what, Node open) {
        if (open == root || open.what != what) {
            remarks.refuse(line.at("type"), open == root ? "nothing is open that could end here"
                    : "a " + word(open) + " is open here (row " + open.line.place().row() + "): end that first");
            return open;
        }
        return open.parent;
    }

    private String writtenName(Line line, String standard) {
        String name = line.text("name").isEmpty() ? standard : line.text("name");
        if (name.isEmpty()) {
            remarks.refuse(line.place(), "the name is missing");
        } else if (!NAME.matcher(name).matches()) {
            remarks.refuse(line.at("name"),
                    "'" + name + "' is no name: letters, digits, _ - and . only, a letter first");
        }
        return name;
    }

    private void add(Node node) {
        if (!node.written.isEmpty() && node.parent.child(node.written).isPresent()) {
            remarks.refuse(node.line.at("name"), "the name '" + node.written + "' is taken in this "
                    + (node.parent == root ? "form" : word(node.parent)));
        }
        node.parent.children.add(node);
        byName.computeIfAbsent(node.written, name -> new java.util.ArrayList<>()).add(node);
    }

    /**
     * Gives names. Groups are no part of our paths, so two questions of one name in different groups need different
     * ones; and a question of a row may not have the name of a question of a row around it.
     */
    private void name(Node owner, Map<String, Node> around) {
        Set<String> here = new HashSet<>();
        Map<String, Node> below = new HashMap<>(around);
        for (Node node : owner.flat()) {
            String ours = free(node, here, around);
            here.add(ours);
            node.call(ours);
            if (owner != root) {
                below.put(ours, node);
            }
            if (!ours.equals(node.written) && !node.written.isEmpty()) {
                remarks.warn(node.line.at("name"), "'" + node.written + "' is called '" + ours + "' in the form");
            }
        }
        owner.flat().stream().filter(node -> node.what == What.REPEAT).forEach(node -> name(node, below));
    }

    private static String free(Node node, Set<String> here, Map<String, Node> around) {
        String plain = node.written.replaceAll("[^A-Za-z0-9_]", "_");
        String letter = plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "q" + plain : plain;
        String base = letter.length() > 60 ? letter.substring(0, 60) : letter;
        if (WORDS.contains(base)) {
            base += "_";
        }
        String ours = base;
        for (int n = 2; here.contains(ours) || around.containsKey(ours); n++) {
            ours = base + "_" + n;
        }
        return ours;
    }
}
