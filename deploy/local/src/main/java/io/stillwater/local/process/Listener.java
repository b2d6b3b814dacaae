package io.stillwater.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Somebody who takes connections on this machine. */
public final class Listener {
  private static final int LIMIT_MILLIS = 2_000;

  private Listener() {}

  /** Whether somebody does on that port; a killed process may look alive and no longer does. */
  public static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
