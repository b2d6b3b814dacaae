package io.stillwater.local.supervisor;

import io.stillwater.local.Parts;
import io.stillwater.local.StackException;
import io.stillwater.local.state.PartState;
import io.stillwater.local.state.StackDirectory;
import io.stillwater.local.state.StackState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/**
 * The ports of a stack. They lie below the range from which systems take the local ports of
 * outgoing connections: none of those may sit on the port of a service that is on its way back.
 */
final class StackPorts {
  private static final int FIRST = 20_000;
  private static final int END = 32_000;
  private static final int PER_STACK = 10;

  private StackPorts() {}

  /** The ports of the stack's last run, each replaced that another program has taken since. */
  static Map<String, PartState> choose(StackDirectory directory, StackState before) {
    // Stacks in different folders start their search apart, so that two at once do not collide.
    int candidate =
        FIRST + Math.floorMod(directory.root().hashCode(), (END - FIRST) / PER_STACK) * PER_STACK;
    Map<String, PartState> parts = new HashMap<>();
    for (String name : Parts.ALL) {
      PartState last = before.parts().get(name);
      if (last != null && isFree(last.port())) {
        parts.put(name, PartState.stopped(last.port()));
      } else {
        int port = nextFree(candidate);
        parts.put(name, PartState.stopped(port));
        candidate = port + 1;
      }
    }
    return parts;
  }

  private static int nextFree(int from) {
    for (int offset = 0; offset < END - FIRST; offset++) {
      int port = FIRST + (from - FIRST + offset) % (END - FIRST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new StackException("No free port between " + FIRST + " and " + END);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
