package io.stillwater.catalogs.hive;

import io.trino.hive.thrift.metastore.ThriftHiveMetastore;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.apache.thrift.TConfiguration;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.transport.TSocket;
import org.apache.thrift.transport.TTransport;
import org.apache.thrift.transport.TTransportException;

/** A plain Thrift socket to the first metastore of several that answers. Not thread-safe. */
final class MetastoreConnection implements AutoCloseable {
  private static final int PORT = 9083;
  private static final int CONNECT_MILLIS = 10_000;
  private static final int ANSWER_MILLIS = 60_000;

  private final List<URI> addresses;
  private TTransport transport;
  private ThriftHiveMetastore.Client client;

  /**
   * @throws IllegalArgumentException when an address is none of a metastore
   */
  MetastoreConnection(String catalog, String addresses) {
    this.addresses =
        Arrays.stream(addresses.split(",")).map(text -> address(catalog, text.strip())).toList();
  }

  String addresses() {
    return String.join(",", addresses.stream().map(URI::toString).toList());
  }

  ThriftHiveMetastore.Client client() throws TTransportException {
    TTransportException last = null;
    for (URI address : client == null ? addresses : List.<URI>of()) {
      try {
        open(address);
        break;
      } catch (TTransportException e) {
        last = e;
      }
    }
    if (client == null) {
      throw last;
    }
    return client;
  }

  @Override
  public void close() {
    if (transport != null) {
      transport.close();
    }
    transport = null;
    client = null;
  }

  private void open(URI address) throws TTransportException {
    int port = address.getPort() < 0 ? PORT : address.getPort();
    TSocket socket =
        new TSocket(new TConfiguration(), address.getHost(), port, ANSWER_MILLIS, CONNECT_MILLIS);
    socket.open();
    transport = socket;
    client = new ThriftHiveMetastore.Client(new TBinaryProtocol(socket));
  }

  private static URI address(String catalog, String text) {
    URI address = URI.create(text);
    if (!"thrift".equals(address.getScheme()) || address.getHost() == null) {
      throw new IllegalArgumentException(
          "Catalog %s: '%s' is no metastore's address; write thrift://host:%d"
              .formatted(catalog, text, PORT));
    }
    return address;
  }
}
