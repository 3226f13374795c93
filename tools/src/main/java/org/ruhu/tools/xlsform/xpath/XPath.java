package org.ruhu.tools.xlsform.xpath;

import java.math.BigDecimal;
import java.util.List;

/** An XPath expression as XLSForm writes it; {@code at} is the position of its first character, from 1. */
public sealed interface XPath {

    int at();

    /** A number as written. */
    record Number(BigDecimal value, int at) implements XPath {}

    /** A text in quotes. */
    record Text(String value, int at) implements XPath {}

    /** One of {@code or and = != < <= > >= + - * div mod}, and what stands on both sides. */
    record Binary(String operator, XPath left, XPath right, int at) implements XPath {}

    record Negative(XPath value, int at) implements XPath {}

    record Call(String function, List<XPath> args, int at) implements XPath {

        public Call {
            args = List.copyOf(args);
        }
    }

    /** A way to nodes: where it starts, and the steps from there. */
    record Path(Start start, List<Step> steps, int at) implements XPath {

        public Path {
            steps = List.copyOf(steps);
        }
    }

    /** {@code name} is that of a question, of a list or of a variable, and empty where there is none. */
    record Start(From from, String name, List<XPath> predicates) {

        public Start {
            predicates = List.copyOf(predicates);
        }
    }

    /** The root of the form, the node itself, the node a filter was called from, a question, an outside list. */
    enum From { ROOT, HERE, CURRENT, QUESTION, LIST }

    /** A name, {@code *}, {@code .} or {@code ..}, with the conditions behind it. */
    record Step(String name, List<XPath> predicates) {

        public Step {
            predicates = List.copyOf(predicates);
        }
    }
}
