package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.server.App;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.parameter.ParameterTables;
import org.ruhu.server.region.Regions;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.review.StoredSteps;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Blobs;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;
import org.ruhu.server.submission.Seals;
import org.ruhu.server.submission.Submissions;
import org.ruhu.server.vault.Identifiers;

/** How fast a server makes files of many households, such as {@code ruhu simulate} makes up. */
final class ExportBenchmark {

    private static final String CAMPAIGN = "changdu-2026";
    private static final String PASSWORD = "a long enough password";
    private static final int AT_ONCE = 500;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ExportBenchmark() {}

    /** @param args lines of {@code ruhu simulate}, how many of them, a folder for the data, and formats */
    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[2]);
        boolean filled = Files.exists(data.resolve("ruhu.db"));
        Files.createDirectories(data);
        try (Store store = Stores.open("sqlite:" + data.resolve("ruhu.db"), App.KINDS);
             Blobs blobs = Blobs.open("sqlite:", data.resolve("attachments"))) {
            Campaigns campaigns = new Campaigns(store);
            if (!filled) {
                campaigns.open(new Campaign(CAMPAIGN, Map.of("en", "Benchmark"), Domain.STAT,
                        new FormId("household-census", "1.0"), "5403", LocalDate.parse("2026-11-01"),
                        LocalDate.parse("2026-12-20"), 1, Json.object()));
                fill(store, Path.of(args[0]), Integer.parseInt(args[1]));
            }
            Clock clock = Clock.tickMillis(ZoneOffset.UTC);
            Login login = new Login("statistician", "", Optional.empty(),
                    List.of(Grant.of(Role.STATISTICIAN, "5403", CAMPAIGN)));
            Identifiers identifiers = Identifiers.open(data.resolve("keys"), store);
            Making making = new Making(store, Catalogue.bundled(), campaigns, new Attachments(store, blobs, clock),
                    new Seals(identifiers), account -> Optional.of(login), new Exports(store), new Permits(store),
                    new Watermark(identifiers::fingerprint), ExportFiles.open(data.resolve("exports")),
                    new FigureZip(Catalogue.bundled(), new Regions(store),
                            new ParameterTables(store, Parameters.bundled(), clock)), "Ruhu", Duration.ofHours(1), clock);
            for (String format : List.of(args).subList(3, args.length)) {
                export(making, format);
            }
        }
    }

    private static void fill(Store store, Path lines, int households) throws IOException {
        List<Document> some = new ArrayList<>();
        List<Document> steps = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(lines)) {
            for (int n = 1; n <= households; n++) {
                ObjectNode body = Json.own(reader.readLine().getBytes(StandardCharsets.UTF_8));
                String unit = body.get("unit").textValue();
                body.put("area", unit.substring(0, 12)).put("receivedAt", "2026-11-02T08:00:00Z").put("author", "team")
                        .putArray("attachments");
                body.remove("paradata");
                body.putArray("findings");
                body.putObject("context");
                String submission = body.get("submission").textValue();
                String place = unit.substring(0, 12) + "/" + submission;
                some.add(new Document(place + "/000001", Json.bytes(body), Map.of("submission", submission,
                        "number", 1L, "campaign", CAMPAIGN, "unit", unit, "team", "team")));
                steps.add(StoredSteps.of(CAMPAIGN, place, unit, 1, "pass"));
                steps.add(StoredSteps.of(CAMPAIGN, place, unit, 2, "accept"));
                if (some.size() == AT_ONCE || n == households) {
                    store.insertAll(Submissions.KIND, some);
                    store.insertAll(Reviews.STEPS, steps);
                    some.clear();
                    steps.clear();
                }
            }
        }
    }

    private static void export(Making making, String format) throws IOException {
        long start = System.nanoTime();
        long cpu = PROCESS.getProcessCpuTime();
        ObjectNode wish = Json.object().put("form", "household-census").put("format", format);
        Asked asked = Asked.read(Body.of(wish, ""));
        Export.Made made = making.run(Export.asked(UUID.randomUUID().toString(), "statistician", asked, List.of(),
                Instant.EPOCH), new Progress()).made().orElseThrow();
        double seconds = (System.nanoTime() - start) / 1e9;
        double worked = (PROCESS.getProcessCpuTime() - cpu) / 1e9;
        System.out.printf("%s: %,d interviews, %,d rows in %.1f s, %,.0f rows/s, %,.0f rows per CPU second, sha256 %s%n",
                format, made.submissions(), made.rows(), seconds, made.rows() / seconds, made.rows() / worked,
                made.sha256());
    }
}
