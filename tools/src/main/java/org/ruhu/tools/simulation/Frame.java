package org.ruhu.tools.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ruhu.tools.simulation.Divisions.Township;

/** Where the households live: villages of about 60 to 120, every county having its share, and who visits them. */
final class Frame {

    private static final int USUAL_VILLAGE = 90;
    /** Serial numbers 201 to 399 are villages. */
    private static final int MOST_VILLAGES_IN_A_TOWNSHIP = 199;
    private static final int TEAM_LOAD = 200;

    private static final String[][] SYLLABLES = {
        {"措", "cuo"}, {"贡", "gong"}, {"嘎", "ga"}, {"达", "da"}, {"仲", "zhong"}, {"热", "re"}, {"江", "jiang"},
        {"宗", "zong"}, {"觉", "jue"}, {"雄", "xiong"}, {"卡", "ka"}, {"岗", "gang"}, {"曲", "qu"}, {"邦", "bang"},
        {"瓦", "wa"}, {"玉", "yu"}, {"果", "guo"}, {"查", "cha"}, {"绒", "rong"}, {"色", "se"}, {"龙", "long"},
        {"沙", "sha"}, {"塘", "tang"}, {"林", "lin"}, {"帕", "pa"}, {"莫", "mo"}, {"恩", "en"}, {"夏", "xia"},
    };

    private final List<Village> villages;

    Frame(Plan plan) {
        this.villages = List.copyOf(settled(plan, codes(plan)));
    }

    /** In the order of their codes, which is the order of the households too. */
    List<Village> villages() {
        return villages;
    }

    Village villageOf(int household) {
        int low = 0;
        int high = villages.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (villages.get(middle).first() <= household) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return villages.get(low);
    }

    /** The unit that is a household. */
    String unit(int household) {
        Village village = villageOf(household);
        return village.unit(household - village.first() + 1);
    }

    String address(int household) {
        Village village = villageOf(household);
        return village.address(household - village.first() + 1);
    }

    private static List<String> codes(Plan plan) {
        List<Township> townships = everyCountyFirst(plan);
        long counties = townships.stream().map(Township::county).distinct().count();
        long wanted = Math.max(counties, (plan.households() + USUAL_VILLAGE / 2) / USUAL_VILLAGE);
        long most = Math.min(plan.households(), townships.size() * MOST_VILLAGES_IN_A_TOWNSHIP);
        List<String> codes = new ArrayList<>();
        for (int v = 0; v < Math.min(wanted, most); v++) {
            codes.add(townships.get(v % townships.size()).code() + (201 + v / townships.size()));
        }
        Collections.sort(codes);
        return codes;
    }

    /** A township of every county, then the others, so that even a small frame is spread over all counties. */
    private static List<Township> everyCountyFirst(Plan plan) {
        List<Township> others = new ArrayList<>(Divisions.townshipsIn(plan.area()));
        shuffle(others, Dice.of(plan.seed(), "townships", 0));
        Map<String, Township> first = new TreeMap<>();
        others.forEach(township -> first.putIfAbsent(township.county(), township));
        others.removeAll(first.values());
        List<Township> townships = new ArrayList<>(first.values());
        townships.addAll(others);
        return townships;
    }

    private static void shuffle(List<Township> townships, Dice dice) {
        for (int i = townships.size() - 1; i > 0; i--) {
            Collections.swap(townships, i, dice.below(i + 1));
        }
    }

    private static List<Village> settled(Plan plan, List<String> codes) {
        long[] upTo = new long[codes.size() + 1];
        for (int v = 0; v < codes.size(); v++) {
            upTo[v + 1] = upTo[v] + Dice.of(plan.seed(), "size", v).between(60, 120);
        }
        List<Village> villages = new ArrayList<>();
        Map<String, Set<String>> names = new HashMap<>();
        Teams teams = new Teams();
        for (int v = 0; v < codes.size(); v++) {
            int first = first(plan, upTo, v);
            int households = first(plan, upTo, v + 1) - first;
            String county = codes.get(v).substring(0, 6);
            Dice dice = Dice.of(plan.seed(), "village", v);
            String[] name = name(dice, names.computeIfAbsent(codes.get(v).substring(0, 9), t -> new HashSet<>()));
            Divisions.Seat seat = Divisions.seat(county);
            villages.add(new Village(codes.get(v), name[0], name[1], seat.latitude() + dice.between(-300, 300) / 1000.0,
                    seat.longitude() + dice.between(-300, 300) / 1000.0, first, households,
                    teams.next(county, households)));
        }
        return villages;
    }

    /** At least one household a village, the others by size. */
    private static int first(Plan plan, long[] upTo, int village) {
        int villages = upTo.length - 1;
        return village + (int) ((plan.households() - villages) * upTo[village] / upTo[villages]);
    }

    private static String[] name(Dice dice, Set<String> taken) {
        while (true) {
            StringBuilder zh = new StringBuilder();
            StringBuilder en = new StringBuilder();
            for (int i = dice.between(2, 3); i > 0; i--) {
                String[] syllable = SYLLABLES[dice.below(SYLLABLES.length)];
                zh.append(syllable[0]);
                en.append(syllable[1]);
            }
            if (taken.add(zh.toString())) {
                en.setCharAt(0, Character.toUpperCase(en.charAt(0)));
                return new String[] {zh + "村", en + " Village"};
            }
        }
    }

    /** A team takes villages of one county until it has about as many households as two people can visit. */
    private static final class Teams {

        private String county = "";
        private int serial;
        private int load;

        String next(String county, int households) {
            if (!county.equals(this.county)) {
                this.county = county;
                serial = 1;
                load = 0;
            } else if (load > 0 && load + households > TEAM_LOAD) {
                serial++;
                load = 0;
            }
            load += households;
            return "T" + county + "-" + (serial < 10 ? "0" : "") + serial;
        }
    }
}
