package org.ruhu.tools.dataset.spss;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ruhu.tools.dataset.Coding;
import org.ruhu.tools.dataset.Gap;
import org.ruhu.tools.dataset.NameLimits;
import org.ruhu.tools.dataset.Scratch;
import org.ruhu.tools.dataset.SheetFormat;
import org.ruhu.tools.dataset.Spool;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Variable;

/**
 * System files of SPSS, as the PSPP Developers Guide describes them ("System File Format"): UTF-8, compressed by
 * bytecodes, with labels and user-missing values. What does not apply is system-missing; not stated, does not know and
 * refused are three user-missing numbers with labels.
 *
 * @param language of the labels: zh, en or bo
 * @param scratch  where rows wait
 */
public record SavFormat(String language, Scratch scratch) implements SheetFormat {

    public SavFormat(String language) {
        this(language, Scratch.OF_THE_SYSTEM);
    }

    /** SPSS keeps no longer texts. */
    private static final int LONGEST = 32_767;
    private static final int MOST_DECIMALS = 6;

    @Override
    public String extension() {
        return "sav";
    }

    @Override
    public Sheet open(Table table, OutputStream out) throws IOException {
        return Spool.sheet(table, extension(), scratch, out, (spool, to) -> write(table, spool, new SavOut(to)));
    }

    private void write(Table table, Spool spool, SavOut out) throws IOException {
        List<SavColumn> columns = columns(table, spool);
        new SavDictionary(columns, language).write(table.name(), spool.rows(), out);
        SavCases cases = new SavCases(columns, out, spool.unfit());
        spool.each(cases);
        cases.finish();
    }

    private static List<SavColumn> columns(Table table, Spool spool) {
        List<String> names = NameLimits.SPSS.fit(table.variables().stream().map(Variable::name).toList());
        List<SavColumn> columns = new ArrayList<>(names.size());
        int pieces = 0;
        for (int i = 0; i < names.size(); i++) {
            Variable variable = table.variables().get(i);
            Coding coding = spool.codings().get(i);
            int width = coding.text() ? width(variable, spool.longest(i)) : 0;
            Map<Gap, Double> gaps = UserMissing.of(variable, coding, spool.least(i));
            SavColumn column = new SavColumn(variable, names.get(i), alias(pieces), coding, width,
                    Math.min(MOST_DECIMALS, spool.decimals(i)), gaps);
            columns.add(column);
            pieces += column.pieces();
        }
        return columns;
    }

    /** Room for the longest text there is and for every code there may be, so that all labels have their place. */
    private static int width(Variable variable, int longest) {
        int code = variable.options().stream()
                .mapToInt(option -> option.value().getBytes(StandardCharsets.UTF_8).length).max().orElse(1);
        return Math.min(LONGEST, Math.max(longest, Math.max(1, code)));
    }

    /** Unlike any other: {@code V} and a number. */
    static String alias(int number) {
        return "V" + (number + 1);
    }
}
