package io.jikim.platform.access;

/// Who acts: the subject of a token (a service: its client id), and the role it acts in.
public record Actor(String id, String role) {

    public Actor {
        if (id.isBlank() || role.isBlank()) {
            throw new IllegalArgumentException("An actor has an id and a role");
        }
    }
}
