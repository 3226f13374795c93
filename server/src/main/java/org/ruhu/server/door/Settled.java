package org.ruhu.server.door;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Ends every request that its handler has left. Jersey's container forgets a request whose answer could not be written,
 * because the client had hung up; its connection would stay open for ever and count against the limit.
 */
public final class Settled extends Handler.Wrapper {

    /** @param inside answers before it returns */
    public Settled(Handler inside) {
        super(inside);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Once once = new Once(callback);
        boolean handled = super.handle(request, response, once);
        if (handled && !once.isOver()) {
            once.failed(new IOException("the answer could not be written"));
        }
        return handled;
    }

    private static final class Once implements Callback {

        private final Callback callback;
        private final AtomicBoolean over = new AtomicBoolean();

        Once(Callback callback) {
            this.callback = callback;
        }

        boolean isOver() {
            return over.get();
        }

        @Override
        public void succeeded() {
            if (over.compareAndSet(false, true)) {
                callback.succeeded();
            }
        }

        @Override
        public void failed(Throwable failure) {
            if (over.compareAndSet(false, true)) {
                callback.failed(failure);
            }
        }

        @Override
        public InvocationType getInvocationType() {
            return callback.getInvocationType();
        }
    }
}
