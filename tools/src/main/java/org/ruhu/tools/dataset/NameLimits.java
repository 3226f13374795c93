package org.ruhu.tools.dataset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a program takes for the name of a column. Two names are the same where they differ in capitals alone. */
public enum NameLimits {

    /** Stata 14 and later: User's Guide, 11.3, with the words it keeps for itself. */
    STATA(32, Set.of("_all", "_b", "byte", "_coef", "_cons", "double", "float", "if", "in", "int", "long", "_n", "_pi",
            "_pred", "_rc", "_skip", "strl", "using", "with"), Pattern.compile("[A-Za-z_][A-Za-z0-9_]*"),
            Pattern.compile("str[0-9]+")),
    /** SPSS 12 and later: Command Syntax Reference, variable names. */
    SPSS(64, Set.of("all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"),
            Pattern.compile("[A-Za-z][A-Za-z0-9_]*"), Pattern.compile("(?!)"));

    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9_]+");

    private final int most;
    private final Set<String> words;
    private final Pattern plain;
    private final Pattern reserved;

    /** @param plain what a name looks like that is no word of the program */
    NameLimits(int most, Set<String> words, Pattern plain, Pattern reserved) {
        this.most = most;
        this.words = words;
        this.plain = plain;
        this.reserved = reserved;
    }

    /** The most bytes a name may have. */
    public int most() {
        return most;
    }

    public boolean tooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > most;
    }

    /** Whether the program keeps the word for itself. */
    public boolean keeps(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return words.contains(folded) || reserved.matcher(folded).matches();
    }

    /**
     * Names the program takes, in the order of the columns: as they are where they fit; else without what no name may
     * hold, cut, and numbered from 2 where two have become one. A name that fits is never taken away from its column.
     */
    public List<String> fit(List<String> columns) {
        Set<String> taken = new HashSet<>();
        columns.stream().filter(this::fits).forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
        List<String> names = new ArrayList<>(columns.size());
        for (String column : columns) {
            names.add(fits(column) ? column : free(shape(column), taken));
        }
        return List.copyOf(names);
    }

    private boolean fits(String name) {
        return !tooLong(name) && !keeps(name) && plain.matcher(name).matches();
    }

    private String shape(String name) {
        String plain = OTHER.matcher(name).replaceAll("_");
        String begun = plain.isEmpty() || !Character.isLetter(plain.charAt(0)) || keeps(plain) ? "v_" + plain : plain;
        return begun.substring(0, Math.min(most, begun.length()));
    }

    private String free(String wanted, Set<String> taken) {
        String name = wanted;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String number = "_" + i;
            name = wanted.substring(0, Math.min(wanted.length(), most - number.length())) + number;
        }
        return name;
    }
}
