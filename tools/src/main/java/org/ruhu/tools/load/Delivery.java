package org.ruhu.tools.load;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ruhu.tools.load.Stock.Item;
import org.ruhu.tools.remote.Remote;

/**
 * Brings one parcel to the server as a bad network does: several copies at the same moment, acknowledgements that get
 * lost, and again until one is kept for everything in it.
 */
final class Delivery {

    private static final Answer LOST = new Answer(0, "lost", "");

    private final Parcel parcel;
    private final Route route;
    private final byte[] body;
    private final Teams teams;
    private final Manner manner;
    private final Tally tally;
    private final Consumer<Difference> differences;
    private final SplittableRandom chance;
    private final BitSet kept = new BitSet();
    private final BitSet refused = new BitSet();
    private final int[] created;

    Delivery(Stock stock, Parcel parcel, Route route, Teams teams, Manner manner, Tally tally,
             Consumer<Difference> differences) {
        this.parcel = parcel;
        this.route = route;
        this.body = route.body(stock, parcel);
        this.teams = teams;
        this.manner = manner;
        this.tally = tally;
        this.differences = differences;
        this.chance = new SplittableRandom(
                manner.seed() ^ parcel.items().get(0).submission().getLeastSignificantBits());
        this.created = new int[parcel.items().size()];
    }

    /** Returns what was acknowledged. */
    List<Item> deliver() {
        long giveUpAt = System.nanoTime() + manner.patience().toNanos();
        Duration pause = Patience.first();
        boolean again = round(manner.copies());
        while (again && System.nanoTime() < giveUpAt) {
            Patience.rest(pause);
            pause = Patience.longer(pause);
            again = round(1);
        }
        return settle();
    }

    /** Whether something has still to be sent. */
    private boolean round(int copies) {
        Remote team = teams.remote(parcel.team());
        List<CompletableFuture<List<Answer>>> underWay = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            underWay.add(copy(team));
        }
        underWay.forEach(answers -> note(answers.join()));
        return kept.cardinality() + refused.cardinality() < parcel.items().size();
    }

    /** One copy, sent anew each time its acknowledgement is lost. */
    private CompletableFuture<List<Answer>> copy(Remote team) {
        return once(team).thenCompose(answers ->
                answers.contains(LOST) ? copy(team) : CompletableFuture.completedFuture(answers));
    }

    private CompletableFuture<List<Answer>> once(Remote team) {
        HttpRequest request = route.request(team, parcel, body);
        boolean lose;
        boolean hangUp;
        int millis;
        synchronized (chance) {
            lose = chance.nextDouble() < manner.lost();
            hangUp = lose && chance.nextBoolean();
            millis = chance.nextInt(5);
        }
        tally.request();
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> response = team.http().sendAsync(request, BodyHandlers.ofByteArray());
        if (hangUp) {
            CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> response.cancel(true));
        }
        return response.handle((answer, failure) -> {
            if (answer != null) {
                tally.latencies.add(System.nanoTime() - start);
            }
            return heard(answer, failure, lose);
        });
    }

    private List<Answer> heard(HttpResponse<byte[]> response, Throwable failure, boolean lose) {
        if (failure != null) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            boolean hungUp = lose && (cause instanceof CancellationException || cause instanceof IOException
                    && String.valueOf(cause.getMessage()).contains("cancel"));
            tally.answer(hungUp ? "we hung up" : "connection failed");
            return List.of(hungUp ? LOST : Answer.NONE);
        }
        if (lose && response.statusCode() / 100 == 2) {
            tally.answer("acknowledgement thrown away");
            return List.of(LOST);
        }
        List<Answer> answers = route.answers(parcel, response);
        answers.forEach(answer -> tally.answer(answer.name()));
        return answers;
    }

    private void note(List<Answer> answers) {
        if (answers.stream().anyMatch(answer -> answer.status() == 401)) {
            teams.again(parcel.team());
        }
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            Item item = parcel.items().get(i);
            if (answer.stored()) {
                kept.set(i);
                created[i] += answer.status() == 201 ? 1 : 0;
                if (created[i] > 1) {
                    differences.accept(new Difference("stored-twice", name(item), "one 201", "two"));
                }
                if (!answer.digest().equals(item.digest())) {
                    differences.accept(new Difference("receipt", name(item), item.digest(), answer.digest()));
                }
            } else if (!answer.worthAnotherTry()) {
                refused.set(i);
            }
        }
    }

    private List<Item> settle() {
        List<Item> acknowledged = new ArrayList<>();
        for (int i = 0; i < parcel.items().size(); i++) {
            Item item = parcel.items().get(i);
            if (kept.get(i)) {
                acknowledged.add(item);
                tally.acknowledged();
            } else if (refused.get(i)) {
                tally.refused();
                differences.accept(new Difference("refused", name(item), "201 or 200", "a refusal"));
            } else {
                tally.givenUp();
                differences.accept(new Difference("given-up", name(item), "an acknowledgement", "none"));
            }
            if (kept.get(i) && refused.get(i)) {
                differences.accept(new Difference("refused-copy", name(item), "the same answer to every copy",
                        "a refusal too"));
            }
        }
        return acknowledged;
    }

    static String name(Item item) {
        return item.submission() + "/" + item.number();
    }
}
