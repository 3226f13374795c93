package org.ruhu.server;

import picocli.CommandLine;

/** The command {@code ruhu-server}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    /** Exit codes: 0 done, 1 findings, 2 could not run. */
    static CommandLine command() {
        CommandLine command = new CommandLine(new ServeCommand());
        command.addSubcommand(new CheckCommand());
        command.addSubcommand(new AccountCommand());
        command.addSubcommand("serve", new ServeCommand());
        command.setExecutionExceptionHandler((thrown, line, parsed) -> {
            line.getErr().println("ruhu-server: " + thrown.getMessage());
            return CommandLine.ExitCode.USAGE;
        });
        return command;
    }
}
