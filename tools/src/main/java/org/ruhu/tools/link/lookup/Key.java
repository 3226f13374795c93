package org.ruhu.tools.link.lookup;

import java.util.List;
import java.util.function.UnaryOperator;
import org.ruhu.tools.link.clean.Cleaner;
import org.ruhu.tools.link.clean.Cleaners;
import org.ruhu.tools.link.table.Codes;
import org.ruhu.tools.link.table.Dictionary;

/** What a rule looks at: a field, or what is left of its values when they are cleaned further. */
final class Key {

    private final Field field;
    private final boolean whole;
    private final Cleaner cleaner;
    private final Dictionary cleaned = new Dictionary();
    /** By code of the field's value; the field may have more by now. */
    private final Codes codes = new Codes();

    Key(Field field, List<String> clean) {
        this.field = field;
        this.whole = clean.isEmpty();
        this.cleaner = Cleaners.chain(clean);
    }

    /** 0 if there is nothing to look at. */
    int code(int row) {
        int value = field.code(row);
        if (whole) {
            return value;
        }
        while (codes.size() <= value) {
            codes.add(cleaned.code(cleaner.clean(field.value(codes.size()))));
        }
        return codes.get(value);
    }

    /** Code of a value that need not be there; 0 if none has it. */
    int find(UnaryOperator<String> values) {
        String value = values.apply(field.name());
        return whole ? field.find(value) : cleaned.find(cleaner.clean(value));
    }
}
