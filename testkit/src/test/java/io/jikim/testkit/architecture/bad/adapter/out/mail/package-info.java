/// What the rules refuse.
@NullMarked
package io.jikim.testkit.architecture.bad.adapter.out.mail;

import org.jspecify.annotations.NullMarked;
