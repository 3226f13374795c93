package org.ruhu.tools.indicator.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Income of a household in a year, in yuan. A total of which a part is missing is {@code NaN}; income may be negative.
 *
 * @param wage       wages, as far as the local rule counts them
 * @param business   what business brought, less its costs, depreciation and taxes
 * @param property   rents, dividends, interest
 * @param transfers  transfers received less those paid
 * @param register   net income by the local counting rule: the sum of the four above
 * @param disposable the same with every item counted
 * @param inKind     own produce used at home, valued; a part of business already, so never added
 * @param registerPerHead   register income per person who shares the budget, to the fen
 * @param disposablePerHead the same of disposable income
 */
public record Income(double wage, double business, double property, double transfers, double register,
        double disposable, double inKind, double registerPerHead, double disposablePerHead) {

    private static final List<String> WAGE = List.of("inc_wage_local", "inc_wage_out", "inc_post");
    private static final List<String> BUSINESS = List.of("inc_crop", "inc_stock", "inc_gather", "inc_nonfarm");
    private static final List<String> COSTS = List.of("exp_crop", "exp_stock", "exp_nonfarm", "exp_depr", "exp_tax");
    private static final List<String> PROPERTY = List.of("inc_land", "inc_div", "inc_int");
    private static final List<String> TRANSFERS = List.of("inc_dibao", "inc_tekun", "inc_pension", "inc_disab",
            "inc_eco", "inc_agri", "inc_edu", "inc_relief", "inc_family", "inc_other_tr");

    /** Every item of income that a local rule may leave out. */
    static final List<String> ITEMS = Stream.of(WAGE, BUSINESS, PROPERTY, TRANSFERS).flatMap(List::stream).toList();

    /** Names of what the income per head is made of. */
    static Stream<String> needed(Set<String> uncounted) {
        return Stream.of(ITEMS.stream().filter(item -> !uncounted.contains(item)), COSTS.stream(),
                Stream.of("exp_trans", "n_share")).flatMap(names -> names);
    }

    /** An item the local rule does not count is not needed for the total by that rule. */
    static Income of(Given given, Set<String> uncounted, int persons) {
        double costs = sum(given, COSTS, Set.of());
        double paid = given.number("exp_trans");
        double wage = sum(given, WAGE, uncounted);
        double business = fen(sum(given, BUSINESS, uncounted) - costs);
        double property = sum(given, PROPERTY, uncounted);
        double transfers = fen(sum(given, TRANSFERS, uncounted) - paid);
        double disposable = fen(sum(given, ITEMS, Set.of()) - costs - paid);
        double register = fen(wage + business + property + transfers);
        return new Income(wage, business, property, transfers, register, disposable, given.number("inc_kind"),
                perHead(register, persons), perHead(disposable, persons));
    }

    private static double sum(Given given, List<String> items, Set<String> without) {
        double sum = 0;
        for (String item : items) {
            sum += without.contains(item) ? 0 : given.number(item);
        }
        return fen(sum);
    }

    /** Per head, to the fen as the forms reckon it, halves away from nought; {@code NaN} without heads. */
    public static double perHead(double total, int heads) {
        return heads < 1 ? Double.NaN : fen(fen(total) / heads);
    }

    private static double fen(double yuan) {
        return Double.isNaN(yuan) ? yuan : Math.signum(yuan) * Math.round(Math.abs(yuan) * 100) / 100.0;
    }
}
