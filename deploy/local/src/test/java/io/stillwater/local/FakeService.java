package io.stillwater.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;

/** Stands for a packaged service: is ready on the port that its environment names. */
public final class FakeService {
  private FakeService() {}

  /**
   * @param args not used
   */
  public static void main(String[] args) throws IOException {
    Map<String, String> environment = System.getenv();
    int port = Integer.parseInt(environment.get("QUARKUS_HTTP_PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(environment.get("QUARKUS_HTTP_HOST"), port), 10);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }
}
