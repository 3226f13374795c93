package org.ruhu.tools.link.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Made-up persons in ASCII, a tenth of them twice with mistakes: villages of a thousand, names that are not equally common,
 * one telephone for a household of three. Written for the race with DuckDB, whose letters are bytes.
 */
final class Crowd {

    private static final String[] SYLLABLES = ("zha xi zhuo ma duo ji ci ren cai rang luo sang ni dan zeng ba sang bian de qi"
            + " yang jin la mu gong bu wang dui ge pu lha gyal tso kar dro nor bu tse ring pem sonam ka lek she rab").split(" ");
    private static final int NAMES = 3000;
    private static final long FIRST_DAY = LocalDate.of(1935, 1, 1).toEpochDay();

    private final SplittableRandom random;
    private final int villages;
    private final String[] names = new String[NAMES];
    private final double[] upTo = new double[NAMES];

    private Crowd(int count, long seed) {
        random = new SplittableRandom(seed);
        villages = Math.max(1, count / 1000);
        double sum = 0;
        for (int i = 0; i < NAMES; i++) {
            names[i] = SYLLABLES[random.nextInt(SYLLABLES.length)] + SYLLABLES[random.nextInt(SYLLABLES.length)]
                    + (i < 200 ? "" : SYLLABLES[random.nextInt(SYLLABLES.length)]);
            sum += 1 / (i + 30.0);
            upTo[i] = sum;
        }
    }

    /** One person's values; an empty text is missing. */
    private record Person(String given, String second, String sex, String born, String village, String phone, String idNo) {}

    /** Writes a CSV with a header, {@code person} being the truth. */
    static void write(Path csv, int count, long seed) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write("rec_id,given,second,sex,born,village,phone,id_no,person\n");
            Crowd crowd = new Crowd(count, seed);
            Person[] some = new Person[1024];
            int people = 0;
            for (int i = 0; i < count; i++) {
                if (i % 10 == 9) {
                    int which = people - 1 - crowd.random.nextInt(Math.min(some.length, people));
                    crowd.line(out, i, crowd.mistaken(some[which % some.length]), which);
                } else {
                    some[people % some.length] = crowd.person(people);
                    crowd.line(out, i, some[people % some.length], people);
                    people++;
                }
            }
        }
    }

    private void line(BufferedWriter out, int number, Person person, int truth) throws IOException {
        out.write("r" + number + ',' + person.given + ',' + person.second + ',' + person.sex + ',' + person.born + ','
                + person.village + ',' + person.phone + ',' + person.idNo + ",p" + truth + '\n');
    }

    private Person person(int number) {
        String born = LocalDate.ofEpochDay(FIRST_DAY + random.nextInt(31_000)).toString();
        return new Person(name(), random.nextInt(20) == 0 ? "" : name(), random.nextBoolean() ? "1" : "2", born,
                "v" + random.nextInt(villages), random.nextInt(10) == 0 ? "" : "139" + (10_000_000 + number / 3),
                random.nextInt(10) == 0 ? "" : "549901" + born.replace("-", "") + "%04d".formatted(random.nextInt(10_000)));
    }

    private String name() {
        double at = random.nextDouble() * upTo[NAMES - 1];
        int from = 0;
        int to = NAMES - 1;
        while (from < to) {
            int middle = (from + to) / 2;
            if (upTo[middle] < at) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return names[from];
    }

    private Person mistaken(Person person) {
        return new Person(slip(person.given, 4), slip(person.second, 4), person.sex, date(person.born),
                random.nextInt(8) == 0 ? "v" + random.nextInt(villages) : person.village,
                random.nextInt(3) == 0 ? "" : slip(person.phone, 12), random.nextInt(3) == 0 ? "" : slip(person.idNo, 12));
    }

    private String date(String born) {
        return switch (random.nextInt(10)) {
            case 0 -> LocalDate.parse(born).plusDays(1 + random.nextInt(20)).toString();
            case 1 -> born.substring(0, 4) + "-01-01";
            default -> born;
        };
    }

    /** One time in so many a letter is another one, left out, or exchanged with the next. */
    private String slip(String text, int seldom) {
        if (text.length() < 3 || random.nextInt(seldom) != 0) {
            return text;
        }
        int at = random.nextInt(text.length() - 1);
        char other = Character.isDigit(text.charAt(at)) ? (char) ('0' + random.nextInt(10)) : (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + other + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            default -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        };
    }
}
