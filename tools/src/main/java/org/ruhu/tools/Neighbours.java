package org.ruhu.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.Context;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormProblem;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Interview;
import org.ruhu.forms.outside.Areas;
import org.ruhu.forms.outside.ContextSource;
import org.ruhu.forms.outside.Contribution;
import org.ruhu.forms.outside.Gather;
import org.ruhu.tools.lines.RawLine;
import org.ruhu.tools.lines.Revision;

/** What the interviews of a file say about their areas, for forms that compare with them, such as a village's. */
final class Neighbours {

    /** Which interview speaks for a unit, and what it adds to the gathers of its form, in their order. */
    private record Voice(String submission, int number, List<Optional<BigDecimal>> adds) {}

    private final Catalogue catalogue;
    private final Map<String, List<Gather>> gathers = new LinkedHashMap<>();
    private final List<byte[]> askers = new ArrayList<>();
    private final Map<FormId, List<Optional<Contribution>>> known = new ConcurrentHashMap<>();
    private final Map<String, TreeMap<String, Voice>> voices = new HashMap<>();
    private final Map<String, Optional<JsonNode>> folded = new ConcurrentHashMap<>();

    Neighbours(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (FormVersion form : catalogue.forms()) {
            List<Gather> asked = ContextSource.of(form).values().stream()
                    .filter(ContextSource.Gathered.class::isInstance)
                    .map(source -> ((ContextSource.Gathered) source).gather()).toList();
            asked.forEach(gather -> gathers.computeIfAbsent(gather.form(), name -> new ArrayList<>()).add(gather));
            if (!asked.isEmpty()) {
                askers.add(('"' + form.id().name() + '"').getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Whether a line may be of a form that compares with others; said without reading it. */
    boolean mayAsk(RawLine line) {
        return askers.stream().anyMatch(name -> contains(line.bytes(), name));
    }

    private static boolean contains(byte[] text, byte[] wanted) {
        for (int at = 0; at + wanted.length <= text.length; at++) {
            int same = 0;
            while (same < wanted.length && text[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }

    /** Hears an interview; of one unit the later in the file counts, of one submission the highest number. */
    void hear(Revision revision, FormVersion form, Context context) {
        if (!gathers.containsKey(form.id().name()) || revision.area().isEmpty()) {
            return;
        }
        Interview interview = form.interview(revision.answers(), context);
        List<Optional<BigDecimal>> adds = known.computeIfAbsent(form.id(), id -> contributions(form)).stream()
                .map(contribution -> contribution.flatMap(one -> one.of(interview))).toList();
        Voice voice = new Voice(revision.submission(), revision.number(), adds);
        voices.computeIfAbsent(form.id().name(), name -> new TreeMap<>())
                .merge(revision.area() + " " + (revision.unit().isEmpty() ? revision.submission() : revision.unit()), voice,
                        (before, after) -> before.submission().equals(after.submission())
                                && before.number() > after.number() ? before : after);
    }

    private List<Optional<Contribution>> contributions(FormVersion form) {
        return gathers.get(form.id().name()).stream().map(gather -> {
            try {
                return Optional.of(Contribution.of(gather, form));
            } catch (FormProblem older) {
                return Optional.<Contribution>empty();
            }
        }).toList();
    }

    /** The number about an area; empty when nobody there was heard. */
    Optional<JsonNode> of(Gather gather, String area) {
        return folded.computeIfAbsent(Areas.ground(area) + " " + gather, key -> fold(gather, Areas.ground(area)));
    }

    private Optional<JsonNode> fold(Gather gather, String ground) {
        int column = gathers.get(gather.form()).indexOf(gather);
        TreeMap<String, Voice> all = voices.getOrDefault(gather.form(), new TreeMap<>());
        var there = all.subMap(ground, true, ground + '\uffff', false).values();
        List<BigDecimal> numbers = there.stream().flatMap(voice -> voice.adds().get(column).stream()).toList();
        return there.isEmpty() ? Optional.empty() : gather.fold().of(numbers).map(DecimalNode::valueOf);
    }

}
