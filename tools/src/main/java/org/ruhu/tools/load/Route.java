package org.ruhu.tools.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.ruhu.tools.remote.Remote;

/** How submissions travel. */
enum Route {

    /** One at a time, as a tablet with a network. */
    PUT {
        @Override
        byte[] body(Stock stock, Parcel parcel) {
            return stock.body(parcel.items().get(0));
        }

        @Override
        HttpRequest request(Remote team, Parcel parcel, byte[] body) {
            Stock.Item item = parcel.items().get(0);
            return team.request("/api/submissions/" + item.submission() + "/revisions/" + item.number())
                    .header("Content-Type", "application/json").PUT(BodyPublishers.ofByteArray(body)).build();
        }

        @Override
        List<Answer> answers(Parcel parcel, HttpResponse<byte[]> response) {
            return List.of(answer(response.statusCode(), parsed(response.body())));
        }
    },

    /** Many at once, as a tablet that was off line. */
    SYNC {
        @Override
        byte[] body(Stock stock, Parcel parcel) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
                for (Stock.Item item : parcel.items()) {
                    gzip.write(stock.line(item));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return body.toByteArray();
        }

        @Override
        HttpRequest request(Remote team, Parcel parcel, byte[] body) {
            return team.request("/api/sync").header("Content-Type", "application/x-ndjson")
                    .header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(body)).build();
        }

        @Override
        List<Answer> answers(Parcel parcel, HttpResponse<byte[]> response) {
            if (response.statusCode() != 200) {
                Answer same = answer(response.statusCode(), parsed(response.body()));
                return Collections.nCopies(parcel.items().size(), same);
            }
            List<Answer> answers = new ArrayList<>(Collections.nCopies(parcel.items().size(), Answer.NONE));
            new String(response.body(), StandardCharsets.UTF_8).lines().forEach(line -> {
                JsonNode result = parsed(line.getBytes(StandardCharsets.UTF_8));
                int place = result.path("line").asInt() - 1;
                JsonNode told = result.has("receipt") ? result.path("receipt") : result.path("problem");
                if (place >= 0 && place < answers.size()) {
                    answers.set(place, answer(result.path("status").asInt(), told));
                }
            });
            return answers;
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    abstract byte[] body(Stock stock, Parcel parcel);

    abstract HttpRequest request(Remote team, Parcel parcel, byte[] body);

    /** One for each item of the parcel. */
    abstract List<Answer> answers(Parcel parcel, HttpResponse<byte[]> response);

    static Answer answer(int status, JsonNode told) {
        String type = told.path("type").asText();
        return new Answer(status, type.substring(type.lastIndexOf('/') + 1), told.path("digest").asText());
    }

    static JsonNode parsed(byte[] json) {
        try {
            return JSON.readTree(new String(json, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
