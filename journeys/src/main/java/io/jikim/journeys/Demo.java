package io.jikim.journeys;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// `./jikim demo`: tells the story on the running stack. Exit 0 only if every step came true.
///
/// Arguments: the project's directory, the stack's environment file, and how many people the
/// operator's database holds (1,000 by default).
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var root = Path.of(arguments.length > 0 ? arguments[0] : ".").toAbsolutePath().normalize();
        var file = arguments.length > 1 ? Path.of(arguments[1]) : root.resolve(".jikim/stack.env");
        var people = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1000;
        try (var story =
                new Story(Stage.in(root, file), new Narrator(out), root.resolve(".jikim/demo"))) {
            story.tell(people);
            story.pointToPages();
        } catch (StoryBroken e) {
            out.println("\n    ✗ " + e.getMessage());
            System.exit(1);
        }
    }
}
