package org.ruhu.server.door;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends a request to the resources or to the pages, by its path. */
public final class Fork extends Handler.Sequence {

    private final Handler api;
    private final Handler pages;

    public Fork(Handler api, Handler pages) {
        super(api, pages);
        this.api = api;
        this.pages = pages;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        boolean forApi = path.startsWith("/api/") || path.equals("/api") || path.equals("/health")
                || path.equals("/openapi.json");
        return (forApi ? api : pages).handle(request, response, callback);
    }
}
