package org.ruhu.tools.load;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.load.Stock.Item;
import org.ruhu.tools.remote.Account;
import org.ruhu.tools.remote.Remote;
import org.ruhu.tools.simulation.Scribble;

/** One run of a load against one server: send, read back, compare. */
final class LoadRun {

    private static final List<String> SEE_PROGRESS = List.of("COUNTY", "STATISTICIAN", "INSTRUCTOR");

    private final Remote server;
    private final List<Account> accounts;
    private final Teams teams;
    private final Manner manner;
    private final Tally tally = new Tally();
    private final ConcurrentLinkedQueue<Difference> differences = new ConcurrentLinkedQueue<>();

    LoadRun(Remote server, List<Account> accounts, Manner manner) {
        this.server = server;
        this.accounts = accounts;
        this.teams = new Teams(server, accounts);
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
        Crew.work(4, attachments, attachment -> {
            Remote team = teams.remote(any);
            try {
                HttpResponse<Void> answer = team.http().send(team.request("/api/attachments/" + attachment.sha256())
                        .header("Content-Type", "image/png").PUT(BodyPublishers.ofByteArray(attachment.png())).build(),
                        BodyHandlers.discarding());
                if (answer.statusCode() / 100 != 2) {
                    throw new CannotRun("the server answers " + answer.statusCode() + " to an attachment");
                }
            } catch (IOException e) {
                throw new CannotRun("the server does not answer: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        });
    }

    /** Returns what was acknowledged. */
    List<Item> send(Stock stock, Route route, int atATime, Runnable progress) {
        List<Item> acknowledged = Collections.synchronizedList(new ArrayList<>());
        Pace pace = new Pace(manner.rate());
        long stopAt = System.nanoTime() + manner.longest().toNanos();
        Crew.work(manner.clients(), Parcel.of(stock.items(), atATime), parcel -> {
            if (System.nanoTime() < stopAt) {
                pace.take(parcel.items().size());
                acknowledged.addAll(new Delivery(stock, parcel, route, teams, manner, tally, differences::add).deliver());
                progress.run();
            }
        });
        return List.copyOf(acknowledged);
    }

    void readBack(List<Item> acknowledged, LongConsumer progress) {
        new ReadBack(teams, differences::add).all(acknowledged, manner.clients(), progress);
    }

    /** Returns the number of areas compared; 0 if no account may see progress. */
    int compareCounters(String campaign, List<Item> acknowledged, Consumer<String> say) throws IOException {
        List<Account> able = accounts.stream().filter(account -> account.roles().stream().anyMatch(SEE_PROGRESS::contains))
                .sorted(Comparator.comparing(account -> account.area().length())).toList();
        if (able.isEmpty() || acknowledged.isEmpty()) {
            say.accept("progress is not compared: none of the accounts may see it");
            return 0;
        }
        Counters counters = new Counters(Teams.signIn(server, able.get(0)), campaign, acknowledged);
        differences.addAll(counters.compare());
        return counters.areas();
    }
}
