package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.door.Json;
import org.ruhu.server.parameter.ParameterTables;
import org.ruhu.server.region.Regions;
import org.ruhu.tools.dataset.ZippedTables;
import org.ruhu.tools.indicator.Gathering;
import org.ruhu.tools.indicator.Publishing;
import org.ruhu.tools.indicator.reading.HouseholdReader;
import org.ruhu.tools.indicator.reading.RuleBook;
import org.ruhu.tools.lines.Revision;
import org.ruhu.tools.page.Words;

/** Indicators of household interviews as one zip: the figures, the report, and where it all comes from. */
final class FigureZip {

    /** How it is asked for in place of a file format. */
    static final String FORMAT = "indicators";

    /** The only form there are indicators of. */
    static final String FORM = HouseholdReader.FORM;

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Catalogue catalogue;
    private final Regions regions;
    private final ParameterTables tables;

    /** @param tables hold the lines, and standards the county laid down, as they are when figures are made */
    FigureZip(Catalogue catalogue, Regions regions, ParameterTables tables) {
        this.catalogue = catalogue;
        this.regions = regions;
        this.tables = tables;
    }

    /** Another number when lines or standards have changed, so that the same interviews may give other figures. */
    int edition() {
        return tables.uploads();
    }

    /** @param out stays open */
    Provenance.Counts write(Interviews interviews, Asked asked, Provenance provenance, OutputStream out,
                            Zip.Watch watch) throws IOException {
        Figuring how = asked.figuring();
        RuleBook rules = how.rules(tables.parameters());
        Gathering gathering = new Gathering(catalogue, rules, how.plan(), Optional.empty(), true);
        Filling filling = new Filling(gathering, watch);
        interviews.each(filling);
        Publishing publishing = new Publishing(catalogue, this::name, how.cut(), how.judging(rules), how.forPublic(),
                how.threshold(), asked.wish().language().equals("en") ? "en" : "zh");
        ZipOutputStream zip = new ZipOutputStream(out);
        List<ZippedTables.Part> parts = new ArrayList<>();
        zip.putNextEntry(entry("figures.csv"));
        Measured csv = new Measured(zip);
        Publishing.Made made = publishing.write(gathering, csv, OutputStream.nullOutputStream(),
                figures -> watch.at(filling.counts[0], filling.counts[1], figures));
        parts.add(csv.part("figures.csv"));
        add(zip, "report.html", made.report().getBytes(StandardCharsets.UTF_8), parts);
        Provenance.Counts counts = new Provenance.Counts(gathering.households().size(), made.figures(), 0,
                interviews.leftOut());
        add(zip, "provenance.json", Json.bytes(provenance.json(interviews, counts, parts)), new ArrayList<>());
        zip.finish();
        return counts;
    }

    private static void add(ZipOutputStream zip, String name, byte[] content, List<ZippedTables.Part> parts)
            throws IOException {
        zip.putNextEntry(entry(name));
        try (Measured file = new Measured(zip)) {
            file.write(content);
            parts.add(file.part(name));
        }
    }

    private Words name(String code) {
        return regions.find(code).map(region -> new Words(region.name(), region.nameEn().orElse(region.name())))
                .orElse(new Words(code, code));
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    private record Filling(Gathering gathering, Zip.Watch watch, long[] counts)
            implements Interviews.Making<Gathering.Found> {

        Filling(Gathering gathering, Zip.Watch watch) {
            this(gathering, watch, new long[2]);
        }

        @Override
        public Gathering.Found made(List<ObjectNode> revisions) {
            ObjectNode body = revisions.get(revisions.size() - 1);
            return gathering.found(Revision.of(body).orElseThrow(), body.path("findings"));
        }

        @Override
        public void write(Gathering.Found found) {
            gathering.add(found);
            counts[1]++;
        }

        @Override
        public void read(int revisions) {
            counts[0] += revisions;
            watch.at(counts[0], counts[1], 0);
        }
    }

    /** One file of the zip; its end does not end the zip. */
    private static final class Measured extends FilterOutputStream {

        private final MessageDigest digest;
        private final ZipOutputStream zip;
        private long bytes;

        Measured(ZipOutputStream zip) {
            this(zip, sha256());
        }

        private Measured(ZipOutputStream zip, MessageDigest digest) {
            super(new DigestOutputStream(zip, digest));
            this.zip = zip;
            this.digest = digest;
        }

        @Override
        public void write(byte[] content, int from, int length) throws IOException {
            out.write(content, from, length);
            bytes += length;
        }

        @Override
        public void write(int content) throws IOException {
            out.write(content);
            bytes++;
        }

        @Override
        public void close() throws IOException {
            zip.closeEntry();
        }

        ZippedTables.Part part(String name) {
            return new ZippedTables.Part(name, bytes, HexFormat.of().formatHex(digest.digest()));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
