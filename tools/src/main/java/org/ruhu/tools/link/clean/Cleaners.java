package org.ruhu.tools.link.clean;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Cleaners by name, as settings write them: {@code lower}, {@code first:3}, {@code date:yyyyMMdd|yyyy}. */
public final class Cleaners {

    /** What makes a cleaner of what stands behind the colon. */
    private interface Maker extends BiFunction<Argument, Supplier<Syllables>, Cleaner> {}

    private static final Map<String, Maker> MAKERS = new TreeMap<>();

    static {
        plain("trim", Letters::trim);
        plain("lower", Letters::lower);
        plain("upper", Letters::upper);
        plain("nfkc", Letters::nfkc);
        plain("strip-accents", Letters::withoutAccents);
        plain("letters", Letters::letters);
        plain("letters-digits", Letters::lettersAndDigits);
        plain("digits", Letters::digits);
        plain("collapse", Words::collapse);
        plain("no-space", Words::withoutSpace);
        plain("words", Words::sorted);
        MAKERS.put("first", (argument, syllables) -> Letters.first(argument.length()));
        MAKERS.put("last", (argument, syllables) -> Letters.last(argument.length()));
        MAKERS.put("part", (argument, syllables) -> Letters.part(argument.span()));
        MAKERS.put("token", (argument, syllables) -> Words.token(argument.place()));
        MAKERS.put("date", (argument, syllables) -> Dates.of(argument.alternatives()));
        plain("year", Dates::year);
        plain("month-day", Dates::monthDay);
        plain("day", Dates::day);
        plain("soundex", Sounds::soundex);
        MAKERS.put("metaphone", (argument, syllables) -> Sounds.metaphone(argument.lengthOr(4)));
        MAKERS.put("phone", (argument, syllables) -> Contacts.phone(argument.lengthOr(11)));
        plain("email", Contacts::email);
        plain("postcode", Contacts::postcode);
        plain("number", Numbers::plain);
        MAKERS.put("replace", (argument, syllables) -> Words.replace(argument.pair()));
        MAKERS.put("match", (argument, syllables) -> Words.match(argument.pattern()));
        MAKERS.put("capture", (argument, syllables) -> Words.capture(argument.captor()));
        MAKERS.put("drop", (argument, syllables) -> Words.drop(argument.pattern()));
        MAKERS.put("null", (argument, syllables) -> Words.missing(argument.alternatives()));
        plain("simplified", Simplified::of);
        plain("pinyin", Pinyin::text);
        plain("pinyin-initials", Pinyin::initials);
        plain("id-number", Ids::number);
        plain("id-valid", Ids::valid);
        plain("id-birth", Ids::birth);
        plain("id-sex", Ids::sex);
        plain("id-area", Ids::area);
        plain("id-last6", Ids::last6);
        plain("birth-date", Dates::birth);
        plain("birth-day-sure", Dates::sureDay);
        ofName("name-key", names -> names::key);
        ofName("name-short", names -> names::shortForm);
        ofName("name-sex", names -> names::sex);
    }

    private Cleaners() {}

    /**
     * @param written NAME or NAME:ARGUMENT
     * @throws IllegalArgumentException with what to do instead
     */
    public static Cleaner named(String written) {
        return named(written, Syllables::current);
    }

    /** @param syllables how the names of this population are written */
    public static Cleaner named(String written, Syllables syllables) {
        return named(written, () -> syllables);
    }

    private static Cleaner named(String written, Supplier<Syllables> syllables) {
        int colon = written.indexOf(':');
        String name = colon < 0 ? written : written.substring(0, colon);
        Optional<String> argument = colon < 0 ? Optional.empty() : Optional.of(written.substring(colon + 1));
        Maker maker = MAKERS.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("there is no cleaner '" + name + "'; there are "
                    + String.join(", ", names()));
        }
        Cleaner cleaner = maker.apply(new Argument(name, argument), syllables);
        return text -> text.isEmpty() ? "" : cleaner.clean(text);
    }

    /** Those named, one after the other. */
    public static Cleaner chain(List<String> written) {
        return Cleaner.all(written.stream().map(Cleaners::named).toList());
    }

    public static Cleaner chain(List<String> written, Syllables syllables) {
        return Cleaner.all(written.stream().map(name -> named(name, syllables)).toList());
    }

    /** In order of the alphabet. */
    public static List<String> names() {
        return List.copyOf(MAKERS.keySet());
    }

    private static void plain(String name, Cleaner cleaner) {
        MAKERS.put(name, (argument, syllables) -> {
            argument.refuse();
            return cleaner;
        });
    }

    private static void ofName(String name, Function<NameCleaners, Cleaner> cleaner) {
        MAKERS.put(name, (argument, syllables) -> {
            argument.refuse();
            return cleaner.apply(new NameCleaners(syllables.get()));
        });
    }
}
