package org.ruhu.tools.disclosure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lines of a notice: what its template allows, and what of the source may not stand there. */
public final class NoticeText {

    /** Words of what must not be told of a household, whichever column they stand in. */
    private static final Pattern PRIVATE = Pattern.compile("残|病|癌|精神|聋|哑|盲|瘫|智障|痴呆|肝炎|结核|艾滋|包虫|尿毒|透析"
            + "|手术|住院|癫痫|中风|收入|工资|存款|[0-9]\\s*[万千百]?元|[一二三四五六七八九十百千]+[万千百十]?元"
            + "|学校|小学|中学|幼儿园|得分|评分|动力不足|懒|(?<![ཀ-ྼ])ནད(?![ཀ-ྼ])|དབང་པོ་སྐྱོན|ཡོང་འབབ|སློབ་གྲྭ"
            + "|disab|illness|income|school|score|yuan|hiv", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Cf}]+");
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
        String result = settings.results().getOrDefault(cells.get(2), cells.get(2)).strip();
        line.add(look(row, NoticeSettings.RESULT, result, true));
        if (!settings.results().isEmpty() && !settings.results().containsValue(result)) {
            findings.add(new Finding(row, NoticeSettings.RESULT, "unknown-result"));
        }
        if (settings.reasons()) {
            Optional<ReasonClass> reason = ReasonClass.of(cells.get(3));
            if (reason.isEmpty()) {
                findings.add(new Finding(row, NoticeSettings.REASON, "unknown-cause"));
            }
            line.add(reason.orElse(ReasonClass.OTHER).zh());
        }
        look(row, NoticeSettings.NAME, line.get(0), true);
        String name = cells.get(0).strip();
        for (int i = 1; i < line.size(); i++) {
            if (name.codePointCount(0, name.length()) > 1 && line.get(i).contains(name)) {
                findings.add(new Finding(row, header().get(i), "name"));
            }
        }
        line.addAll(List.of(settings.contact(), settings.from().toString(), settings.until().toString(),
                settings.removeOn().toString()));
        rows.add(line);
    }

    private String look(long row, String column, String text, boolean brief) {
        Scanner.kinds(text).forEach(kind -> findings.add(new Finding(row, column, kind.word())));
        String plain = BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        if (PRIVATE.matcher(plain).find()) {
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
        return page.done().replace("<title>", NoticeMark.tag(settings.removeOn()) + "<title>")
                .replace("</body>", NoticeMark.emptied(settings.removeOn()) + "</body>");
    }
}
