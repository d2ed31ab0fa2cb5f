package io.jikim.audit.domain;

/// Neighbouring numbers of a stream, from the first to the last.
public record Gap(String source, String tenant, String subject, int epoch, long first, long last) {

    public long size() {
        return last - first + 1;
    }

    /// Such as `1/5` or `1/7-9`.
    public String numbers() {
        return epoch + "/" + first + (last > first ? "-" + last : "");
    }
}
