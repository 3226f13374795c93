package org.ruhu.tools.indicator.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What may hint at answers that were made up, in few bytes, as a million households are held at once.
 *
 * @param ages      of members, in years
 * @param digits    how many amounts of money end in each digit, six bits for 0, the next six for 1 and so on
 * @param thousands amounts that are full thousands
 * @param answers   the same for interviews with the same answers, whoever was asked, where, when and by whom
 * @param place     the same for positions that are the same to a metre; 0 without one
 */
public record Signs(byte[] ages, long digits, int thousands, long answers, long place) {

    private static final int BITS = 6;
    private static final int THOUSAND = 1000;
    private static final double METRE = 1e5;

    /** What people tell; not what an office has laid down, as a pension. */
    private static final List<String> AMOUNTS = List.of("inc_wage_local", "inc_wage_out", "inc_crop", "inc_stock",
            "inc_gather", "inc_nonfarm", "inc_kind", "exp_crop", "exp_stock", "exp_nonfarm", "inc_land", "inc_int",
            "inc_family", "exp_trans", "med_total", "debt_total");

    /** What belongs to one household, person or visit alone. */
    private static final Set<String> OWN = Set.of("hh_id", "village_code", "natural_village", "hh_serial",
            "register_no", "head_name", "head_name_bo", "phone", "gps_lat", "gps_lon", "gps_acc_m", "visit_no",
            "start_time", "end_time", "enum1_id", "enum2_id", "helper_id", "grade_doc", "photos", "sign_resp",
            "sign_enum", "top_need", "line_no", "name_zh", "name_bo", "name_alias", "id_no", "birth_date",
            "school_name");

    static Signs of(Given given, List<Member> members) {
        byte[] ages = new byte[(int) members.stream().filter(member -> member.age().isPresent()).count()];
        int at = 0;
        for (Member member : members) {
            OptionalInt age = member.age();
            if (age.isPresent()) {
                ages[at++] = (byte) Math.max(-1, Math.min(Byte.MAX_VALUE, age.getAsInt()));
            }
        }
        long digits = 0;
        int thousands = 0;
        for (String name : AMOUNTS) {
            long amount = Math.round(given.number(name));
            if (amount > 0) {
                digits += 1L << BITS * (amount % 10);
                thousands += amount % THOUSAND == 0 ? 1 : 0;
            }
        }
        return new Signs(ages, digits, thousands, answers(given.json(), 0), place(given));
    }

    /** How many amounts end in a digit. */
    public int amounts(int digit) {
        return (int) (digits >>> BITS * digit & (1 << BITS) - 1);
    }

    public int amounts() {
        int amounts = 0;
        for (int digit = 0; digit < 10; digit++) {
            amounts += amounts(digit);
        }
        return amounts;
    }

    /** A sum, so that the order of the questions does not matter. */
    private static long answers(JsonNode answers, long under) {
        long sum = 0;
        for (Map.Entry<String, JsonNode> answer : answers.properties()) {
            JsonNode value = answer.getValue();
            long key = mixed(under * 31 + answer.getKey().hashCode());
            if (OWN.contains(answer.getKey())) {
                continue;
            }
            if (value.isArray() && value.path(0).isObject()) {
                for (int row = 0; row < value.size(); row++) {
                    sum += answers(value.get(row), key + row);
                }
            } else {
                sum += mixed(key ^ value.hashCode());
            }
        }
        return sum;
    }

    /** Every bit of the number changes about half of the result's (the finalizer of MurmurHash3). */
    private static long mixed(long number) {
        long mixed = (number ^ number >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    private static long place(Given given) {
        double north = given.number("gps_lat");
        double east = given.number("gps_lon");
        return Double.isNaN(north) || Double.isNaN(east) ? 0
                : mixed(Math.round(north * METRE) << 32 ^ Math.round(east * METRE));
    }
}
