package io.stillwater.monitor.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Samples of one series that came in one event, column by column. */
@Entity
@Table(name = "sample_chunk")
public class SampleChunkRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String environment;
  String component;
  String metric;
  String unit;
  String labels;
  int size;

  @Column(name = "until_at")
  Instant untilAt;

  @Column(name = "at_millis")
  long[] atMillis;

  double[] amounts;
  short[] outcomes;

  protected SampleChunkRow() {}

  SampleChunkRow(Series series, int size) {
    this.environment = Storable.text(series.environment());
    this.component = Storable.text(series.component());
    this.metric = Storable.text(series.metric());
    this.unit = Storable.text(series.unit());
    this.labels = series.labelsAsJson();
    this.size = size;
    this.atMillis = new long[size];
    this.amounts = new double[size];
    this.outcomes = new short[size];
  }
}
