package org.ruhu.server.staff;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Rates;
import org.ruhu.server.store.Store;

/** Everything about who may do what: accounts, sessions and the filter that every request passes. */
public final class Staff {

    private final Passwords passwords;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Openings openings;
    private final LockOut lockOut;
    private final AuditLog audit;
    private final Clock clock;

    public Staff(Store store, Campaigns campaigns, AuditLog audit, Clock clock, SecureRandom random) {
        this.passwords = new Passwords(random);
        this.accounts = new Accounts(store, passwords);
        this.sessions = new Sessions(store, accounts, clock, random);
        this.openings = new Openings(accounts, campaigns, passwords, audit);
        this.lockOut = new LockOut(clock);
        this.audit = audit;
        this.clock = clock;
    }

    public List<Object> resources(Rates rates) {
        return List.of(LoginFilter.beforeEach(sessions, rates),
                new SessionResource(accounts, sessions, lockOut, audit, clock),
                new AccountResource(accounts, openings, clock));
    }

    /**
     * Opens an account from the command line of the machine itself, where no administrator has to be asked.
     *
     * @param password empty to have one made
     * @return the password
     */
    public String open(String account, String name, Optional<String> team, Optional<String> password,
            List<Grant> grants) {
        String chosen = password.orElseGet(passwords::generated);
        openings.open(new Account(account, name, team, openings.hash(chosen), grants, false, clock.instant(), 0),
                "console");
        return chosen;
    }

    /** For programs that send account and password with every request. */
    public Basic basic(Rates rates) {
        return new Basic(accounts, lockOut, rates, audit, clock);
    }

    /** What an account may do now; empty if it is closed or there is none. */
    public Optional<Login> login(String account) {
        return accounts.find(account).filter(found -> !found.closed()).map(found -> found.login(clock.instant()));
    }

    /** Whether nobody can sign in yet. */
    public boolean isEmpty() {
        return accounts.all().isEmpty();
    }
}
