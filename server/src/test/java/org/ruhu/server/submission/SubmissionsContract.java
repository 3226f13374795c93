package org.ruhu.server.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.Finding;
import org.ruhu.forms.FormId;
import org.ruhu.forms.Severity;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.door.Json;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.store.Blobs;
import org.ruhu.server.store.Follower;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.submission.Submissions.Known;

/** How revisions are kept, on every store. */
abstract class SubmissionsContract {

    private static final String VILLAGE = "540302100201";
    private static final UUID HOUSEHOLD = UUID.fromString("5b1f6a52-0b7e-4a9d-9d52-5403021002a1");

    @TempDir
    Path folder;

    private Store store;
    private Blobs blobs;
    private Attachments attachments;
    private Mentions mentions;
    private Submissions submissions;

    abstract Store open(List<Kind> kinds);

    @BeforeEach
    void begin() {
        store = open(List.of(Submissions.KIND, Attachments.KIND, Attachments.SENDERS, Waiting.KIND, Mentions.KIND,
                Reviews.STEPS, Follower.KIND));
        blobs = Blobs.open("sqlite:", folder.resolve("attachments"));
        attachments = new Attachments(store, blobs, Clock.systemUTC());
        mentions = new Mentions(store, Clock.systemUTC());
        submissions = new Submissions(store, attachments, new Waiting(store, attachments), mentions);
    }

    @AfterEach
    void close() {
        blobs.close();
        store.close();
    }

    @Test
    void whatWasAppendedIsReadAsItWas() {
        Revision revision = revision(1, "扎西", VILLAGE + "-0001");

        assertThat(submissions.append(revision)).isEqualTo(new Receipt.Stored(revision));
        assertThat(submissions.all(HOUSEHOLD)).containsExactly(revision);
        assertThat(submissions.latest(HOUSEHOLD)).contains(revision);
    }

    @Test
    void theSameAnswersSentAgainAreStoredOnce() {
        submissions.append(revision(1, "扎西", VILLAGE + "-0001"));

        assertThat(submissions.append(revision(1, "扎西", VILLAGE + "-0001"))).isInstanceOf(Receipt.Replayed.class);
        assertThat(submissions.all(HOUSEHOLD)).hasSize(1);
    }

    @Test
    void otherAnswersUnderATakenNumberAreAConflict() {
        Revision first = revision(1, "扎西", VILLAGE + "-0001");
        submissions.append(first);

        assertThat(submissions.append(revision(1, "卓玛", VILLAGE + "-0001"))).isEqualTo(new Receipt.Conflict(first));
        assertThat(submissions.all(HOUSEHOLD)).containsExactly(first);
    }

    @Test
    void aRevisionWithoutTheOneBeforeIsToldTheNextNumber() {
        assertThat(submissions.append(revision(7, "扎西", VILLAGE + "-0001"))).isEqualTo(new Receipt.OutOfOrder(1));

        submissions.append(revision(1, "扎西", VILLAGE + "-0001"));
        submissions.append(revision(2, "扎西", VILLAGE + "-0001"));

        assertThat(submissions.append(revision(7, "扎西", VILLAGE + "-0001"))).isEqualTo(new Receipt.OutOfOrder(3));
        assertThat(submissions.all(HOUSEHOLD)).extracting(revision -> revision.id().number()).containsExactly(1, 2);
    }

    @Test
    void aSubmissionStaysWithItsUnit() {
        Revision first = revision(1, "扎西", VILLAGE + "-0001");
        submissions.append(first);

        assertThat(submissions.append(revision(1, "扎西", "540302100202-0001"))).isEqualTo(new Receipt.OtherUnit(first));
        assertThat(submissions.append(revision(2, "扎西", VILLAGE + "-0002"))).isEqualTo(new Receipt.OtherUnit(first));
        assertThat(submissions.all(HOUSEHOLD)).containsExactly(first);
    }

    @Test
    void manyAtOnceGetTheirReceiptsInOrder() {
        submissions.append(revision(1, "扎西", VILLAGE + "-0001"));
        Revision other = revision(UUID.randomUUID(), 1, "多吉", VILLAGE + "-0003");

        List<Receipt> receipts = submissions.appendAll(List.of(revision(2, "卓玛", VILLAGE + "-0001"), other,
                revision(UUID.randomUUID(), 2, "多吉", VILLAGE + "-0004")));

        assertThat(receipts).hasSize(3);
        assertThat(receipts.get(0)).isInstanceOf(Receipt.Stored.class);
        assertThat(receipts.get(1)).isEqualTo(new Receipt.Stored(other));
        assertThat(receipts.get(2)).isEqualTo(new Receipt.OutOfOrder(1));
    }

    @Test
    void whatChangedForATeamIsToldInOrder() {
        submissions.append(revision(1, "扎西", VILLAGE + "-0001"));
        long before = store.lastSequence();
        submissions.append(revision(2, "卓玛", VILLAGE + "-0001"));
        submissions.append(revision(UUID.randomUUID(), 1, "多吉", VILLAGE + "-0002"));

        assertThat(submissions.arrivals("team-1", before, 10)).extracting(Submissions.Arrival::unit)
                .containsExactly(VILLAGE + "-0001", VILLAGE + "-0002");
        assertThat(submissions.arrivals("team-2", 0, 10)).isEmpty();
        assertThat(submissions.arrivals("team-1", store.lastSequence(), 10)).isEmpty();
    }

    @Test
    void aUnitWaitsUntilEverythingItsRevisionNamesIsThere() throws IOException {
        byte[] photo = {1, 2, 3};
        String sha256 = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";
        submissions.append(naming(sha256));

        assertThat(submissions.known("census-2026", VILLAGE + "-0001").map(Known::state)).contains(State.WAITING);

        attachments.keep(sha256, new ByteArrayInputStream(photo), "zhaxi", "team-1");

        assertThat(submissions.known("census-2026", VILLAGE + "-0001").map(Known::state)).contains(State.RECEIVED);
        assertThat(submissions.arrivals("team-1", store.lastSequence() - 1, 10)).extracting(Submissions.Arrival::unit)
                .containsExactly(VILLAGE + "-0001");
        assertThat(submissions.known("census-2026", VILLAGE + "-0002")).isEmpty();
    }

    @Test
    void theLatestOfEachSubmissionIsThatOfAMoment() {
        UUID other = UUID.fromString("ffffffff-0b7e-4a9d-9d52-5403021002a1");
        submissions.append(revision(1, "扎西", VILLAGE + "-0001"));
        submissions.append(revision(other, 1, "多吉", VILLAGE + "-0001"));
        submissions.append(revision(other, 2, "多吉", VILLAGE + "-0001"));
        long moment = store.lastSequence();
        submissions.append(revision(2, "扎西", VILLAGE + "-0001"));
        submissions.append(revision(UUID.randomUUID(), 1, "卓玛", VILLAGE + "-0002"));

        assertThat(latest(moment)).containsExactly(new RevisionId(HOUSEHOLD, 1), new RevisionId(other, 2));
        assertThat(latest(store.lastSequence())).hasSize(3).contains(new RevisionId(HOUSEHOLD, 2));
    }

    private List<RevisionId> latest(long until) {
        List<RevisionId> found = new ArrayList<>();
        try (Latest latest = new Latest(store.range(Submissions.KIND, Range.of("listed", "census-2026")), until)) {
            latest.forEachRemaining(stored -> found.add(Revision.read(stored.body()).id()));
        }
        return found;
    }

    @Test
    void aPersonIsFoundByFingerprint() {
        submissions.append(revision(1, "扎西", VILLAGE + "-0001"));

        assertThat(submissions.naming("fingerprint-of-扎西", "")).extracting(Revision::id)
                .containsExactly(new RevisionId(HOUSEHOLD, 1));
        assertThat(submissions.naming("fingerprint-of-扎西", VILLAGE)).hasSize(1);
        assertThat(submissions.naming("fingerprint-of-扎西", "540321")).isEmpty();
        assertThat(submissions.naming("fingerprint-of-卓玛", "")).isEmpty();
    }

    @Test
    void mentionsGoOnAfterARestartAndAreWrittenAtLeastOnce() {
        submissions.append(revision(1, "扎西", VILLAGE + "-0001"));
        mentions.follow();
        submissions.append(revision(UUID.randomUUID(), 1, "扎西", VILLAGE + "-0002"));

        assertThat(new Mentions(store, Clock.systemUTC()).of("fingerprint-of-扎西", "", 10)).hasSize(2);
        assertThat(mentions.of("fingerprint-of-扎西", "", 10)).hasSize(2);
        assertThat(mentions.of("fingerprint-of-扎西", "", 1)).hasSize(1);
    }

    @Test
    void ofCopiesSentAtTheSameMomentOneIsStored() throws Exception {
        ExecutorService devices = Executors.newFixedThreadPool(5);
        for (int round = 0; round < 50; round++) {
            UUID submission = UUID.randomUUID();
            CyclicBarrier start = new CyclicBarrier(5);
            List<Future<Receipt>> receipts = new ArrayList<>();
            for (int copy = 0; copy < 5; copy++) {
                receipts.add(devices.submit(() -> {
                    start.await();
                    return submissions.append(revision(submission, 1, "扎西", VILLAGE + "-0001"));
                }));
            }
            int stored = 0;
            for (Future<Receipt> receipt : receipts) {
                assertThat(receipt.get()).isInstanceOfAny(Receipt.Stored.class, Receipt.Replayed.class);
                stored += receipt.get() instanceof Receipt.Stored ? 1 : 0;
            }
            assertThat(stored).isEqualTo(1);
            assertThat(submissions.all(submission)).hasSize(1);
        }
        devices.shutdown();
    }

    private static Revision naming(String sha256) {
        Revision plain = revision(1, "扎西", VILLAGE + "-0001");
        return new Revision(plain.id(), plain.form(), plain.campaign(), plain.unit(), plain.area(), plain.team(),
                plain.author(), plain.receivedAt(), plain.answers(), plain.missing(), List.of(sha256), plain.paradata(),
                plain.persons(), plain.digest(), plain.findings(), plain.context(), plain.withheld());
    }

    private static Revision revision(int number, String head, String unit) {
        return revision(HOUSEHOLD, number, head, unit);
    }

    private static Revision revision(UUID submission, int number, String head, String unit) {
        return new Revision(new RevisionId(submission, number), new FormId("household-census", "1.0"), "census-2026",
                unit, unit.substring(0, 12), "team-1", "zhaxi", Instant.parse("2026-11-20T08:00:00.123Z"),
                Json.object().put("head_name", head).put("n_hukou", 3), Map.of("/pc_net", "dont-know"),
                List.of(), "sealed",
                List.of("fingerprint-of-" + head), "digest-of-" + head,
                List.of(new Finding("H06", Severity.SOFT, "/members/0", List.of("/members/0/age"))),
                Json.object(), List.of());
    }
}
