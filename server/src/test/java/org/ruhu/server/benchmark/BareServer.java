package org.ruhu.server.benchmark;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.jetty.JettyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.ruhu.server.door.Json;

/** The least a server of our kind can do with an interview: take it in over HTTP and parse it. */
public final class BareServer {

    private BareServer() {}

    /** Answers with how many members the body has. */
    @Path("/")
    public static final class Parsing {

        @PUT
        @Path("{any: .*}")
        @Consumes(MediaType.APPLICATION_JSON)
        @Produces(MediaType.APPLICATION_JSON)
        public byte[] put(InputStream body) throws IOException {
            return Json.bytes(Map.of("members", Json.read(body.readAllBytes()).size()));
        }
    }

    public static void main(String[] arguments) throws Exception {
        ResourceConfig config = new ResourceConfig().addProperties(Map.of(
                CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
                CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true, ServerProperties.WADL_FEATURE_DISABLE, true));
        Handler handler = ContainerFactory.createContainer(JettyHttpContainer.class, config.register(new Parsing()));
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(handler);
        server.start();
        System.out.println("Ready: http://127.0.0.1:" + connector.getLocalPort() + "/");
        server.join();
    }
}
