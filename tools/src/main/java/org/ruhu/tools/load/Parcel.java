package org.ruhu.tools.load;

import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.load.Stock.Item;

/** What goes over the wire at once, all of one team. */
record Parcel(String team, List<Item> items) {

    /** As many parcels as it takes, spread over teams and areas as a country's tablets are. */
    static List<Parcel> of(List<Item> items, int most) {
        List<Parcel> parcels = new ArrayList<>();
        List<Item> next = new ArrayList<>();
        for (Item item : items) {
            if (!next.isEmpty() && (next.size() == most || !next.get(0).team().equals(item.team()))) {
                parcels.add(new Parcel(next.get(0).team(), List.copyOf(next)));
                next.clear();
            }
            next.add(item);
        }
        if (!next.isEmpty()) {
            parcels.add(new Parcel(next.get(0).team(), List.copyOf(next)));
        }
        return spread(parcels);
    }

    private static List<Parcel> spread(List<Parcel> parcels) {
        int stride = Math.max(1, (int) (parcels.size() * 0.618));
        while (gcd(stride, parcels.size()) > 1) {
            stride++;
        }
        List<Parcel> spread = new ArrayList<>(parcels.size());
        for (int i = 0; i < parcels.size(); i++) {
            spread.add(parcels.get((int) ((long) i * stride % parcels.size())));
        }
        return spread;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
