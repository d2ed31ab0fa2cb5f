package io.jikim.journeys;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.jikim.journeys.stack.RunningStack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryTest {

    @TempDir Path output;

    @Test
    void the_whole_story_is_true() throws Exception {
        var told = new ByteArrayOutputStream();
        var narrator = new Narrator(new PrintStream(told, true, StandardCharsets.UTF_8));
        try (var story = new Story(RunningStack.shared().stage(), narrator, output)) {

            assertThatCode(() -> story.tell(100))
                    .as(() -> told.toString(StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
        }
    }
}
