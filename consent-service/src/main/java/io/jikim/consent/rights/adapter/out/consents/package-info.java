/// What the other contexts know of a person, as rights need it.
@NullMarked
package io.jikim.consent.rights.adapter.out.consents;

import org.jspecify.annotations.NullMarked;
