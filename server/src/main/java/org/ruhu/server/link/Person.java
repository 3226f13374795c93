package org.ruhu.server.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.campaign.Domain;
import org.ruhu.tools.link.IdNumbers;

/**
 * A person as the latest revision of an interview or a frame has them, identifiers opened: only ever in memory.
 *
 * @param roster  how the form asks for persons; of one on a frame what its answers are called
 * @param place   row in the roster, from 0
 * @param answers those about the person
 * @param about   those about the whole household, rosters too
 */
record Person(RecordId id, Origin origin, Roster roster, int place, ObjectNode answers, ObjectNode about) {

    private static final String HOUSEHOLD = "household/";

    /**
     * Where a record comes from.
     *
     * @param revision 0 on a frame
     * @param authors accounts that sent any revision of it
     */
    record Origin(Domain domain, String campaign, String unit, String area, int revision, List<String> authors) {
        Origin {
            authors = List.copyOf(authors);
        }
    }

    /** How a form asks for persons: names of its roster and of the questions in it. */
    record Roster(FormVersion form, String name, String number, List<String> names) {
        Roster {
            names = List.copyOf(names);
        }

        String path(String question) {
            return "/" + name + "/*/" + question;
        }
    }

    Source source() {
        return id.source();
    }

    String text(String question) {
        return answers.path(question).asText("");
    }

    String name() {
        return roster.names().isEmpty() ? "" : text(roster.names().get(0));
    }

    /** As it was written. */
    String idNumber() {
        return text(roster.number());
    }

    /** In its 18 digits; empty if that is no valid number. */
    Optional<String> validNumber() {
        return IdNumbers.normal(idNumber());
    }

    /** What a column of linkage settings means in an interview: that of the person, else that of the household. */
    String value(String column) {
        return switch (column) {
            case "village", "area" -> origin.area();
            case "household", "unit" -> origin.unit();
            case "campaign" -> origin.campaign();
            case "submission" -> sourceName();
            default -> {
                String question = question(column);
                boolean own = !column.startsWith(HOUSEHOLD) && answers.path(question).isValueNode();
                yield (own ? answers : about).path(question).asText("");
            }
        };
    }

    /** The submission; of one on a frame what only its unit there is called. */
    private String sourceName() {
        return id.submission().map(UUID::toString).orElseGet(() -> "unit:" + origin.campaign() + "/" + origin.unit());
    }

    /** Columns may be called as in {@code persons.csv}, or {@code household/NAME}. */
    static String question(String column) {
        return switch (column) {
            case "relation" -> "rel";
            case "ethnicity" -> "ethnic";
            default -> column.startsWith(HOUSEHOLD) ? column.substring(HOUSEHOLD.length()) : column;
        };
    }

    /** Year of birth as answered, else "". */
    String born() {
        String day = text("birth_date");
        return day.length() >= 4 ? day.substring(0, 4) : "";
    }

    /** Where the id number stands in the answers. */
    String pointer() {
        return "/" + roster.name() + "/" + place + "/" + roster.number();
    }

    /** Two valid id numbers that are not one. */
    boolean contradicts(Person other) {
        return validNumber().isPresent() && other.validNumber().isPresent()
                && !validNumber().equals(other.validNumber());
    }

    /**
     * Whether the two may ever make a pair: never across domains, whatever a look-up says. Another interview of the
     * same unit is expected to name the same persons, and so is the frame. The frame of one campaign says nothing about
     * interviews of another, which has its own, made of the same register.
     */
    boolean comparable(Person other) {
        boolean expected = origin.unit().equals(other.origin.unit()) && !source().equals(other.source());
        boolean otherFrame = (id.isListed() || other.id.isListed())
                && !origin.campaign().equals(other.origin.campaign());
        return origin.domain() == other.origin.domain() && !expected && !otherFrame && !id.equals(other.id);
    }
}
