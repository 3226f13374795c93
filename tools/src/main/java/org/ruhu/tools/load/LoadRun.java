package org.ruhu.tools.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.ruhu.tools.load.Stock.Item;
import org.ruhu.tools.remote.Account;
import org.ruhu.tools.remote.Remote;
import org.ruhu.tools.simulation.Scribble;

/** One run of a load against one server: send, read back, compare. */
final class LoadRun implements AutoCloseable {

    private static final List<String> SEE_PROGRESS = List.of("COUNTY", "STATISTICIAN", "INSTRUCTOR");

    private final List<Account> accounts;
    private final Teams teams;
    private final Manner manner;
    private final Tally tally = new Tally();
    private final Wires wires;
    private final ExecutorService helpers = Executors.newCachedThreadPool(LoadRun::daemon);
    private final ConcurrentLinkedQueue<Difference> differences = new ConcurrentLinkedQueue<>();

    LoadRun(Remote server, List<Account> accounts, Manner manner) {
        this.wires = new Wires(server.base());
        this.accounts = accounts;
        this.teams = new Teams(server, accounts, new Patience(manner.patience()));
        this.manner = manner;
    }

    Teams teams() {
        return teams;
    }

    Tally tally() {
        return tally;
    }

    List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** So that the clock measures interviews and not passwords. */
    void signIn(List<Item> items) {
        Crew.work(4, items.stream().map(Item::team).distinct().toList(), teams::remote);
    }

    /** @param any team may bring them: they are found by their hash */
    void sendAttachments(List<Scribble> attachments, String any) {
        Remote team = teams.remote(any);
        Crew.work(4, attachments, attachment -> teams.patience().until(() -> {
            team.put("/api/attachments/" + attachment.sha256(), "image/png", attachment.png());
            return attachment;
        }));
    }

    /** Returns what was acknowledged. */
    List<Item> send(Stock stock, Route route, int atATime, Runnable progress) {
        List<Item> acknowledged = Collections.synchronizedList(new ArrayList<>());
        Delivery.Means means = new Delivery.Means(wires, helpers, teams, manner, tally);
        Pace pace = new Pace(manner.rate());
        long stopAt = System.nanoTime() + manner.longest().toNanos();
        Crew.work(manner.clients(), Parcel.of(stock.items(), atATime), parcel -> {
            if (System.nanoTime() < stopAt) {
                pace.take(parcel.items().size());
                acknowledged.addAll(new Delivery(stock, parcel, route, means, differences::add).deliver());
                progress.run();
            }
        });
        return List.copyOf(acknowledged);
    }

    void readBack(List<Item> acknowledged, LongConsumer progress) {
        new ReadBack(wires, teams, differences::add).all(acknowledged, manner.clients(), progress);
    }

    /** Returns the number of areas compared; 0 if no account may see progress. */
    int compareCounters(String campaign, List<Item> acknowledged, long seconds, Consumer<String> say) {
        List<Account> able = accounts.stream()
                .filter(account -> account.roles().stream().anyMatch(SEE_PROGRESS::contains))
                .sorted(Comparator.comparing(account -> account.area().length())).toList();
        if (able.isEmpty() || acknowledged.isEmpty()) {
            say.accept("progress is not compared: none of the accounts may see it");
            return 0;
        }
        Counters counters = new Counters(teams.signIn(able.get(0)), teams.patience(), campaign, acknowledged);
        differences.addAll(counters.compare(seconds));
        return counters.areas();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "copy");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        helpers.shutdownNow();
        wires.close();
    }
}
