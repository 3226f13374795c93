package org.ruhu.server.door;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Ends every request that its handler has left. Jersey's container forgets a request whose answer could not be written,
 * because the client had hung up; its connection would stay open for ever and count against the limit.
 * What is left of a body that nobody wanted, as after a refusal, is read away before the request ends: a connection with
 * unread bytes is closed under the answer, and a client on a bad line would not see why it was refused.
 */
public final class Settled extends Handler.Wrapper {

    /** A longer body is not waited for: its connection is closed. */
    private static final long LONGEST_READ_AWAY = 32L << 20;

    /** @param inside answers before it returns */
    public Settled(Handler inside) {
        super(inside);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Once once = new Once(request, callback);
        boolean handled = super.handle(request, response, once);
        if (handled && !once.isOver()) {
            once.failed(new IOException("the answer could not be written"));
        }
        return handled;
    }

    private static final class Once implements Callback {

        private final Request request;
        private final Callback callback;
        private final AtomicBoolean over = new AtomicBoolean();

        Once(Request request, Callback callback) {
            this.request = request;
            this.callback = callback;
        }

        boolean isOver() {
            return over.get();
        }

        @Override
        public void succeeded() {
            if (over.compareAndSet(false, true)) {
                readAway();
                callback.succeeded();
            }
        }

        @Override
        public void failed(Throwable failure) {
            if (over.compareAndSet(false, true)) {
                callback.failed(failure);
            }
        }

        private void readAway() {
            if (request.getLength() > LONGEST_READ_AWAY) {
                return;
            }
            try {
                Content.Source.asInputStream(request).skip(LONGEST_READ_AWAY);
            } catch (IOException gone) {
                // whoever sent it will not miss the end of the connection
            }
        }

        @Override
        public InvocationType getInvocationType() {
            return callback.getInvocationType();
        }
    }
}
