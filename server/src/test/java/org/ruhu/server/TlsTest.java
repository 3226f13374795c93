package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;

class TlsTest extends ServerKit {

    private static final String KEYSTORE_PASSWORD = "only for this test";

    @Override
    protected Map<String, String> changedSettings() {
        Path keystore = data.resolve("tls.p12");
        if (Files.notExists(keystore)) {
            makeCertificate(keystore);
        }
        return Map.of("tls_keystore", keystore.toString(), "tls_password_file", data.resolve("tls.password")
                .toString());
    }

    private void makeCertificate(Path keystore) {
        try {
            Files.writeString(data.resolve("tls.password"), KEYSTORE_PASSWORD + "\n");
            Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair", "-keyalg", "EC", "-alias", "ruhu", "-dname", "CN=127.0.0.1", "-validity", "1",
                    "-storetype", "PKCS12", "-keystore", keystore.toString(), "-storepass", KEYSTORE_PASSWORD)
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            assertThat(keytool.waitFor()).isZero();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void withACertificateEverythingIsToldToStayOnTls() throws Exception {
        app.staff().open("zhuoma", "卓玛", Optional.empty(), Optional.of(PASSWORD),
                List.of(Grant.of(Role.AUDITOR, "", Grant.EVERY)));
        assertThat(app.uri().getScheme()).isEqualTo("https");
        HttpRequest signIn = HttpRequest.newBuilder(app.uri().resolve("api/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(Map.of("account", "zhuoma", "password",
                        PASSWORD)))).build();
        HttpResponse<String> answer = HttpClient.newBuilder().sslContext(trustingEverybody()).build()
                .send(signIn, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
    }

    @Test
    void plainHttpOnThePortIsNotAnswered() {
        URI plain = URI.create(app.uri().toString().replace("https", "http"));
        assertThat(RawRequest.answer(plain, "GET /health HTTP/1.1\r\nHost: a\r\n\r\n")).doesNotContain("200 OK")
                .doesNotContain("up");
    }

    private static SSLContext trustingEverybody() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
        return context;
    }

    private static final class Trusting extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
