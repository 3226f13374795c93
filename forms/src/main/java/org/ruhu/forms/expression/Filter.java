package org.ruhu.forms.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ruhu.forms.expression.Expression.At;
import org.ruhu.forms.expression.Expression.Call;
import org.ruhu.forms.expression.Expression.Column;
import org.ruhu.forms.expression.Expression.Quantified;

/**
 * Which options are on offer. Where the filter demands that a column equals something that is the same for all
 * options, only the options with that text are looked at.
 */
public final class Filter implements Offer {

    private final Options options;
    private final Formula whole;
    private final List<Pick> picks = new ArrayList<>();

    private record Pick(String column, Formula text) {}

    /** @param expression a boolean, as parsed in this scope, which has the options */
    public Filter(Expression expression, Scope scope) {
        this.options = scope.options().orElseThrow();
        this.whole = Compiler.compile(expression, scope);
        collect(expression, scope);
    }

    private void collect(Expression expression, Scope scope) {
        if (!(expression instanceof Call call)) {
            return;
        }
        if (call.function().equals("and")) {
            call.args().forEach(arg -> collect(arg, scope));
        } else if (call.function().equals("==")) {
            pick(call.args().get(0), call.args().get(1), scope);
            pick(call.args().get(1), call.args().get(0), scope);
        }
    }

    private void pick(Expression column, Expression other, Scope scope) {
        if (column instanceof Column asked && !looksAtOption(other)) {
            picks.add(new Pick(asked.name(), Compiler.compile(other, scope)));
        }
    }

    private static boolean looksAtOption(Expression expression) {
        if (expression instanceof Call call) {
            return call.args().stream().anyMatch(Filter::looksAtOption);
        }
        if (expression instanceof At at) {
            return looksAtOption(at.index()) || looksAtOption(at.lambda().body());
        }
        return expression instanceof Column || expression instanceof Quantified quantified
                && quantified.lambda().filter(lambda -> looksAtOption(lambda.body())).isPresent();
    }

    @Override
    public boolean offers(String code, Frame frame, Row of) {
        int position = options.position(code);
        return position >= 0 && lets(position, frame, of);
    }

    @Override
    public List<String> offered(Frame frame, Row of) {
        return IntStream.of(candidates(frame, of)).filter(position -> lets(position, frame, of))
                .mapToObj(options::code).toList();
    }

    private boolean lets(int position, Frame frame, Row of) {
        return Boolean.TRUE.equals(frame.value(whole, of, position));
    }

    private int[] candidates(Frame frame, Row of) {
        int[] fewest = null;
        for (Pick pick : picks) {
            Object text = frame.value(pick.text(), of);
            int[] found = text == null ? new int[0] : options.positions(pick.column(), (String) text);
            fewest = fewest == null || found.length < fewest.length ? found : fewest;
        }
        return fewest == null ? IntStream.range(0, options.size()).toArray() : fewest;
    }
}
