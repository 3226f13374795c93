package org.ruhu.tools.link.clean;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Cleaners by name, as settings write them: {@code lower}, {@code first:3}, {@code date:yyyyMMdd|yyyy}. */
public final class Cleaners {

    /** What makes a cleaner of what stands behind the colon. */
    private interface Maker extends Function<Argument, Cleaner> {}

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
        MAKERS.put("first", argument -> Letters.first(argument.length()));
        MAKERS.put("last", argument -> Letters.last(argument.length()));
        MAKERS.put("token", argument -> Words.token(argument.place()));
        MAKERS.put("date", argument -> Dates.of(argument.alternatives()));
        plain("year", Dates::year);
        plain("month-day", Dates::monthDay);
        plain("day", Dates::day);
        plain("soundex", Sounds::soundex);
        MAKERS.put("metaphone", argument -> Sounds.metaphone(argument.lengthOr(4)));
        MAKERS.put("phone", argument -> Contacts.phone(argument.lengthOr(11)));
        plain("email", Contacts::email);
        plain("postcode", Contacts::postcode);
        plain("number", Numbers::plain);
        MAKERS.put("replace", argument -> Words.replace(argument.pair()));
        MAKERS.put("null", argument -> Words.missing(argument.alternatives()));
    }

    private Cleaners() {}

    /**
     * @param written NAME or NAME:ARGUMENT
     * @throws IllegalArgumentException with what to do instead
     */
    public static Cleaner named(String written) {
        int colon = written.indexOf(':');
        String name = colon < 0 ? written : written.substring(0, colon);
        Optional<String> argument = colon < 0 ? Optional.empty() : Optional.of(written.substring(colon + 1));
        Maker maker = MAKERS.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("there is no cleaner '" + name + "'; there are "
                    + String.join(", ", names()));
        }
        Cleaner cleaner = maker.apply(new Argument(name, argument));
        return text -> text.isEmpty() ? "" : cleaner.clean(text);
    }

    /** Those named, one after the other. */
    public static Cleaner chain(List<String> written) {
        return Cleaner.all(written.stream().map(Cleaners::named).toList());
    }

    /** In order of the alphabet. */
    public static List<String> names() {
        return List.copyOf(MAKERS.keySet());
    }

    private static void plain(String name, Cleaner cleaner) {
        MAKERS.put(name, argument -> {
            argument.refuse();
            return cleaner;
        });
    }
}
