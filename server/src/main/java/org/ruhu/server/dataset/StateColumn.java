package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ruhu.server.submission.State;
import org.ruhu.tools.dataset.Added;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Option;
import org.ruhu.tools.dataset.ValueType;
import org.ruhu.tools.lines.Revision;

/** Where the revision stands that a row is from, beside the answers about the unit itself. */
final class StateColumn implements Added {

    private static final StateColumn ONE = new StateColumn();

    private StateColumn() {}

    static Dataset in(Dataset dataset) {
        return dataset.with(table -> table.roster().isEmpty() ? List.of(ONE) : List.of());
    }

    @Override
    public String name() {
        return "state";
    }

    @Override
    public ValueType type() {
        return ValueType.TEXT;
    }

    @Override
    public String label(String language) {
        return language.equals("en") ? "Where this revision stands in review" : "审核状态";
    }

    @Override
    public List<Option> options() {
        return Stream.of(State.values()).map(state -> new Option(state.word(), words(state), List.of())).toList();
    }

    private static Map<String, String> words(State state) {
        return switch (state) {
            case RECEIVED -> words("已收到", "received");
            case WAITING -> words("等待附件", "waiting for attachments");
            case CHECKED -> words("指导员已审核", "passed by the instructor");
            case ACCEPTED -> words("县级已验收", "accepted by the county");
            case CORRECTION -> words("验收后的更正，待定", "correction after acceptance, undecided");
            case RETURNED -> words("已退回", "returned");
            case VOID -> words("已作废", "void");
        };
    }

    private static Map<String, String> words(String zh, String en) {
        return Map.of("zh", zh, "en", en, "bo", zh);
    }

    @Override
    public JsonNode value(Revision revision, String row) {
        return revision.state().isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(revision.state());
    }
}
