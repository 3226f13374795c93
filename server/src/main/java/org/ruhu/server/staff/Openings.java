package org.ruhu.server.staff;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.door.Refusal.Kind;

/** What has to hold before an account is opened or changed. */
final class Openings {

    private final Accounts accounts;
    private final Campaigns campaigns;
    private final Passwords passwords;
    private final AuditLog audit;

    Openings(Accounts accounts, Campaigns campaigns, Passwords passwords, AuditLog audit) {
        this.accounts = accounts;
        this.campaigns = campaigns;
        this.passwords = passwords;
        this.audit = audit;
    }

    void open(Account account, String by) {
        if (!account.account().matches(Accounts.NAME)
                || account.team().filter(team -> !team.matches(Accounts.TEAM)).isPresent()) {
            throw new Refusal(Kind.UNREADABLE_BODY,
                    "An account and a team are letters, digits and . _ -, an account small ones");
        }
        requireOneDomain(account, by);
        if (!accounts.open(account)) {
            throw new Refusal(Kind.ACCOUNT_TAKEN, "Choose another account name, or change this one with PUT");
        }
        audit.append(told(account, by, "account-opened"));
    }

    void change(Account account, String by) {
        requireOneDomain(account, by);
        if (!accounts.replace(account)) {
            throw new Refusal(Kind.CHANGED_MEANWHILE, "Read the account again and send your change again");
        }
        audit.append(told(account, by, account.closed() ? "account-closed" : "account-changed"));
    }

    String hash(String password) {
        return passwords.hash(fit(password));
    }

    String fit(String password) {
        if (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST) {
            throw new Refusal(Kind.UNREADABLE_BODY, "A password has %d to %d characters"
                    .formatted(Passwords.SHORTEST, Passwords.LONGEST));
        }
        return password;
    }

    /** Puts on record that somebody wanted to hand out what is not theirs. */
    Refusal foreign(String by, String account) {
        audit.append(Event.of(by, "refused-foreign-area", account));
        return Refusal.foreignArea();
    }

    /** Facts about a named unit never go from statistics to administration, not even in one person's account. */
    private void requireOneDomain(Account account, String by) {
        List<Grant> touching = account.grants().stream().filter(grant -> grant.role().touchesAnswers()).toList();
        Set<Domain> domains = EnumSet.noneOf(Domain.class);
        for (Grant grant : touching) {
            if (grant.campaign().equals(Grant.EVERY)) {
                throw new Refusal(Kind.DOMAINS_MIXED, "Name one campaign in a grant of the role " + grant.role());
            }
            domains.add(campaigns.find(grant.campaign()).orElseThrow(() -> new Refusal(Kind.UNKNOWN_CAMPAIGN,
                    "Open the campaign first, or grant one of GET /api/campaigns")).domain());
        }
        if (domains.size() > 1) {
            audit.append(Event.of(by, "domains-mixed-refused", account.account()));
            throw new Refusal(Kind.DOMAINS_MIXED, "Open a second account for the campaigns of the other domain");
        }
    }

    private static Event told(Account account, String by, String action) {
        Event event = Event.of(by, action, account.account());
        event.detail().set("grants", Account.written(account.grants()));
        return account.team().map(team -> event.with("team", team)).orElse(event);
    }
}
