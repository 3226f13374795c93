package org.ruhu.server.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A process that inserts from several threads and prints each key when its insert is acknowledged, until it is killed. */
final class Appender {

    static final Kind ROWS = new Kind("rows", true, List.of(Kind.Index.anyOf("by_word", "words")));

    private Appender() {}

    /** @param args the URI of the store, what the keys begin with, the number of threads */
    public static void main(String[] args) {
        Store store = Stores.open(args[0], List.of(ROWS));
        AtomicLong number = new AtomicLong();
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            new Thread(() -> append(store, args[1], number)).start();
        }
    }

    private static void append(Store store, String prefix, AtomicLong number) {
        while (true) {
            String key = prefix + "-" + number.incrementAndGet();
            if (store.insert(ROWS, row(key))) {
                System.out.println(key);
            }
        }
    }

    static Document row(String key) {
        return new Document(key, (key + " ").repeat(200).getBytes(), Map.of("words", List.of(key, "row")));
    }
}
