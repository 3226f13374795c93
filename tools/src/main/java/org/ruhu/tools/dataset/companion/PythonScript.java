package org.ruhu.tools.dataset.companion;

import java.util.Set;

/** {@code import.py}, which takes what it has to know from {@code datapackage.json}. */
final class PythonScript implements Companion {

    private static final Set<String> READ = Set.of("csv", "ndjson", "sav", "dta", "parquet", "xlsx", "sqlite", "gpkg");

    @Override
    public String file() {
        return "import.py";
    }

    @Override
    public String text(Output output) {
        return READ.contains(output.extension())
                ? Templates.read("import.py").replace("$language", output.language()) : "";
    }
}
