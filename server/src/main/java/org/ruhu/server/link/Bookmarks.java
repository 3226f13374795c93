package org.ruhu.server.link;

import java.util.Optional;
import org.ruhu.server.door.Query;
import org.ruhu.server.vault.Identifiers;

/**
 * Where a page of a list ended, sealed: it may be said of a row that the reader may only half know. It opens for the
 * same login and the same question only.
 */
final class Bookmarks {

    private static final String PLACE = "linkage page ";
    private static final int LONGEST = 400;

    private final Identifiers identifiers;

    Bookmarks(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** @param question what is asked for and in which order, the length of a page left out */
    Bookmark of(String account, String question) {
        return new Bookmark(account + " " + question);
    }

    /** For the pages of one question. */
    final class Bookmark {

        private final String question;

        private Bookmark(String question) {
            this.question = question;
        }

        String token(String place) {
            return identifiers.seal(place, PLACE + question);
        }

        /** @return what was sealed; empty to begin */
        Optional<String> read(String token) {
            if (token.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(identifiers.open(token.length() > LONGEST ? "" : token, PLACE + question));
            } catch (IllegalStateException e) {
                throw Query.refused("after", "give next as the page before told it, and ask for the same as there");
            }
        }
    }
}
