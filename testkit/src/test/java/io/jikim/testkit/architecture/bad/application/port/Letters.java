package io.jikim.testkit.architecture.bad.application.port;

public class Letters {}
