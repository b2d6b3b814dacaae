package io.stillwater.cli.demo.traffic;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Somebody who does the same thing again and again, in a thread of its own, until told to stop. */
abstract class Looping implements AutoCloseable {
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private final long pauseMillis;

  Looping(String name, long pauseMillis) {
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
    this.pauseMillis = pauseMillis;
  }

  abstract void turn();

  /** After the last turn, in the same thread. */
  abstract void end();

  void start() {
    thread.start();
  }

  /** Returns after the turn that was under way. */
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!stop.await(pauseMillis, TimeUnit.MILLISECONDS)) {
        turn();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end();
    }
  }
}
