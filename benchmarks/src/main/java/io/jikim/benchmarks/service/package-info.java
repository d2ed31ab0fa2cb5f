/// The two small services that a benchmark runs: one tells facts, one hears them.
@NullMarked
package io.jikim.benchmarks.service;

import org.jspecify.annotations.NullMarked;
