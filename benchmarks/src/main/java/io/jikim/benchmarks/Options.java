package io.jikim.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `--NAME=NUMBER` as the command line has it.
public final class Options {

    private Options() {}

    /// The numbers that hold unless they are said, with those that are.
    ///
    /// @throws IllegalArgumentException if one is unknown or no number
    public static Map<String, Integer> of(List<String> options, Map<String, Integer> unlessSaid) {
        Map<String, Integer> values = new HashMap<>(unlessSaid);
        for (var option : options) {
            var pair = option.split("=", 2);
            var name = pair[0].replaceFirst("^--", "");
            if (pair.length < 2
                    || !values.containsKey(name)
                    || !pair[1].matches("[1-9][0-9]{0,7}")) {
                throw new IllegalArgumentException(
                        option + ": there are " + unlessSaid.keySet() + " =NUMBER");
            }
            values.put(name, Integer.valueOf(pair[1]));
        }
        return values;
    }
}
