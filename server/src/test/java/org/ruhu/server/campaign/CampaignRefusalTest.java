package org.ruhu.server.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.server.Person;
import org.ruhu.server.SharedServerKit;
import org.ruhu.server.door.Json;

class CampaignRefusalTest extends SharedServerKit {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "id|\"X\"|422|unreadable-body", "id|7|422|unreadable-body", "domain|\"BOTH\"|422|unreadable-body",
            "area|\"Tibet\"|422|unreadable-body", "starts|\"2026-02-30\"|422|unreadable-body",
            "ends|\"2026-10-01\"|422|unreadable-body", "target|2|422|unreadable-body",
                    "target|\"1\"|422|unreadable-body",
            "name|{}|422|unreadable-body", "name|{\"fr\":\"x\"}|422|unreadable-body",
            "context|{\"a\":[]}|422|unreadable-body",
            "context|{\"ref_date\":\"2026-02-30\"}|422|unreadable-body",
            "context|{\"poverty_line\":\"4000\"}|422|unreadable-body", "colour|\"red\"|422|unreadable-body",
            "form|{\"name\":\"nothing\",\"version\":\"1.0\"}|422|unknown-form",
            "form|{\"name\":\"../x\",\"version\":\"1.0\"}|422|unreadable-body"})
    void whatIsNotACampaignIsRefusedWithTheReason(String member, String value, int status, String kind) {
        ObjectNode wrong = CampaignTest.check();
        wrong.set(member, Json.read(value.getBytes()));
        post(Person.ADMINISTRATOR, "/api/campaigns", wrong).refused(status, kind);
    }
}
