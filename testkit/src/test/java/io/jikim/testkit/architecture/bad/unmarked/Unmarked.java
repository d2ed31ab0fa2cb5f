package io.jikim.testkit.architecture.bad.unmarked;

class Unmarked {}
