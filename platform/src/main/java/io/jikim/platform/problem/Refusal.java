package io.jikim.platform.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An adapter's answer that a request cannot be served, for a reason the caller may read.
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final @Nullable String detail;
    private final transient List<?> errors;

    public Refusal(int status, String code) {
        this(status, code, null, List.of());
    }

    public Refusal(int status, String code, @Nullable String detail) {
        this(status, code, detail, List.of());
    }

    /// `code` is kebab-case and stable; `detail` and `errors` go out as they are.
    public Refusal(int status, String code, @Nullable String detail, List<?> errors) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public @Nullable String detail() {
        return detail;
    }

    public List<?> errors() {
        return errors;
    }
}
