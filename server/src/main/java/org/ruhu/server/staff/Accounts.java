package org.ruhu.server.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;

/** Everybody who may sign in. */
public final class Accounts {

    public static final Kind KIND = new Kind("accounts", false, List.of(Index.on("by_name")));

    static final String NAME = "[a-z0-9][a-z0-9._-]{1,63}";
    static final String TEAM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final Store store;
    private final Passwords passwords;
    private final AtomicLong changes = new AtomicLong();

    Accounts(Store store, Passwords passwords) {
        this.store = store;
        this.passwords = passwords;
    }

    /** @return false if the name is taken */
    boolean open(Account account) {
        return store.insert(KIND, account.document());
    }

    /** @return false if somebody changed the account since it was read */
    boolean replace(Account account) {
        boolean replaced = store.replace(KIND, account.document(), account.version());
        changes.incrementAndGet();
        return replaced;
    }

    Optional<Account> find(String name) {
        return name.matches(NAME) ? store.find(KIND, name).map(s -> Account.read(s.body(), s.version()))
                : Optional.empty();
    }

    /** The account, if the password is its own. Takes the same time if there is no such account or it is closed. */
    Optional<Account> verify(String name, String password) {
        Optional<Account> account = find(name);
        boolean matches = passwords.matches(password, account.map(Account::password).orElseGet(passwords::nobody));
        return account.filter(found -> matches && !found.closed());
    }

    List<Account> all() {
        List<Account> all = new ArrayList<>();
        try (Cursor cursor = store.range(KIND, Range.of("by_name"))) {
            cursor.forEachRemaining(stored -> all.add(Account.read(stored.body(), stored.version())));
        }
        return all;
    }

    /** Grows whenever an account is replaced here. */
    long changes() {
        return changes.get();
    }
}
