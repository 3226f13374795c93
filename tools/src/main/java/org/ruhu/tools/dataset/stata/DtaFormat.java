package org.ruhu.tools.dataset.stata;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.dataset.Coding;
import org.ruhu.tools.dataset.NameLimits;
import org.ruhu.tools.dataset.Scratch;
import org.ruhu.tools.dataset.SheetFormat;
import org.ruhu.tools.dataset.Spool;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Variable;

/**
 * Data files of Stata 14 and later: format 118, as {@code help dta} describes it, in UTF-8. Labels are there in all
 * languages ({@code label language en}). What was not asked is {@code .}; does not know, refused and not stated are
 * {@code .a}, {@code .b} and {@code .c}, with labels.
 *
 * @param language that labels are shown in at first: zh, en or bo
 * @param scratch  where rows wait
 */
public record DtaFormat(String language, Scratch scratch) implements SheetFormat {

    public DtaFormat(String language) {
        this(language, Scratch.OF_THE_SYSTEM);
    }

    @Override
    public String extension() {
        return "dta";
    }

    @Override
    public Sheet open(Table table, OutputStream out) throws IOException {
        return Spool.sheet(table, extension(), scratch, out, (spool, to) ->
                new DtaWriter(columns(table, spool), language, spool).write(table.name(), new DtaOut(to)));
    }

    private static List<DtaColumn> columns(Table table, Spool spool) {
        List<String> names = NameLimits.STATA.fit(table.variables().stream().map(Variable::name).toList());
        List<DtaColumn> columns = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            Variable variable = table.variables().get(i);
            Coding coding = spool.codings().get(i);
            columns.add(new DtaColumn(i + 1, variable, names.get(i), coding, DtaType.of(coding, spool, i)));
        }
        return columns;
    }
}
