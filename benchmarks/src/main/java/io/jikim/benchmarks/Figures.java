package io.jikim.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Numbers for a reader: four digits are more than any machine repeats.
public final class Figures {

    private Figures() {}

    public static double rounded(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value;
        }
        return new BigDecimal(value).round(new MathContext(4)).doubleValue();
    }

    /// A copy that stays as it is, in the order it was made in.
    public static <V> Map<String, V> inOrder(Map<String, V> figures) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
}
