package io.stillwater.messaging.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where the relay gets its connection: not from the pool, which may hand out or reset it. */
record RelayDatabase(String url, String user, String password) {
  private static final String SOCKET_TIMEOUT_SECONDS = "30";

  /** The server drops the lock of a leader that vanished without a word after about 11 s. */
  private static final String KEEP_ALIVE =
      "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "stillwater-outbox-relay");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("options", KEEP_ALIVE);
    return DriverManager.getConnection(url, properties);
  }

  @Override
  public String toString() {
    return url;
  }
}
