package org.ruhu.tools.load;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.remote.Account;
import org.ruhu.tools.remote.Remote;

/** The teams of a server, each signed in once. */
final class Teams {

    private static final String ENUMERATOR = "ENUMERATOR";

    private final Remote server;
    private final Patience patience;
    private final Map<String, Account> accounts;
    private final Map<String, Remote> signedIn = new ConcurrentHashMap<>();

    Teams(Remote server, List<Account> accounts, Patience patience) {
        this.server = server;
        this.patience = patience;
        this.accounts = accounts.stream()
                .filter(account -> !account.team().isEmpty() && account.roles().contains(ENUMERATOR))
                .collect(Collectors.toMap(Account::team, Function.identity(), (one, other) -> one));
    }

    Collection<String> names() {
        return accounts.keySet();
    }

    /** The server as a team sees it. */
    Remote remote(String team) {
        return signedIn.computeIfAbsent(team, name -> signIn(Optional.ofNullable(accounts.get(name))
                .orElseThrow(() -> new CannotRun("there is no account for team " + name + " among the accounts"))));
    }

    Remote signIn(Account account) {
        return server.with(patience.until(() -> server.signIn(account.account(), account.password())));
    }

    /** A team's session may have ended. */
    void again(String team) {
        signedIn.remove(team);
    }

    Patience patience() {
        return patience;
    }
}
