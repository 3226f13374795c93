package org.ruhu.tools.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.ruhu.tools.load.Wire.Reply;
import org.ruhu.tools.load.Wire.Request;

/** How submissions travel. */
enum Route {

    /** One at a time, as a tablet with a network. */
    PUT {
        @Override
        byte[] body(Stock stock, Parcel parcel) {
            return stock.body(parcel.items().get(0));
        }

        @Override
        Request request(String token, Parcel parcel, byte[] body) {
            Stock.Item item = parcel.items().get(0);
            String path = "/api/submissions/" + item.submission() + "/revisions/" + item.number();
            return new Request("PUT", path, token, "application/json", false, body);
        }

        @Override
        List<Answer> answers(Parcel parcel, Reply reply) {
            return List.of(answer(reply.status(), parsed(reply.body())));
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
        Request request(String token, Parcel parcel, byte[] body) {
            return new Request("POST", "/api/sync", token, "application/x-ndjson", true, body);
        }

        @Override
        List<Answer> answers(Parcel parcel, Reply reply) {
            if (reply.status() != 200) {
                Answer same = answer(reply.status(), parsed(reply.body()));
                return Collections.nCopies(parcel.items().size(), same);
            }
            List<Answer> answers = new ArrayList<>(Collections.nCopies(parcel.items().size(), Answer.NONE));
            new String(reply.body(), StandardCharsets.UTF_8).lines().forEach(line -> {
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

    abstract Request request(String token, Parcel parcel, byte[] body);

    /** One for each item of the parcel. */
    abstract List<Answer> answers(Parcel parcel, Reply reply);

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
