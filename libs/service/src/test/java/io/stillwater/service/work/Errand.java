package io.stillwater.service.work;

/** What the sample service works on. */
record Errand(String place, int number) {}
