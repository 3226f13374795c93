package org.ruhu.tools.form;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The verbs for those who write questionnaires. */
@Command(name = "form", mixinStandardHelpOptions = true,
        description = "Keeps questionnaires right: finds their mistakes, compares versions, prints them.",
        subcommands = {LintCommand.class, DiffCommand.class, ShowCommand.class, SchemaCommand.class,
            XlsFormCommand.class, CommandLine.HelpCommand.class},
        footer = {"", "A form is the folder that holds its form.json, or NAME VERSION of a bundled one."})
public final class FormCommand {}
