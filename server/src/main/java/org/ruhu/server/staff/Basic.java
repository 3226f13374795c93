package org.ruhu.server.staff;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.door.Rates;
import org.ruhu.server.door.Refusal;

/**
 * Who sends account and password with every request (RFC 7617), as spreadsheets do, for methods that are {@link Open}.
 * A password that was right is not hashed anew for some minutes; a changed one or a closed account is seen at once.
 */
public final class Basic {

    private static final String SCHEME = "Basic ";
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 1_000;

    private record Right(String account, String hash, Instant until) {}

    private final Accounts accounts;
    private final LockOut lockOut;
    private final Rates rates;
    private final AuditLog audit;
    private final Clock clock;
    private final ConcurrentMap<String, Right> known = new ConcurrentHashMap<>();

    Basic(Accounts accounts, LockOut lockOut, Rates rates, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.lockOut = lockOut;
        this.rates = rates;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who asks: as signed in, or else as account and password say.
     *
     * @param address from where
     * @throws Refusal if neither says who it is
     */
    public Login login(SecurityContext security, HttpHeaders headers, String address) {
        if (security.getUserPrincipal() instanceof Login login) {
            return login;
        }
        String header = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new Refusal(Refusal.Kind.NOT_SIGNED_IN, "Send account and password, or the token of a session");
        }
        String[] said = said(header.substring(SCHEME.length()).strip());
        Account account = remembered(header).orElseGet(() -> verified(header, said[0], said[1], address));
        rates.take(account.account());
        return account.login(clock.instant());
    }

    private static String[] said(String encoded) {
        try {
            String[] said = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            if (said.length == 2) {
                return said;
            }
        } catch (IllegalArgumentException e) {
            // not base64: refused like what has no colon
        }
        throw new Refusal(Refusal.Kind.NOT_SIGNED_IN, "Account and password are not readable");
    }

    private Optional<Account> remembered(String header) {
        Right right = known.get(key(header));
        return right == null || !clock.instant().isBefore(right.until()) ? Optional.empty()
                : accounts.find(right.account())
                        .filter(account -> !account.closed() && account.password().equals(right.hash()));
    }

    private Account verified(String header, String name, String password, String address) {
        lockOut.requireOpen(name, address);
        Account account = accounts.verify(name, password).orElseThrow(() -> wrong(name, address));
        lockOut.right(name);
        audit.append(Event.of(account.account(), "signed-in", account.account()).with("by", "basic"));
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        known.put(key(header), new Right(account.account(), account.password(), clock.instant().plus(REMEMBERED)));
        return account;
    }

    private Refusal wrong(String name, String address) {
        lockOut.wrong(name, address);
        String subject = accounts.find(name).map(Account::account).orElse("unknown");
        audit.append(Event.of(Event.NOBODY, "sign-in-refused", subject).with("address", address));
        return new Refusal(Refusal.Kind.WRONG_CREDENTIALS, "Look at the account name and the password and try again");
    }

    private static String key(String header) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(header.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
