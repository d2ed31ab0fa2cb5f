package io.jikim.testkit.architecture.bad.adapter.in.kafka;

public class Listener {}
