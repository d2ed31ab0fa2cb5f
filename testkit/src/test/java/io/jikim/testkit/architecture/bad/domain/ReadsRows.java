package io.jikim.testkit.architecture.bad.domain;

import jakarta.persistence.Entity;
import java.sql.Connection;

@Entity
class ReadsRows {
    Connection connection;
}
