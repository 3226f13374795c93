package org.ruhu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.ruhu.tools.remote.Remote;
import org.ruhu.tools.simulation.Scribble;

/** What a team's device sends. */
final class DemoDevice {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoDevice() {}

    static void putAttachment(Remote device, Scribble signature) throws IOException {
        HttpResponse<String> answer = send(device, device.request("/api/attachments/" + signature.sha256())
                .header("Content-Type", "image/png").PUT(BodyPublishers.ofByteArray(signature.png())));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("an attachment was refused with " + answer.statusCode());
        }
    }

    /** @return how many lines the server has now */
    static int sync(Remote device, byte[] lines) throws IOException {
        if (lines.length == 0) {
            return 0;
        }
        HttpResponse<String> answer = send(device, device.request("/api/sync")
                .header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofByteArray(lines)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("a sync was refused with " + answer.statusCode());
        }
        int taken = 0;
        for (String line : answer.body().lines().toList()) {
            JsonNode result = JSON.readTree(line);
            // mistakes that make a body unreadable are part of the demo: they lie in quarantine
            taken += result.path("status").asInt() / 100 == 2 ? 1 : 0;
        }
        return taken;
    }

    private static HttpResponse<String> send(Remote device, HttpRequest.Builder request) throws IOException {
        try {
            return device.http().send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
