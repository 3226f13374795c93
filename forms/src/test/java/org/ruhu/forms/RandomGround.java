package org.ruhu.forms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What expressions of a random form may name: the questions it has so far, where they stand, values from outside. */
final class RandomGround {

    /** A name that the form has and rows may have too: there it means the row's. */
    static final String SHARED = "same";

    enum Sort { NUMBER, TRUTH, TEXT, DAY, MOMENT, CODES, CODE }

    /** @param codes what it may be compared with, of a question with codes */
    record Known(String name, Sort sort, List<String> codes) {}

    /** The form, or the rows of a roster. */
    static final class Level {

        final String path;
        final String name;
        final Optional<Level> around;
        final int mostRows;
        final boolean shares;
        final List<Known> known = new ArrayList<>();
        final List<Level> planned = new ArrayList<>();
        final List<Level> rosters = new ArrayList<>();
        final ObjectNode schema = JsonNodeFactory.instance.objectNode();
        final ObjectNode questions;

        /** @param shares whether its rows have a question of the shared name */
        Level(Optional<Level> around, String name, int mostRows, boolean shares) {
            this.around = around;
            this.name = name;
            this.mostRows = mostRows;
            this.shares = shares;
            this.path = around.map(level -> level.inside(name)).orElse("");
            if (around.isEmpty()) {
                this.questions = schema.put("type",
            "object").put("additionalProperties", false).putObject("properties");
            } else {
                this.questions = schema.put("type", "array").put("maxItems", mostRows).putObject("items")
                        .put("type", "object").put("additionalProperties", false).putObject("properties");
            }
        }

        /** Path of a question of this level. */
        String inside(String question) {
            return around.isEmpty() ? "/" + question : path + "/*/" + question;
        }

        boolean isForm() {
            return around.isEmpty();
        }

        /** This level and those around it, without the form. */
        List<Level> rows() {
            return Stream.iterate(this, level -> !level.isForm(), level -> level.around.orElseThrow()).toList();
        }
    }

    final Level form = new Level(Optional.empty(), "", 1, false);
    final List<Level> rosters = new ArrayList<>();
    final List<Known> context = new ArrayList<>();

    /** Rosters that are already part of the form, the form first. */
    List<Level> levels() {
        List<Level> levels = new ArrayList<>(List.of(form));
        levels.addAll(rosters);
        return levels;
    }

    /** What an expression in a row of this level writes for a question of the form. */
    static String ofForm(Level here, String name, boolean briefly) {
        boolean hidden = name.equals(SHARED) && here.rows().stream().anyMatch(level -> level.shares);
        return briefly && !hidden ? name : "form." + name;
    }
}
