package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ruhu.server.link.Decided;
import org.ruhu.server.link.Decided.Belonging;
import org.ruhu.tools.dataset.Added;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.ValueType;
import org.ruhu.tools.lines.Revision;

/** What becomes in a dataset of those who are in it twice, by the decisions of clerks. */
enum Duplicates {
    /** Nothing is said about it. */
    KEEP,
    /** Columns say who is one with whom, and which record stands for all. */
    FLAG,
    /** As {@link #FLAG}, and the records that do not stand for all are left out with what belongs to them. */
    RESOLVE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Duplicates> of(String word) {
        return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    Dataset in(Dataset dataset, Decided decided) {
        return switch (this) {
            case KEEP -> dataset;
            case FLAG -> dataset.with(table -> columns(table, decided));
            case RESOLVE -> dataset.with(table -> columns(table, decided))
                    .only((revision, place) -> of(decided, revision, place).map(Belonging::kept).orElse(true));
        };
    }

    /** Whether a submission is left out as a whole. */
    boolean leavesOut(Decided decided, String submission) {
        return this == RESOLVE && !decided.household(submission).map(Belonging::kept).orElse(true);
    }

    private static Optional<Belonging> of(Decided decided, Revision revision, String place) {
        return place.isEmpty() ? decided.household(revision.submission())
                : decided.person(revision.submission(), revision.answers().values(), place);
    }

    /** For the household, and for the persons and whatever else stands in a roster of it. */
    private static List<Added> columns(Table table, Decided decided) {
        boolean household = table.roster().isEmpty();
        if (!household && Table.steps(table.roster().get()).size() > 1) {
            return List.of();
        }
        String of = household ? "household" : "person";
        return List.of(new Column(of + "_cluster", ValueType.TEXT,
                household ? "判定为同一户的分组" : "判定为同一人的分组",
                "Records that clerks decided to be one " + of + " have the same value; empty for all others",
                decided, belonging -> TextNode.valueOf(belonging.cluster())),
                new Column(of + "_kept", ValueType.BOOLEAN, household ? "分组中保留的户" : "分组中保留的人",
                        "Whether this record stands for its cluster: of those in this dataset, that of the submission"
                                + " that came last",
                        decided, belonging -> BooleanNode.valueOf(belonging.kept())));
    }

    private record Column(String name, ValueType type, String zh, String en, Decided decided,
                          Function<Belonging, JsonNode> told) implements Added {

        @Override
        public String label(String language) {
            return language.equals("en") ? en : zh;
        }

        @Override
        public JsonNode value(Revision revision, String row) {
            return of(revision, row).map(told).orElse(MissingNode.getInstance());
        }

        private Optional<Belonging> of(Revision revision, String row) {
            return Duplicates.of(decided, revision, row);
        }
    }
}
