package org.romdoul.start;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code romdoul}: every command by name. */
@Command(
        name = "romdoul",
        description = "One shared record, from the first tip to a restored life and a final judgment.",
        header = {
            "Try it:    romdoul demo",
            "Serve it:  romdoul serve --db postgresql://db.example/romdoul",
            "Is it all right here?  romdoul check",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:wrong use",
            "3:the configuration does not fit",
            "4:the database does not answer",
            "5:partly done",
            "130:interrupted"
        },
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            MigrateCommand.class,
            ImportCommand.class,
            AuditCommand.class,
            BundleCommand.class,
            VerifyCommand.class,
            WitnessCommand.class,
            LogCommand.class,
            EstimateCommand.class,
            ExhibitCommand.class,
            SweepCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CheckCommand.class,
            UserCommand.class,
            RolesCommand.class,
            ConfigCommand.class,
            VersionCommand.class,
            HelpCommand.class
        })
final class RomdoulCommand {}
