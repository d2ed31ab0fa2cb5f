package io.jikim.consent.consents.domain;

import java.util.UUID;

/// One entry of the consent history.
public record ConsentId(UUID value) {}
