/// The log's rules: how facts become leaves, leaves a tree, trees checkpoints, and how each is
/// proven.
@NullMarked
package io.jikim.audit.domain;

import org.jspecify.annotations.NullMarked;
