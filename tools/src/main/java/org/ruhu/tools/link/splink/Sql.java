package org.ruhu.tools.link.splink;

import java.util.List;

/** An SQL expression, as far as conditions of two records need it. */
sealed interface Sql {

    /** @param table {@code l} or {@code r} if it was written so, else empty */
    record Name(String table, String column) implements Sql {}

    record Text(String text) implements Sql {}

    record Number(double value) implements Sql {}

    /** @param name in small letters */
    record Call(String name, List<Sql> arguments) implements Sql {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** @param sign {@code and or = <> < <= > >= + - * / ||} */
    record Binary(String sign, Sql left, Sql right) implements Sql {}

    record Not(Sql what) implements Sql {}

    record IsNull(Sql what) implements Sql {}
}
