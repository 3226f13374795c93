package org.ruhu.server.form;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.App;
import org.ruhu.server.Person;
import org.ruhu.server.ServerKit;
import org.ruhu.server.door.Json;
import org.ruhu.tools.CannotRun;

class PublishedTest extends ServerKit {

    @Override
    protected Catalogue catalogue() {
        return with("第一");
    }

    private static Catalogue with(String title) {
        List<FormVersion> forms = new ArrayList<>(Catalogue.bundled().forms());
        forms.add(FormVersion.of(Json.own("""
                {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:ruhu:form:garden:1.0","type":"object",
                 "additionalProperties":false,"properties":{},"x-sections":[],"x-context":{},"x-checks":[]}"""),
                Map.of("zh", Json.object().put("title", title)), Map.of()));
        return Catalogue.of(forms);
    }

    private void startWith(Catalogue catalogue) {
        new App(settings(), store, catalogue, clock()).close();
    }

    @Test
    void whatNobodyWasGivenMayStillChange() {
        assertThatCode(() -> startWith(with("另一个"))).doesNotThrowAnyException();
        assertThatCode(() -> startWith(Catalogue.bundled())).doesNotThrowAnyException();
    }

    @Test
    void aVersionThatWasHandedOutStaysWhatItWasOrTheServerDoesNotStart() {
        get(Person.ZHAXI, "/api/forms/garden/1.0").ok();

        assertThatThrownBy(() -> startWith(with("另一个"))).isInstanceOf(CannotRun.class).hasMessage("the form garden 1.0"
                + " is not the one that was handed out: a published version never changes: make a new version");
        assertThatCode(() -> startWith(with("第一"))).doesNotThrowAnyException();
        assertThatCode(() -> startWith(Catalogue.bundled())).doesNotThrowAnyException();
    }

    @Test
    void aVersionThatACampaignAsksWithDoesNotGoAway() {
        post(Person.ADMINISTRATOR, "/api/campaigns", Json.own("""
                {"id":"gardens","name":{"zh":"园"},"domain":"STAT","form":{"name":"garden","version":"1.0"},
                 "area":"5403","starts":"2026-11-01","ends":"2026-12-20","target":1}""")).ok(201);

        assertThatThrownBy(() -> startWith(Catalogue.bundled()))
                .hasMessage("the form garden 1.0 is in use and not here any more: put it back");
    }
}
