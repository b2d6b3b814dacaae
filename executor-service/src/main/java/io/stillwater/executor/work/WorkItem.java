package io.stillwater.executor.work;

/** What is worked on; the two stand in its row. */
public record WorkItem(WorkKind kind, String id) {
  @Override
  public String toString() {
    return kind + " " + id;
  }
}
