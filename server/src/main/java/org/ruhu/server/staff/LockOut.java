package org.ruhu.server.staff;

import java.time.Clock;
import java.time.Duration;
import org.ruhu.server.door.Refusal;

/**
 * Slows down guessing: after a few wrong passwords an account, known or not, and after many a network address, must
 * wait, longer each time. While it waits not even the right password is looked at.
 */
final class LockOut {

    private static final int FREE_FOR_AN_ACCOUNT = 5;
    private static final int FREE_FOR_AN_ADDRESS = 50;

    private final BackOff accounts;
    private final BackOff addresses;

    LockOut(Clock clock) {
        accounts = new BackOff(FREE_FOR_AN_ACCOUNT, clock);
        addresses = new BackOff(FREE_FOR_AN_ADDRESS, clock);
    }

    void requireOpen(String account, String address) {
        Duration wait = max(accounts.wait(known(account)), addresses.wait(address));
        if (!wait.isZero()) {
            throw new Refusal(Refusal.Kind.LOCKED_OUT,
                    "Wait, then sign in with the right password; an administrator can "
                    + "give a new one").retryAfter(wait.toSeconds() + 1);
        }
    }

    void wrong(String account, String address) {
        accounts.wrong(known(account));
        addresses.wrong(address);
    }

    /** Of the address nothing is forgiven: who has one account could go on guessing for others. */
    void right(String account) {
        accounts.right(known(account));
    }

    /** Whatever cannot be an account's name is one name: nobody fills the memory with long ones. */
    private static String known(String account) {
        return account.matches(Accounts.NAME) ? account : "-";
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
