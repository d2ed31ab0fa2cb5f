package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.port.Disclosures.Disclosure;

/// How exported records are written down: each made of nothing but its index and its fields, so
/// that whoever has the proof can make it again.
interface ExportForm {

    String mediaType();

    /// What a file's name ends with.
    String suffix();

    /// What stands before the records.
    default String head() {
        return "";
    }

    /// One record, with the end of its line.
    String record(Disclosure record);

    /// @throws IllegalArgumentException for another name
    static ExportForm named(String name) {
        return switch (name) {
            case "csv" -> new CsvForm();
            case "jsonl" -> new JsonLinesForm();
            case "ocsf" -> new OcsfForm();
            default -> throw new IllegalArgumentException("no such form");
        };
    }
}
