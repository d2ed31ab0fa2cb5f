/// Reads policies written in YAML: no tags, no aliases, every error with its place.
@NullMarked
package io.jikim.consent.policy.adapter.out.yaml;

import org.jspecify.annotations.NullMarked;
