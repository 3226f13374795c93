package org.ruhu.tools;

import picocli.CommandLine.IVersionProvider;

final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Ruhu.class.getPackage().getImplementationVersion();
        return new String[] {"ruhu " + (version == null ? "(not packaged)" : version)};
    }
}
