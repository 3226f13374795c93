package org.ruhu.server.door;

import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/** One line a request: method, path without its query, status, bytes out. */
public final class AccessLog implements RequestLog {

    private static final Logger LOG = Logger.getLogger("org.ruhu.server.access");
    private static final int LONGEST_PATH = 200;

    @Override
    public void log(Request request, Response response) {
        String path = String.valueOf(request.getHttpURI().getPath());
        String safe = path.substring(0, Math.min(path.length(), LONGEST_PATH)).replaceAll("[^!-~]", "?");
        String method = HttpMethod.fromString(request.getMethod()) == null ? "?" : request.getMethod();
        long bytes = Response.getContentBytesWritten(response);
        LOG.info(() -> "%s %s %d %d".formatted(method, safe, response.getStatus(), bytes));
    }
}
