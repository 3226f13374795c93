package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A program somebody else wrote, asked to read what was written here. */
public final class Judge {

    /** Whether a judge that is not there is a failure, or a reason to leave its test out. */
    private static final boolean REQUIRED = System.getenv("RUHU_TEST_JUDGES") != null;

    private Judge() {}

    /**
     * What a script of R says, which prints {@code absent} where R lacks a package it needs: then as where R itself is
     * missing.
     */
    public static String r(Path folder, String... script) throws IOException, InterruptedException {
        String said = says(folder, Stream.concat(Stream.of("Rscript"), Stream.of(script)).toArray(String[]::new));
        assumeTrue(REQUIRED || !said.startsWith("absent"), "R lacks a package");
        return said;
    }

    /**
     * What it says, errors included. Where it is not installed the test is left out, but with {@code RUHU_TEST_JUDGES}
     * set, as {@code tools/test.sh} has it, that is a failure.
     */
    public static String says(Path folder, String... command) throws IOException, InterruptedException {
        assumeTrue(REQUIRED || installed(command[0]), command[0] + " is not installed");
        Path out = Files.createTempFile("judge", ".txt");
        try {
            int code = new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(out.toFile()).start().waitFor();
            String said = Files.readString(out, StandardCharsets.UTF_8);
            assertThat(code).as(said).isZero();
            return said;
        } finally {
            Files.delete(out);
        }
    }

    /** What a script of Python prints; where python3 or pandas is missing as {@link #says}. */
    static String pandas(Path folder, String script) throws IOException, InterruptedException {
        String python = System.getenv().getOrDefault("RUHU_TEST_PYTHON", "python3");
        assumeTrue(REQUIRED || installed(python) && new ProcessBuilder(python, "-c", "import pandas")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0,
                "pandas is not installed");
        return says(folder, python, script);
    }

    private static boolean installed(String program) {
        return program.startsWith("/") || Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** The lines of what it said, blank ones left out. */
    public static List<String> lines(String said) {
        return Arrays.stream(said.split("\\R")).filter(line -> !line.isBlank()).toList();
    }
}
