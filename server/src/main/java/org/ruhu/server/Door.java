package org.ruhu.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.ruhu.server.door.AccessLog;
import org.ruhu.server.door.Headers;
import org.ruhu.server.door.Problems;

/** The network side of the server: one port, its limits, TLS, and the handlers every request passes. */
final class Door implements AutoCloseable {

    private static final int THREADS = 200;
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration QUIET_BEFORE_CLOSING = Duration.ofMillis(100);
    private static final int SLOWEST_BYTES_PER_SECOND = 50;
    private static final String[] PACKED_TYPES = {"application/json", "application/problem+json",
            "application/x-ndjson",
            "text/html", "text/css", "text/javascript", "image/svg+xml", "text/csv", "application/manifest+json"};

    private final Server server = new Server(new QueuedThreadPool(THREADS));
    private final ServerConnector connector;

    Door(Settings settings, Handler inside) {
        HttpConfiguration http = http(settings);
        connector = settings.tls().isPresent()
                ? new ServerConnector(server, certificate(settings.tls().get()), new HttpConnectionFactory(http))
                : new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idle().toMillis());
        connector.setShutdownIdleTimeout(QUIET_BEFORE_CLOSING.toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(settings.maxConnections(), server));
        server.setErrorHandler(new Problems());
        server.setStopTimeout(GRACE.toMillis());
        if (settings.accessLog()) {
            server.setRequestLog(new AccessLog());
        }
        server.setHandler(new GracefulHandler(new Headers(packing(inside))));
    }

    void open() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("the server did not start", e);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Lets requests under way finish, for at most ten seconds. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop in order", e);
        }
    }

    private static HttpConfiguration http(Settings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(settings.headerLimitBytes());
        http.setMinRequestDataRate(SLOWEST_BYTES_PER_SECOND);
        if (settings.behindProxy()) {
            http.addCustomizer(new ForwardedRequestCustomizer());
        }
        if (settings.tls().isPresent()) {
            http.addCustomizer(new SecureRequestCustomizer(false));
        }
        return http;
    }

    private static SslContextFactory.Server certificate(Settings.Tls tls) {
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setKeyStorePath(tls.keystore().toAbsolutePath().toString());
        try {
            ssl.setKeyStorePassword(Files.readAllLines(tls.passwordFile()).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key store's password in " + tls.passwordFile(), e);
        }
        return ssl;
    }

    private static Handler packing(Handler inside) {
        GzipHandler gzip = new GzipHandler();
        gzip.setIncludedMimeTypes(PACKED_TYPES);
        gzip.setHandler(inside);
        return gzip;
    }
}
