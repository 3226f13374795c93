package org.ruhu.tools.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ruhu.tools.load.Stock.Item;
import org.ruhu.tools.load.Wire.Reply;
import org.ruhu.tools.load.Wire.Request;

/**
 * Brings one parcel to the server as a bad network does: several copies at the same moment, acknowledgements that get
 * lost, and again until one is kept for everything in it.
 */
final class Delivery {

    private static final Answer LOST = new Answer(0, "lost", "");
    private static final int MOST_MILLIS_BEFORE_HANGING_UP = 5;

    private final Parcel parcel;
    private final Route route;
    private final byte[] body;
    private final Wires wires;
    private final Executor helpers;
    private final Teams teams;
    private final Manner manner;
    private final Tally tally;
    private final Consumer<Difference> differences;
    private final Random chance;
    private final BitSet kept = new BitSet();
    private final BitSet refused = new BitSet();
    private final int[] created;

    Delivery(Stock stock, Parcel parcel, Route route, Means means, Consumer<Difference> differences) {
        this.parcel = parcel;
        this.route = route;
        this.body = route.body(stock, parcel);
        this.wires = means.wires();
        this.helpers = means.helpers();
        this.teams = means.teams();
        this.manner = means.manner();
        this.tally = means.tally();
        this.differences = differences;
        this.chance = new Random(manner.seed() ^ parcel.items().get(0).submission().getLeastSignificantBits());
        this.created = new int[parcel.items().size()];
    }

    /** What all deliveries of a run have in common. */
    record Means(Wires wires, Executor helpers, Teams teams, Manner manner, Tally tally) {}

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
        String token = teams.remote(parcel.team()).token();
        List<CompletableFuture<List<Answer>>> underWay = new ArrayList<>();
        for (int copy = 1; copy < copies; copy++) {
            underWay.add(CompletableFuture.supplyAsync(() -> copy(token), helpers));
        }
        note(copy(token));
        underWay.forEach(answers -> note(answers.join()));
        return kept.cardinality() + refused.cardinality() < parcel.items().size();
    }

    /** One copy, sent anew each time its acknowledgement is lost. */
    private List<Answer> copy(String token) {
        List<Answer> answers = once(token);
        while (answers.contains(LOST)) {
            answers = once(token);
        }
        return answers;
    }

    private List<Answer> once(String token) {
        Request request = route.request(token, parcel, body);
        boolean lose = chance.nextDouble() < manner.lost();
        tally.request();
        long start = System.nanoTime();
        try {
            if (lose && chance.nextBoolean()) {
                wires.hangUpOn(request, 1 + chance.nextInt(MOST_MILLIS_BEFORE_HANGING_UP));
                tally.answer("we hung up");
                return List.of(LOST);
            }
            Reply reply = wires.exchange(request);
            tally.latencies.add(System.nanoTime() - start);
            return heard(reply, lose);
        } catch (IOException e) {
            tally.answer("connection failed");
            return List.of(Answer.NONE);
        }
    }

    private List<Answer> heard(Reply reply, boolean lose) {
        if (lose && reply.status() / 100 == 2) {
            tally.answer("acknowledgement thrown away");
            return List.of(LOST);
        }
        List<Answer> answers = route.answers(parcel, reply);
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
