package org.ruhu.tools;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import org.ruhu.tools.remote.Remote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "sign-in", mixinStandardHelpOptions = true,
        description = "Opens a session on a server and keeps its token in a file for the other commands.",
        footer = {"", "The password is the first line of standard input: a command line can be read by others."})
final class SignIn implements Callable<Integer> {

    private final World world;

    @Option(names = "--server", paramLabel = "URL", required = true, description = "such as http://localhost:8080")
    private String server;

    @Option(names = "--account", paramLabel = "NAME", required = true, description = "who signs in")
    private String account;

    @Option(names = "--token-file", paramLabel = "F", required = true,
            description = "file for the token, yours alone to read")
    private Path tokenFile;

    SignIn(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        String password = world.terminal() ? new String(System.console().readPassword("Password: ")) : firstLine();
        String token = Remote.at(server).signIn(account, password);
        keep(token);
        world.err().println("signed in as " + account);
        return 0;
    }

    private String firstLine() throws IOException {
        String line = new BufferedReader(new InputStreamReader(world.in(), StandardCharsets.UTF_8)).readLine();
        if (line == null || line.isEmpty()) {
            throw new CannotRun("give the password as the first line of standard input");
        }
        return line;
    }

    private void keep(String token) throws IOException {
        Files.deleteIfExists(tokenFile);
        if (tokenFile.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(tokenFile,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(tokenFile, token + "\n");
    }
}
