package org.ruhu.tools.indicator.compute;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.Sum;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.figure.Level;
import org.ruhu.tools.indicator.figure.Place;
import org.ruhu.tools.indicator.quality.Share;

/** What offices did: notices that hung long enough, funds that were paid. No household stands behind such a figure. */
public final class Process {

    private final List<Notice> notices = new ArrayList<>();
    private final List<Fund> funds = new ArrayList<>();

    /**
     * A list that was put up for everybody to object to.
     *
     * @param removed empty while it hangs
     * @param days    it has to hang
     * @param photo   whether a photo shows it
     */
    public record Notice(String area, LocalDate posted, Optional<LocalDate> removed, int days, boolean photo) {

        boolean kept() {
            return photo && removed.filter(end -> ChronoUnit.DAYS.between(posted, end) >= days).isPresent();
        }
    }

    /** Money of a year, in yuan. */
    public record Fund(String area, int year, double planned, double paid) {}

    private record Of(String area, int year) {}

    public void add(Notice notice) {
        notices.add(notice);
    }

    public void add(Fund fund) {
        funds.add(fund);
    }

    void figures(Cut cut, Consumer<Figure> to) {
        for (Level level : Level.values()) {
            if (level == Level.ALL || cut.levels().contains(level)) {
                places(notices, notice -> new Of(notice.area(), notice.posted().getYear()), level)
                        .forEach((place, its) -> notices(sheet(place, to), its));
                places(funds, fund -> new Of(fund.area(), fund.year()), level)
                        .forEach((place, its) -> funds(sheet(place, to), its));
            }
        }
    }

    private static Sheet sheet(Place place, Consumer<Figure> to) {
        return new Sheet(place, Optional.empty(), List.of(), to);
    }

    private static <T> Map<Place, List<T>> places(List<T> all, Function<T, Of> of, Level level) {
        Map<Place, List<T>> places = new TreeMap<>();
        all.stream().filter(one -> of.apply(one).area().length() >= level.digits()).forEach(one -> places
                .computeIfAbsent(new Place(of.apply(one).area().substring(0, level.digits()), of.apply(one).year(), "",
                        ""), place -> new ArrayList<>()).add(one));
        return places;
    }

    /** One that still hangs is missing: nobody knows yet. */
    private static void notices(Sheet sheet, List<Notice> all) {
        List<Notice> ended = all.stream().filter(notice -> notice.removed().isPresent()).toList();
        sheet.put("process.notices", new Share(ended.stream().filter(Notice::kept).count(), ended.size()).share(),
                new Base(0, 0, ended.size(), all.size() - ended.size()));
    }

    private static void funds(Sheet sheet, List<Fund> all) {
        Sum planned = new Sum();
        Sum paid = new Sum();
        all.forEach(fund -> {
            planned.add(fund.planned());
            paid.add(fund.paid());
        });
        sheet.put("process.funds", Measured.ratio(paid.value(), planned.value()),
                new Base(0, 0, planned.value(), 0));
    }
}
