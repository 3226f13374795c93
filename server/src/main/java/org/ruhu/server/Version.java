package org.ruhu.server;

import picocli.CommandLine.IVersionProvider;

/** Which server this is, as its jar says; {@code development} outside a jar. */
final class Version implements IVersionProvider {

    static final String TEXT = text();

    private static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"ruhu-server " + TEXT};
    }
}
