package org.ruhu.server;

import picocli.CommandLine;

/** The command {@code ruhu-server}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new ServeCommand());
        command.setExecutionExceptionHandler((thrown, line, parsed) -> {
            line.getErr().println("ruhu-server: " + thrown.getMessage());
            return 2;
        });
        System.exit(command.execute(arguments));
    }
}
