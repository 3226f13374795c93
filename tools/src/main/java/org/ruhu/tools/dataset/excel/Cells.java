package org.ruhu.tools.dataset.excel;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ruhu.tools.dataset.Cell;
import org.ruhu.tools.dataset.Unfit;
import org.ruhu.tools.dataset.UnfitCounts;
import org.ruhu.tools.dataset.ValueType;
import org.ruhu.tools.dataset.Variable;

/** How the values of a table stand in a sheet's cells. */
final class Cells {

    /** The longest text of a cell, in UTF-16. */
    static final int LONGEST = 32_767;

    /** Of what Excel shows of a number. */
    private static final int MOST_DIGITS = 15;
    /** Days are counted from 1899-12-30, right from 1900-03-01 on: before it Excel has a day that never was. */
    private static final long DAYS = 25_569;
    private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final BigDecimal A_DAY = BigDecimal.valueOf(86_400_000);
    private static final int DECIMALS = 10;

    private final ValueType[] types;
    private final String[] letters;
    private final UnfitCounts unfit;

    Cells(List<Variable> variables) {
        this(variables.stream().map(Variable::type).toArray(ValueType[]::new),
                new UnfitCounts(variables.stream().map(Variable::name).toList()));
    }

    private Cells(ValueType[] types, UnfitCounts unfit) {
        this.types = types;
        this.letters = new String[types.length];
        Arrays.setAll(letters, Cells::letters);
        this.unfit = unfit;
    }

    /** Cells of a codebook: whatever their values are. */
    static Cells plain(List<String> columns) {
        ValueType[] types = new ValueType[columns.size()];
        Arrays.fill(types, ValueType.NUMBER);
        return new Cells(types, new UnfitCounts(columns));
    }

    /** A, B ... Z, AA ... */
    private static String letters(int column) {
        String last = Character.toString((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    UnfitCounts unfit() {
        return unfit;
    }

    void head(XmlText xml, int column, String name) {
        text(xml.raw("<c r=\"").raw(letters[column]).raw("1\" s=\"").number(Styles.HEAD).raw("\""), column, name);
    }

    void cell(XmlText xml, int row, int column, JsonNode value) {
        xml.raw("<c r=\"").raw(letters[column]).number(row).raw("\"");
        Optional<String> kept = switch (types[column]) {
            case INTEGER, NUMBER -> number(xml, column, value);
            case BOOLEAN -> truth(xml, value);
            case DATE -> day(xml, column, value);
            case DATETIME -> moment(xml, column, value);
            case TEXT, CODE, CODES -> Optional.of(Cell.plain(value));
        };
        kept.ifPresent(text -> text(xml, column, text));
    }

    /** What has to be kept as text instead; empty when the cell is written. */
    private Optional<String> number(XmlText xml, int column, JsonNode value) {
        String plain = Cell.plain(value);
        if (!value.isNumber()) {
            return Optional.of(plain);
        }
        if (!Double.isFinite(value.doubleValue()) || plain.length() > MOST_DIGITS && tooLong(value)) {
            unfit.count(column, Unfit.Why.TEXT_INSTEAD);
            return Optional.of(plain);
        }
        xml.raw("><v>").raw(plain).raw("</v></c>");
        return Optional.empty();
    }

    /** Excel shows 15 digits: of a fraction the others are still there, of a number that counts or names they are not. */
    private static boolean tooLong(JsonNode value) {
        BigDecimal number = value.decimalValue().stripTrailingZeros();
        return number.precision() > MOST_DIGITS && (number.scale() <= 0 || Cell.rounded(value));
    }

    private static Optional<String> truth(XmlText xml, JsonNode value) {
        if (!value.isBoolean()) {
            return Optional.of(Cell.plain(value));
        }
        xml.raw(" t=\"b\"><v>").raw(value.booleanValue() ? "1" : "0").raw("</v></c>");
        return Optional.empty();
    }

    private Optional<String> day(XmlText xml, int column, JsonNode value) {
        String text = Cell.plain(value);
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(FIRST) || day.isAfter(LAST)) {
                unfit.count(column, Unfit.Why.TEXT_INSTEAD);
                return Optional.of(text);
            }
            styled(xml, Styles.DAY, Long.toString(day.toEpochDay() + DAYS));
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of(text);
        }
    }

    private Optional<String> moment(XmlText xml, int column, JsonNode value) {
        String text = Cell.plain(value);
        try {
            Instant moment = OffsetDateTime.parse(text).toInstant();
            long millis = moment.toEpochMilli();
            LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(millis, A_DAY.longValue()));
            if (day.isBefore(FIRST) || day.isAfter(LAST)) {
                unfit.count(column, Unfit.Why.TEXT_INSTEAD);
                return Optional.of(text);
            }
            styled(xml, Styles.MOMENT, BigDecimal.valueOf(millis).divide(A_DAY, DECIMALS, RoundingMode.HALF_UP)
                    .add(BigDecimal.valueOf(DAYS)).toPlainString());
            return Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.of(text);
        }
    }

    private static void styled(XmlText xml, int style, String number) {
        xml.raw(" s=\"").number(style).raw("\"><v>").raw(number).raw("</v></c>");
    }

    /** Inline text is never run, whatever it begins with. */
    private void text(XmlText xml, int column, String text) {
        int end = Math.min(text.length(), LONGEST);
        if (end < text.length()) {
            unfit.count(column, Unfit.Why.CUT);
            end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
        }
        xml.raw(" t=\"inlineStr\"><is><t xml:space=\"preserve\">").escaped(text, end).raw("</t></is></c>");
    }
}
