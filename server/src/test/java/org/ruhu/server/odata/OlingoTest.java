package org.ruhu.server.odata;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.olingo.client.api.ODataClient;
import org.apache.olingo.client.api.communication.request.retrieve.ODataEntitySetRequest;
import org.apache.olingo.client.api.domain.ClientEntity;
import org.apache.olingo.client.api.domain.ClientEntitySet;
import org.apache.olingo.client.api.uri.URIBuilder;
import org.apache.olingo.client.core.ODataClientFactory;
import org.apache.olingo.client.core.http.BasicAuthHttpClientFactory;
import org.apache.olingo.commons.api.edm.Edm;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.submission.FieldKit;

/** Somebody else's client reads our feeds. */
class OlingoTest extends FieldKit {

    private ODataClient client;
    private String root;

    @BeforeEach
    void signIn() {
        open(Person.STATISTICIAN);
        client = ODataClientFactory.getClient();
        client.getConfiguration().setHttpClientFactory(
                new BasicAuthHttpClientFactory(Person.STATISTICIAN.account(), PASSWORD));
        root = app.uri() + "api/odata/household-census";
        accepted(Person.ZHAXI, interview(UNIT));
        accepted(Person.ZHAXI, interview(SECOND_UNIT));
        accepted(Person.DUOJI, interview(OTHER_TEAMS_UNIT));
    }

    @Test
    void theServiceDocumentAndTheMetadataAreUnderstood() {
        assertThat(client.getRetrieveRequestFactory().getServiceDocumentRequest(root).execute().getBody()
                .getEntitySetNames()).contains("households", "members", "jobs");

        Edm edm = client.getRetrieveRequestFactory().getMetadataRequest(root).execute().getBody();

        EdmEntityType households = edm.getEntityType(new FullQualifiedName("ruhu", "households_row"));
        assertThat(households.getKeyPredicateNames()).containsExactly("submission");
        assertThat(households.getNavigationPropertyNames()).contains("members");
        assertThat(households.getProperty("n_hukou").getType().getName()).isEqualTo("Int64");
        assertThat(households.getProperty("received_at").getType().getName()).isEqualTo("DateTimeOffset");
        EdmEntityType members = edm.getEntityType(new FullQualifiedName("ruhu", "members_row"));
        assertThat(members.getKeyPredicateNames()).containsExactly("submission", "row");
        assertThat(members.getProperty("birth_date").getType().getName()).isEqualTo("Date");
        assertThat(members.getProperty("id_no").getType().getName()).isEqualTo("String");
        assertThat(edm.getEntityContainer().getEntitySet("households").getRelatedBindingTarget("members").getName())
                .isEqualTo("members");
    }

    @Test
    void allPagesTogetherAreAllRows() {
        List<ClientEntity> members = all(uri("members").build(), 2);

        assertThat(members).hasSize(12);
        assertThat(members).extracting(member -> text(member, "submission") + text(member, "row"))
                .doesNotHaveDuplicates();
        assertThat(members).extracting(member -> text(member, "name_zh")).containsOnly("***");
    }

    @Test
    void aQueryIsAnswered() {
        URI query = uri("members").filter("row le 2 and startswith(unit,'" + VILLAGE + "') and birth_date ne null")
                .select("submission", "row", "birth_date").build();
        ClientEntitySet found = request(query, 100).execute().getBody();

        assertThat(found.getEntities()).hasSize(4);
        assertThat(found.getEntities().get(0).getProperties()).hasSize(3);
        assertThat(found.getNext()).isNull();
        assertThat(request(uri("households").count(true).top(1).build(), 100).execute().getBody().getCount())
                .isEqualTo(3);
    }

    @Test
    void membersComeAlongWithTheirHousehold() {
        ClientEntity household = request(uri("households").expand("members").top(1).build(), 100).execute().getBody()
                .getEntities().get(0);

        assertThat(household.getNavigationLink("members").asInlineEntitySet().getEntitySet().getEntities()).hasSize(4);
        URI one = uri("households").appendKeySegment(text(household, "submission")).build();
        assertThat(text(client.getRetrieveRequestFactory().getEntityRequest(one).execute().getBody(), "unit"))
                .isEqualTo(UNIT);
    }

    private URIBuilder uri(String set) {
        return client.newURIBuilder(root).appendEntitySetSegment(set);
    }

    private ODataEntitySetRequest<ClientEntitySet> request(URI uri, int page) {
        ODataEntitySetRequest<ClientEntitySet> request = client.getRetrieveRequestFactory().getEntitySetRequest(uri);
        request.setPrefer("odata.maxpagesize=" + page);
        return request;
    }

    private List<ClientEntity> all(URI first, int page) {
        List<ClientEntity> all = new ArrayList<>();
        for (URI uri = first; uri != null; ) {
            ClientEntitySet some = request(uri, page).execute().getBody();
            assertThat(some.getEntities()).hasSizeLessThanOrEqualTo(page);
            all.addAll(some.getEntities());
            uri = some.getNext();
        }
        return all;
    }

    private static String text(ClientEntity entity, String property) {
        return entity.getProperty(property).getPrimitiveValue().toString();
    }
}
