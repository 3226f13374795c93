package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lines of a notice: what its template allows, and what of the source may not stand there. */
public final class NoticeText {

    /** Words of what must not be told of a household, whichever column they stand in. */
    private static final Pattern PRIVATE = Pattern.compile("残|病|癌|精神|收入|[0-9０-９]\\s*[万]?元|学校|小学|中学|幼儿园|得分|评分"
            + "|动力不足|懒|disab|illness|income|school|score|yuan", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 40;

    private final NoticeSettings settings;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** @param row of the source, its header not counted, from 1 */
    public record Finding(long row, String column, String kind) {}

    public NoticeText(NoticeSettings settings) {
        this.settings = settings;
        look(0, "title", settings.title(), false);
        look(0, "contact", settings.contact(), false);
    }

    /** @param cells of the columns {@link NoticeSettings#wanted} */
    public void add(List<String> cells) {
        long row = rows.size() + 1;
        List<String> line = new ArrayList<>();
        line.add(Masked.name(cells.get(0)));
        line.add(look(row, NoticeSettings.GROUP, cells.get(1).strip(), true));
        line.add(look(row, NoticeSettings.RESULT,
                settings.results().getOrDefault(cells.get(2), cells.get(2)).strip(), true));
        if (settings.reasons()) {
            Optional<ReasonClass> reason = ReasonClass.of(cells.get(3));
            if (reason.isEmpty()) {
                findings.add(new Finding(row, NoticeSettings.REASON, "unknown-cause"));
            }
            line.add(reason.orElse(ReasonClass.OTHER).zh());
        }
        look(row, NoticeSettings.NAME, line.get(0), true);
        line.addAll(List.of(settings.contact(), settings.from().toString(), settings.until().toString(),
                settings.removeOn().toString()));
        rows.add(line);
    }

    private String look(long row, String column, String text, boolean brief) {
        Scanner.kinds(text).forEach(kind -> findings.add(new Finding(row, column, kind.word())));
        if (PRIVATE.matcher(text).find()) {
            findings.add(new Finding(row, column, "private-matter"));
        }
        if (brief && text.length() > LONGEST) {
            findings.add(new Finding(row, column, "too-long"));
        }
        return text;
    }

    /** What keeps it from going out. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("name", "group", "result"));
        if (settings.reasons()) {
            header.add("reason");
        }
        header.addAll(List.of("contact", "from", "until", "remove_on"));
        return header;
    }

    public List<List<String>> rows() {
        return List.copyOf(rows);
    }

    /** A page to put up, which says until when it stays. */
    public String page() {
        Html page = new Html(settings.title(), "Public notice");
        page.says("", "公示期：" + settings.from() + " 至 " + settings.until() + "。异议请联系：" + settings.contact() + "。",
                "Objections from " + settings.from() + " to " + settings.until() + ".");
        List<String> head = new ArrayList<>(List.of("姓名|Name", "村组|Group", "结果|Result"));
        if (settings.reasons()) {
            head.add("原因类别|Reason");
        }
        page.table(head, rows.stream().map(row -> row.subList(0, head.size())).toList());
        page.says("", "本公示须于 " + settings.removeOn() + " 撤除并删除。",
                "To be taken down and deleted on " + settings.removeOn() + ".");
        return page.done().replace("<title>",
                "<meta name=\"remove-on\" content=\"" + settings.removeOn() + "\"><title>");
    }
}
