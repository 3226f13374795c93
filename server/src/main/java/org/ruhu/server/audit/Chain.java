package org.ruhu.server.audit;

import java.util.Optional;
import java.util.function.Consumer;
import org.ruhu.server.store.Stored;

/**
 * What a reading of the log from its start has shown so far.
 *
 * @param entries how many entries hang together
 * @param hash    of the last of them: whoever noted an earlier pair can compare
 * @param fault   what is wrong behind them
 */
public record Chain(long entries, String hash, Optional<String> fault) {

    static final Chain EMPTY = new Chain(0, Entry.START, Optional.empty());

    public boolean whole() {
        return fault.isEmpty();
    }

    Chain with(Stored page, Consumer<Entry> sound) {
        AuditPage read;
        try {
            read = AuditPage.read(page);
        } catch (RuntimeException e) {
            return broken("page " + page.key() + " is not readable");
        }
        if (!page.key().equals(AuditPage.key(entries + 1))) {
            return broken("entry %d is missing before page %s".formatted(entries + 1, page.key()));
        }
        Chain chain = this;
        for (Entry entry : read.entries()) {
            if (chain.whole()) {
                chain = chain.with(entry);
                if (chain.whole()) {
                    sound.accept(entry);
                }
            }
        }
        return chain;
    }

    private Chain with(Entry entry) {
        if (entry.number() != entries + 1 || !entry.previous().equals(hash)) {
            return broken("entry %d does not follow entry %d".formatted(entry.number(), entries));
        }
        if (!entry.hash().equals(entry.computed())) {
            return broken("entry %d was changed".formatted(entry.number()));
        }
        return new Chain(entry.number(), entry.hash(), Optional.empty());
    }

    private Chain broken(String why) {
        return new Chain(entries, hash, Optional.of(why));
    }
}
