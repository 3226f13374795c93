package org.ruhu.server.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Store;

/**
 * Who is signed in. Tokens are random and only their hashes are kept. What was looked up is remembered for a few
 * seconds; a sign-out or a changed account on this server is seen at once, one on another server after those seconds.
 */
public final class Sessions {

    public static final Kind KIND = new Kind("sessions", false, List.of());

    static final Duration OFFICE = Duration.ofHours(12);
    static final Duration DEVICE = Duration.ofDays(30);
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 20_000;
    private static final int TOKEN_BYTES = 32;

    /** A new session and the token that only its owner ever sees. */
    record SignIn(String token, Session session) {}

    private record Known(Session session, Account account, Instant readAt, long changes) {}

    private final Store store;
    private final Accounts accounts;
    private final Clock clock;
    private final SecureRandom random;
    private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong ended = new AtomicLong();

    Sessions(Store store, Accounts accounts, Clock clock, SecureRandom random) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
        this.random = random;
    }

    SignIn open(Account account) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        Session session = new Session(key(token), account.account(), now,
                now.plus(account.onlyInterviews() ? DEVICE : OFFICE), 1);
        if (!store.insert(KIND, session.document())) {
            throw new IllegalStateException("a random token came up twice");
        }
        return new SignIn(token, session);
    }

    /** What is signed in with this token now. */
    Optional<Current> find(String token) {
        Instant now = clock.instant();
        return remembered(key(token), now)
                .filter(k -> k.account().opens(k.session(), now))
                .map(k -> new Current(k.account().login(now), k.session().expires()));
    }

    record Current(Login login, Instant expires) {}

    void end(String token) {
        store.find(KIND, key(token)).map(Session::read)
                .ifPresent(session ->
                        store.replace(KIND, session.endedAt(clock.instant()).document(), session.version()));
        ended.incrementAndGet();
    }

    private Optional<Known> remembered(String key, Instant now) {
        Known before = known.get(key);
        long changes = changes();
        if (before != null && before.changes() == changes && now.isBefore(before.readAt().plus(REMEMBERED))) {
            return Optional.of(before);
        }
        Optional<Known> read = store.find(KIND, key).map(Session::read).flatMap(session ->
                accounts.find(session.account()).map(account -> new Known(session, account, now, changes)));
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        read.ifPresentOrElse(k -> known.put(key, k), () -> known.remove(key));
        return read;
    }

    /** Taken before reading: what is read while something changes is not remembered for long. */
    private long changes() {
        return ended.get() + accounts.changes();
    }

    private static String key(String token) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
