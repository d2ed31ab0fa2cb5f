/// Tests of the table of who may what, and the page that shows it.
@NullMarked
package io.jikim.testkit.access;

import org.jspecify.annotations.NullMarked;
