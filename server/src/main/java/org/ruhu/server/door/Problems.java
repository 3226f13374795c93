package org.ruhu.server.door;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself refuses, such as a damaged request line, as a problem document. */
public final class Problems extends ErrorHandler {

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(Request request, Response response, int code, String message, Throwable cause,
                                    Callback callback) {
        boolean ours = code == HttpStatus.INTERNAL_SERVER_ERROR_500 && cause != null;
        Refusal refusal = ours ? RefusalMapper.broken(cause) : RefusalMapper.ofStatus(code);
        byte[] problem = Json.bytes(refusal.problem().put("status", code));
        if (!response.getHeaders().contains("Content-Security-Policy")) {
            Headers.add(request, response);
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, RefusalMapper.PROBLEM);
        response.write(true, ByteBuffer.wrap(problem), callback);
    }
}
