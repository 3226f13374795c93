package org.ruhu.tools.xlsform;

import java.io.InputStream;
import java.io.OutputStream;
import org.javarosa.core.reference.PrefixedRootFactory;
import org.javarosa.core.reference.Reference;

/** Where JavaRosa finds the lists that lie beside a form: among the fixtures. */
final class FilesBeside extends PrefixedRootFactory {

    FilesBeside() {
        super(new String[] {"file-csv"});
    }

    @Override
    protected Reference factory(String terminal, String uri) {
        return new File(terminal);
    }

    private record File(String name) implements Reference {

        @Override
        public boolean doesBinaryExist() {
            return true;
        }

        @Override
        public InputStream getStream() {
            return FilesBeside.class.getResourceAsStream("/xlsforms/" + name);
        }

        @Override
        public String getURI() {
            return "jr://file-csv/" + name;
        }

        @Override
        public String getLocalURI() {
            return FilesBeside.class.getResource("/xlsforms/" + name).getPath();
        }

        @Override
        public boolean isReadOnly() {
            return true;
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException("fixtures are not written");
        }

        @Override
        public void remove() {
            throw new UnsupportedOperationException("fixtures stay");
        }

        @Override
        public Reference[] probeAlternativeReferences() {
            return new Reference[0];
        }
    }
}
