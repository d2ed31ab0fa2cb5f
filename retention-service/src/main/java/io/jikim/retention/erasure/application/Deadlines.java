package io.jikim.retention.erasure.application;

import java.time.Duration;

/// How long a case may take, and how long a silent worker is trusted.
///
/// @param erasure from opening to the last answer: "without delay" is five days (Standard Guideline
///   on PIPA Art. 10)
/// @param recheck after which a young case is looked at again if the work on it broke off
public record Deadlines(Duration erasure, Duration recheck) {}
