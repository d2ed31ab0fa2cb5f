package io.jikim.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// Obeys the program that started the stack: `stop PART` and `start PART`, one a line, each
/// answered by `done` or `failed: why`. The end of the input is the end of that program, and so of
/// the stack.
record Control(Stack stack, Progress progress) {

    void obey() throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            try {
                obey(line.strip());
                progress.say("done");
            } catch (StackFailure e) {
                progress.say(
                        "failed: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
        }
    }

    private void obey(String line) {
        var words = line.split(" ", 2);
        switch (words[0]) {
            case "stop" -> stack.stop(words[1]);
            case "start" -> stack.start(words[1]);
            default -> throw new StackFailure("unknown command " + line);
        }
    }
}
