package org.ruhu.server.campaign;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.outside.ContextSource;

/** Which interviews the forms of a campaign look at. */
final class Sources {

    private Sources() {}

    /** Names of the forms whose interviews a form gathers. */
    static Set<String> askedBy(FormVersion form) {
        return ContextSource.of(form).values().stream()
                .filter(ContextSource.Gathered.class::isInstance).map(ContextSource.Gathered.class::cast)
                .map(gathered -> gathered.gather().form()).collect(Collectors.toUnmodifiableSet());
    }

    /** The campaign itself if it has that form, else the latest of its domain that has it in its area, else itself. */
    static String standard(Campaign campaign, String form, List<Campaign> all) {
        if (campaign.form().name().equals(form)) {
            return campaign.id();
        }
        return all.stream()
                .filter(other -> other.form().name().equals(form) && other.domain() == campaign.domain())
                .filter(other -> other.area().startsWith(campaign.area()) || campaign.area().startsWith(other.area()))
                .max(Comparator.comparing(Campaign::starts).thenComparing(Campaign::id))
                .map(Campaign::id).orElse(campaign.id());
    }
}
