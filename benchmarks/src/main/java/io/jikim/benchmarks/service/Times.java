package io.jikim.benchmarks.service;

import java.util.Arrays;

/// Times in microseconds, as many as there come.
final class Times {

    private long[] micros = new long[1 << 12];
    private int size;

    synchronized void add(long time) {
        if (size == micros.length) {
            micros = Arrays.copyOf(micros, size * 2);
        }
        micros[size++] = time;
    }

    synchronized int size() {
        return size;
    }

    synchronized long[] all() {
        return Arrays.copyOf(micros, size);
    }
}
