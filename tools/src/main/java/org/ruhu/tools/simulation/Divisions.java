package org.ruhu.tools.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The real counties and townships of Changdu (5403), on which villages are invented. */
final class Divisions {

    /** @param code 9 digits */
    record Township(String code, String name) {

        String county() {
            return code.substring(0, 6);
        }
    }

    /** Roughly where a county lies: its seat, in degrees. */
    record Seat(double latitude, double longitude) {}

    private static final List<Township> TOWNSHIPS = read();

    private Divisions() {}

    /** In the order of their codes; none if the area is not in Changdu. */
    static List<Township> townshipsIn(String area) {
        return area.length() < 4 ? List.of()
                : TOWNSHIPS.stream().filter(township -> township.code().startsWith(area)).toList();
    }

    static Seat seat(String county) {
        return switch (county) {
            case "540302" -> new Seat(31.14, 97.17);
            case "540321" -> new Seat(31.50, 98.22);
            case "540322" -> new Seat(30.86, 98.27);
            case "540323" -> new Seat(31.21, 96.60);
            case "540324" -> new Seat(31.41, 95.60);
            case "540325" -> new Seat(30.65, 97.57);
            case "540326" -> new Seat(30.05, 96.92);
            case "540327" -> new Seat(29.67, 97.84);
            case "540328" -> new Seat(29.68, 98.59);
            case "540329" -> new Seat(30.74, 95.83);
            default -> new Seat(30.93, 94.71);
        };
    }

    private static List<Township> read() {
        try (InputStream in = Divisions.class.getResourceAsStream("townships.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(line -> new Township(line.substring(0, 9), line.substring(10)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
