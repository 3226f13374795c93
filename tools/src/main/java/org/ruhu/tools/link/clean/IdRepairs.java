package org.ruhu.tools.link.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ruhu.tools.link.IdNumbers;

/**
 * Valid numbers that a wrong one may have been before one slip of the pen: proposals for a clerk with the card in hand.
 * Nobody writes them into a record unseen.
 */
public final class IdRepairs {

    /** What was done wrong. */
    public enum Slip { NEIGHBOURS_SWAPPED, ONE_DIGIT }

    /**
     * @param number   valid
     * @param position of the digit that changes, or of the first of two, from 1
     */
    public record Repair(String number, Slip slip, int position) {}

    /** First two digits: the provinces. */
    private static final Set<String> PROVINCES = Set.of("11", "12", "13", "14", "15", "21", "22", "23", "31", "32",
            "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62",
            "63", "64", "65", "71", "81", "82");
    private static final int LENGTH = 18;
    private static final int EARLIEST_YEAR = 1880;
    private static final int LATEST_YEAR = 2099;

    private IdRepairs() {}

    /** @return none if what was written is valid, or cannot be made valid by one slip; swaps first, then by place */
    public static List<Repair> of(String written) {
        return of(written, Optional.empty());
    }

    /** @param sex 1 or 2 as in the forms: only numbers of that sex */
    public static List<Repair> of(String written, Optional<String> sex) {
        Optional<String> number = IdNumbers.written(written).filter(wrong -> !IdNumbers.valid(wrong));
        List<Repair> repairs = new ArrayList<>();
        number.ifPresent(wrong -> {
            swaps(wrong, repairs);
            changes(wrong, repairs);
        });
        repairs.removeIf(repair -> sex.isPresent() && !Ids.sex(repair.number()).equals(sex.get()));
        return List.copyOf(repairs);
    }

    private static void swaps(String wrong, List<Repair> repairs) {
        for (int i = 0; i < LENGTH - 1; i++) {
            if (wrong.charAt(i) != wrong.charAt(i + 1)) {
                add(wrong.substring(0, i) + wrong.charAt(i + 1) + wrong.charAt(i) + wrong.substring(i + 2),
                        Slip.NEIGHBOURS_SWAPPED, i + 1, repairs);
            }
        }
    }

    private static void changes(String wrong, List<Repair> repairs) {
        for (int i = 0; i < LENGTH; i++) {
            for (char digit : (i < LENGTH - 1 ? "0123456789" : "0123456789X").toCharArray()) {
                if (digit != wrong.charAt(i)) {
                    add(wrong.substring(0, i) + digit + wrong.substring(i + 1), Slip.ONE_DIGIT, i + 1, repairs);
                }
            }
        }
    }

    private static void add(String number, Slip slip, int position, List<Repair> repairs) {
        boolean real = IdNumbers.valid(number) && PROVINCES.contains(number.substring(0, 2))
                && IdNumbers.birth(number).filter(birth -> birth.getYear() >= EARLIEST_YEAR
                        && birth.getYear() <= LATEST_YEAR).isPresent();
        if (real) {
            repairs.add(new Repair(number, slip, position));
        }
    }
}
