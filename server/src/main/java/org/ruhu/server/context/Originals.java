package org.ruhu.server.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.Derived;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormProblem;
import org.ruhu.forms.outside.ContextSource;
import org.ruhu.server.submission.Reopened;
import org.ruhu.server.submission.Revision;
import org.ruhu.server.submission.Submissions;

/** What the interviews say that revisits go back to. */
final class Originals {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private record Asked(FormId form, String of) {}

    /** @param identifying whether it was made of what singles out a person */
    record Said(JsonNode value, boolean identifying) {}

    private final Catalogue catalogue;
    private final Submissions submissions;
    private final Reopened reopened;
    private final Map<Asked, Optional<Derived>> known = new ConcurrentHashMap<>();

    Originals(Catalogue catalogue, Submissions submissions, Reopened reopened) {
        this.catalogue = catalogue;
        this.submissions = submissions;
        this.reopened = reopened;
    }

    Optional<Revision> find(UUID submission) {
        return submissions.speaking(submission);
    }

    /** Empty when it is of another form or does not tell. */
    Optional<Said> said(Revision original, ContextSource.Original asked) {
        if (!original.form().name().equals(asked.form())) {
            return Optional.empty();
        }
        Optional<Derived> derived = known.computeIfAbsent(new Asked(original.form(), asked.of()), this::derived);
        return derived.flatMap(of -> reopened.interview(original).map(of::on)
                .filter(value -> !value.isMissingNode() && !value.isNull())
                .map(value -> new Said(value, of.readsIdentifiers() && Known.couldIdentify(value))));
    }

    private Optional<Derived> derived(Asked asked) {
        try {
            return catalogue.form(asked.form()).map(form -> Derived.of(form, asked.of()));
        } catch (FormProblem problem) {
            return Optional.empty();
        }
    }

    static Optional<JsonNode> about(Revision original, ContextSource.AboutOriginal asked) {
        Optional<String> told = switch (asked.what()) {
            case "team" -> Optional.of(original.team());
            case "area" -> Optional.of(original.area());
            case "submission" -> Optional.of(original.id().submission().toString());
            case "received-day" -> Optional.of(LocalDate.ofInstant(original.receivedAt(), ZONE).toString());
            default -> Optional.empty();
        };
        return told.map(TextNode::valueOf);
    }
}
