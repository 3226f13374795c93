package org.ruhu.tools.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.ruhu.tools.dataset.excel.XlsxFormat;
import org.ruhu.tools.dataset.parquet.ParquetFormat;
import org.ruhu.tools.dataset.spss.SavFormat;
import org.ruhu.tools.dataset.sqlite.GeoPackageFormat;
import org.ruhu.tools.dataset.sqlite.SqliteFormat;
import org.ruhu.tools.dataset.stata.DtaFormat;

/** Every file format there is, by the word people choose it with: the same ones for the command and the server. */
public final class Formats {

    /** Languages a file may have its labels in. */
    public static final List<String> LANGUAGES = List.of("zh", "en", "bo");

    private static final Map<String, BiFunction<Wish, Scratch, Format>> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("csv", (wish, scratch) -> new CsvFormat(wish.byteOrderMark()));
        KNOWN.put("ndjson", (wish, scratch) -> new NdjsonFormat());
        KNOWN.put("sav", (wish, scratch) -> new SavFormat(wish.language(), scratch));
        KNOWN.put("dta", (wish, scratch) -> new DtaFormat(wish.language(), scratch));
        KNOWN.put("xlsx", (wish, scratch) -> new XlsxFormat(scratch));
        KNOWN.put("parquet", (wish, scratch) -> new ParquetFormat());
        KNOWN.put("sqlite", (wish, scratch) -> new SqliteFormat(wish.language(), scratch));
        KNOWN.put("geojson", (wish, scratch) -> new GeoJsonFormat());
        KNOWN.put("gpkg", (wish, scratch) -> new GeoPackageFormat(scratch));
    }

    /**
     * What a format is asked for besides its name.
     *
     * @param language      of the labels in files that hold one language
     * @param byteOrderMark whether CSV begins with a byte order mark
     */
    public record Wish(String language, boolean byteOrderMark) {

        public Wish {
            if (!LANGUAGES.contains(language)) {
                throw new IllegalArgumentException("labels are there in " + LANGUAGES + ", not in " + language);
            }
        }
    }

    private Formats() {}

    /** The words, the usual one first. */
    public static List<String> words() {
        return List.copyOf(KNOWN.keySet());
    }

    /** Empty if no format has this word. */
    public static Optional<Format> of(String word, Wish wish) {
        return of(word, wish, Scratch.OF_THE_SYSTEM);
    }

    /** @param scratch where rows wait that cannot be written yet */
    public static Optional<Format> of(String word, Wish wish, Scratch scratch) {
        return Optional.ofNullable(KNOWN.get(word)).map(make -> make.apply(wish, scratch));
    }
}
