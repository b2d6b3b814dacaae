package io.stillwater.planner.evidence.store;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Rows that this replica has committed lately, each with the minute or day it was written for: the
 * same dashboards ask the same every second, and once a minute says all but the number. Forgets
 * when it has to, which costs a write and nothing else.
 */
@ApplicationScoped
public class RecentRows {
  private static final int SLOTS = 1 << 18;

  private final long[] ids = new long[SLOTS];
  private final int[] stamps = new int[SLOTS];

  synchronized boolean has(long id, int stamp) {
    int slot = slot(id);
    return ids[slot] == id && stamps[slot] == stamp;
  }

  synchronized void put(long id, int stamp) {
    int slot = slot(id);
    ids[slot] = id;
    stamps[slot] = stamp;
  }

  private static int slot(long id) {
    return (int) (id & (SLOTS - 1));
  }
}
