package io.stillwater.cli.demo.run;

import io.stillwater.cli.Console;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The demo's output: plain lines, and on a terminal a last line that keeps changing. */
public final class Screen implements AutoCloseable {
  private static final String CLEAR_LINE = "\r\u001b[2K";
  private static final long REFRESH_MILLIS = 250;

  private final Console console;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile Supplier<String> live = () -> "";
  private final Thread refresh = new Thread(this::refresh, "screen");

  public Screen(Console console) {
    this.console = console;
    refresh.setDaemon(true);
    if (console.interactive()) {
      refresh.start();
    }
  }

  public synchronized void line(String text) {
    if (console.interactive()) {
      console.out().print(CLEAR_LINE);
    }
    console.out().println(text);
  }

  /** What the changing line shows from now on; nothing where the output is no terminal. */
  public void live(Supplier<String> text) {
    live = text;
  }

  @Override
  public void close() {
    stop.countDown();
    if (console.interactive()) {
      console.out().print(CLEAR_LINE);
    }
  }

  private void refresh() {
    try {
      while (!stop.await(REFRESH_MILLIS, TimeUnit.MILLISECONDS)) {
        draw();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void draw() {
    console.out().print(CLEAR_LINE + live.get());
    console.out().flush();
  }
}
