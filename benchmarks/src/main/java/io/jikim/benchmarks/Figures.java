package io.jikim.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers for a reader: four digits are more than any machine repeats.
public final class Figures {

    private Figures() {}

    public static double rounded(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value;
        }
        return new BigDecimal(value).round(new MathContext(4)).doubleValue();
    }
}
