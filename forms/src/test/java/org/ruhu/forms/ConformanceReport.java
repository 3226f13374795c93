package org.ruhu.forms;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code forms/CONFORMANCE.md}: which keywords of JSON Schema a form may use, and what stands behind that. */
final class ConformanceReport {

    static final Path FILE = Path.of("CONFORMANCE.md");

    private static final Map<String, String> WORDS = Map.of("array", "lists", "boolean", "yes or no",
            "integer", "whole numbers", "number", "numbers", "object", "the form and its rows", "string", "texts");

    private final Keywords keywords = new Keywords();
    private final List<Suite.Case> judged = Suite.cases().stream().filter(one -> keywords.cover(one.schema())).toList();

    public static void main(String[] arguments) {
        System.out.print(new ConformanceReport().text());
    }

    /** The cases whose schemas say nothing beyond what a form may say. */
    List<Suite.Case> judged() {
        return judged;
    }

    String text() {
        return """
                # What of JSON Schema a form may use

                The JSON-Schema-Test-Suite (draft2020-12, in `src/test/resources/json-schema-test-suite`), and cases of
                our own written like it (`src/test/resources/conformance`), run through three judges: ours in Java
                (`Shape`), ours in the browser (`server/web/runtime/shape.ts`), and json-schema-validator beside them.
                A case is judged when its schema says nothing beyond the keywords of `src/main/resources/meta/keywords.json`.
                On all %d of those cases the three agree with the suite, or the tests fail. What is not on that list is
                refused by the meta-schema and by `ruhu form lint`.

                `ConformanceTest` fails when this page is not what it finds; it is printed by

                    mvn -q -pl forms test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.ruhu.forms.ConformanceReport

                | keyword | a form may use it on | cases in the suite's file about it | of these judged | judged in all |
                |---|---|---|---|---|
                %s
                | format | a form may use it | cases in the suite's file about it | of these judged |
                |---|---|---|---|
                %s
                What of a usable keyword's own file is not judged stands beside keywords that a form may not use
                (`prefixItems`, `$ref`, `required`, patterns that are not portable), or has a schema that is just `true`
                or `false`. `format.json` wants formats that only describe; in a form they decide, as the files of the
                second table expect. Numbers are the doubles that JSON carries: a limit of 120 takes
                120.00000000000000001, in both of ours.
                """.formatted(judged.size(), table(), formats());
    }

    private String table() {
        Set<String> names = new TreeSet<>(Suite.names(""));
        names.add("format");
        names.remove("infinite-loop-detection");
        return names.stream().map(this::row).collect(Collectors.joining());
    }

    private String row(String name) {
        List<Suite.Case> own = Suite.about(name + ".json");
        boolean usable = keywords.all().contains(name);
        long inAll = judged.stream().filter(one -> one.keywords().contains(name)).count();
        return "| `" + name + "` | " + (usable ? on(name) : "") + " | " + own.size() + " | "
                + (usable ? judgedOf(own) : "") + " | " + (usable ? inAll : "") + " |\n";
    }

    private String on(String name) {
        return name.equals("type") ? "everything" : keywords.types().stream()
                .filter(type -> keywords.on(type).contains(name)).map(WORDS::get).collect(Collectors.joining(", "));
    }

    private String formats() {
        return Suite.names("optional/format").stream().map(name -> {
            List<Suite.Case> own = Suite.about("optional/format/" + name + ".json");
            boolean usable = keywords.formats().contains(name);
            return "| `" + name + "` | " + (usable ? "yes" : "") + " | " + own.size() + " | "
                    + (usable ? judgedOf(own) : "") + " |\n";
        }).collect(Collectors.joining());
    }

    private long judgedOf(List<Suite.Case> own) {
        return own.stream().filter(judged::contains).count();
    }
}
