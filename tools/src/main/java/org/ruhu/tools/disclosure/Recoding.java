package org.ruhu.tools.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ruhu.tools.page.Words;

/** How the values of a variable are made coarser, before anything is counted. A blank stays blank. */
sealed interface Recoding {

    /** @throws NumberFormatException for a value that is no number where one is wanted */
    String of(String value);

    /** For a report: as the settings say it. */
    String said();

    /** What was done, for people. */
    default Words meaning() {
        return new Words(said(), said());
    }

    /** Whether single amounts are gone: a sum in yuan singles a household out as well as its name does. */
    default boolean coarse() {
        return true;
    }

    /** Every value on its own. */
    record AsIs() implements Recoding {

        @Override
        public String of(String value) {
            return value;
        }

        @Override
        public String said() {
            return "";
        }

        @Override
        public boolean coarse() {
            return false;
        }
    }

    /**
     * Half-open intervals, written {@code [16,60)}.
     *
     * @param from where each begins, upwards; the first reaches down and the last up without end
     */
    record Bands(List<Double> from) implements Recoding {

        public Bands {
            from = List.copyOf(from);
        }

        @Override
        public String of(String value) {
            if (value.isBlank()) {
                return "";
            }
            double number = Double.parseDouble(value);
            int band = 0;
            while (band < from.size() && number >= from.get(band)) {
                band++;
            }
            return word(band);
        }

        @Override
        public String said() {
            return "bands " + String.join(", ", from.stream().map(Recoding::plain).toList());
        }

        @Override
        public Words meaning() {
            return new Words("分段：" + String.join("、", from.stream().map(Recoding::plain).toList()), said());
        }

        private String word(int band) {
            String low = band == 0 ? "(" : "[" + plain(from.get(band - 1));
            return low + "," + (band == from.size() ? "" : plain(from.get(band))) + ")";
        }

        /** All bands, lowest first. */
        List<String> words() {
            List<String> words = new ArrayList<>();
            for (int i = 0; i <= from.size(); i++) {
                words.add(word(i));
            }
            return words;
        }
    }

    /** Coding of the ends: everything from {@code top} on is one value, and everything up to {@code bottom}. */
    record Ends(OptionalDouble bottom, OptionalDouble top) implements Recoding {

        @Override
        public String of(String value) {
            if (value.isBlank()) {
                return "";
            }
            double number = Double.parseDouble(value);
            if (bottom.isPresent() && number <= bottom.getAsDouble()) {
                return plain(bottom.getAsDouble()) + "-";
            }
            return top.isPresent() && number >= top.getAsDouble() ? plain(top.getAsDouble()) + "+" : value;
        }

        @Override
        public String said() {
            return (bottom.isPresent() ? "bottom " + plain(bottom.getAsDouble()) + " " : "")
                    + (top.isPresent() ? "top " + plain(top.getAsDouble()) : "");
        }

        @Override
        public Words meaning() {
            return new Words(said().replace("bottom", "下限").replace("top", "上限"), said());
        }
    }

    /** To the nearest multiple, its ends coded. */
    record Rounded(BigDecimal to, Ends ends) implements Recoding {

        @Override
        public String of(String value) {
            if (value.isBlank()) {
                return "";
            }
            BigDecimal rounded = new BigDecimal(value).divide(to, 0, RoundingMode.HALF_EVEN).multiply(to);
            return ends.of(plain(rounded.doubleValue()));
        }

        @Override
        public String said() {
            return ("round " + plain(to.doubleValue()) + " " + ends.said()).strip();
        }

        @Override
        public Words meaning() {
            return new Words(("取整到 " + plain(to.doubleValue()) + " 的倍数 " + ends.meaning().zh()).strip(), said());
        }
    }

    /** Codes put together; one that no group names becomes {@code others}. */
    record Groups(Map<String, String> groups, Optional<String> others) implements Recoding {

        public Groups {
            groups = Collections.unmodifiableMap(new TreeMap<>(groups));
        }

        @Override
        public String of(String value) {
            return value.isEmpty() ? "" : groups.getOrDefault(value, others.orElse(value));
        }

        @Override
        public String said() {
            return said("all others");
        }

        @Override
        public Words meaning() {
            return new Words(said("其余"), said());
        }

        private String said(String rest) {
            List<String> said = new ArrayList<>();
            new TreeSet<>(groups.values()).forEach(group -> said.add(group + " = " + String.join(" ", groups.entrySet()
                    .stream().filter(one -> one.getValue().equals(group)).map(Map.Entry::getKey).toList())));
            others.ifPresent(word -> said.add(word + " = " + rest));
            return String.join("; ", said);
        }

        static Groups of(Map<String, List<String>> members, Optional<String> others) {
            Map<String, String> groups = new TreeMap<>();
            members.forEach((group, codes) -> codes.forEach(code -> groups.put(code, group)));
            return new Groups(groups, others);
        }
    }

    /** Geography: the first digits of an area's code, never more than those of its township. */
    record Place(Level level) implements Recoding {

        enum Level {
            TOWNSHIP(9, "乡镇"), COUNTY(6, "县"), PREFECTURE(4, "地区"), PROVINCE(2, "省");

            private final int digits;
            private final String zh;

            Level(int digits, String zh) {
                this.digits = digits;
                this.zh = zh;
            }
        }

        @Override
        public String of(String value) {
            return value.length() <= level.digits ? value : value.substring(0, level.digits);
        }

        @Override
        public String said() {
            return level.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Words meaning() {
            return new Words(level.zh, said());
        }
    }

    /** Whole numbers without a point. */
    static String plain(double number) {
        return new BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString();
    }
}
