package io.jikim.testkit.architecture.bad.util;

class OrderHelper {}
