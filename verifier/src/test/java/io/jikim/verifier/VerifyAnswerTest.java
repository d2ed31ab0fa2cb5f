package io.jikim.verifier;

import static io.jikim.verifier.SampleAnswers.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jikim.verifier.drill.NoteKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyAnswerTest {
    private static final String HER = person(1);

    private final Random random = new Random(4711);
    private final SampleAnswers log = new SampleAnswers(random);

    @TempDir Path directory;
    private int files;

    private record Said(int exit, String text) {}

    @BeforeEach
    void a_log_with_nine_records_about_her_among_others() {
        grow(9);
    }

    @Test
    void all_records_are_all() {
        var said = verify(log.answer(HER));

        assertThat(said.text())
                .contains("all 9 records from number 1 to 9, up to checkpoint size " + log.size());
        assertThat(said.exit()).isZero();
    }

    @Test
    void an_answer_about_somebody_who_is_not_in_the_log_is_empty() {
        var said = verify(log.answer(person(77)));

        assertThat(said.text()).contains("no record with a number");
        assertThat(said.exit()).isZero();
    }

    @Test
    void any_record_that_is_left_out_is_missed_by_its_number() {
        for (int number = 1; number <= 9; number++) {
            var said = spoilt(without(number));

            assertThat(said.text()).contains("number " + number + " is missing");
            assertThat(said.exit()).isEqualTo(1);
        }
    }

    @Test
    void several_that_are_left_out_are_missed() {
        assertThat(spoilt(records -> IntStream.range(0, 3).forEach(_ -> records.remove(4))).text())
                .contains("numbers 5 to 7 are missing");
    }

    /// Whatever is done with the list, nothing but the whole list in some order passes.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_other_list_of_records_passes_for_all(int seed) {
        var spoiler = new Random(seed);
        for (int round = 0; round < 40; round++) {
            grow(spoiler.nextInt(3));
            var answer = log.answer(HER);
            var records = (ArrayNode) answer.get("records");
            var good = numbers(records);
            spoil(records, spoiler);
            var numbers = numbers(records);
            Collections.sort(numbers);

            assertThat(verify(answer).exit())
                    .as("%s of %s", numbers, good)
                    .isEqualTo(numbers.equals(good) ? 0 : 1);
        }
    }

    @Test
    void a_record_cannot_stand_twice_or_under_another_number() {
        assertThat(spoilt(records -> records.add(records.get(3))).text())
                .contains("number 4")
                .contains("stands twice");
        assertThat(spoilt(records -> place(records, 3).put("number", 5)).text())
                .contains("has another place than its leaf commits to");
        assertThat(
                        spoilt(
                                        records -> {
                                            var third = records.get(2).get("place").deepCopy();
                                            ((ObjectNode) records.get(2))
                                                    .set("place", records.get(3).get("place"));
                                            ((ObjectNode) records.get(3)).set("place", third);
                                        })
                                .exit())
                .isEqualTo(1);
    }

    @Test
    void the_records_of_somebody_else_do_not_fill_a_gap() {
        var answer = log.answer(HER);
        var records = (ArrayNode) answer.get("records");
        records.set(4, log.answer(person(2)).get("records").get(4));

        var said = verify(answer);

        assertThat(said.text()).contains("number 5 is missing");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void a_tail_that_is_cut_off_is_missed_once_a_later_record_is_known() {
        int size = log.size();
        var whole = log.answer(HER, 1, size);
        var cut = log.answer(HER, 1, size);
        without(9).accept((ArrayNode) cut.get("records"));
        cut.put("last", 8);
        assertThat(verify(cut).text()).contains("its end: ask again");

        log.record(HER, person(3));
        var later = log.answer(HER);

        assertThat(verify(whole, later).text())
                .contains("its end: number 10")
                .contains("is the next one, behind that checkpoint")
                .contains("all 10 records from number 1 to 10");
        var said = verify(cut, later);
        assertThat(said.text()).contains("number 9 (entry").contains("stands below it");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void a_log_that_gives_a_number_twice_has_signed_its_lie() {
        int size = log.size();
        var first = log.answer(HER, 1, size);
        log.stepBack(HER, 8);
        log.record(HER);
        var second = log.answer(HER, 1, log.size());
        ((ArrayNode) second.get("records")).remove(8);

        assertThat(verify(second).exit()).isZero();
        var said = verify(first, second);
        assertThat(said.text()).contains("two records have one number: number 9");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void pages_are_one_answer_and_each_of_them_is_needed() {
        int size = log.size();
        var one = log.page(HER, 1, 4, 1, size);
        var two = log.page(HER, 5, 8, 1, size);
        var three = log.page(HER, 9, 9, 1, size);

        assertThat(verify(three, one, two).text()).contains("all 9 records");
        assertThat(verify(one, three).text()).contains("numbers 5 to 8 are missing");
        assertThat(verify(one, two).text()).contains("number 9 is missing");
        assertThat(verify(two).text()).contains("numbers 1 to 4 are missing");
    }

    @Test
    void what_was_destroyed_is_said_and_not_missed() {
        int size = log.size();
        var before = log.answer(HER, 1, size);
        log.record(HER);
        var after = log.answer(HER, 4, log.size());

        assertThat(verify(after).text())
                .contains("all 7 records from number 4 to 10")
                .contains("numbers 1 to 3 were kept");
        assertThat(verify(before, after).exit()).isZero();
    }

    @Test
    void what_is_kept_cannot_be_passed_off_as_destroyed() {
        var shorter = log.answer(HER, 4, log.size());
        log.record(person(2));
        var later = log.answer(HER);

        var said = verify(shorter, later);

        assertThat(said.text()).contains("number 3 (entry").contains("is kept, and is missing");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void a_numbering_begins_anew_only_where_nothing_of_the_old_one_is_kept() {
        var before = log.answer(HER);
        log.forget(HER);
        log.record(HER);

        assertThat(verify(before, log.answer(HER)).exit()).isZero();
        var said = verify(log.everything(HER));
        assertThat(said.text()).contains("the numbering begins anew at entry");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void a_record_that_names_another_leaf_as_the_one_before_breaks_the_chain() {
        log.mistake(HER);
        log.record(HER);

        var said = verify(log.answer(HER));

        assertThat(said.text()).contains("number 10 (entry").contains("does not follow number 9");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void a_record_of_another_log_stands_in_for_nothing() {
        var other = new SampleAnswers(random);
        IntStream.range(0, log.size()).forEach(_ -> other.record(HER));
        var answer = log.answer(HER);
        ((ArrayNode) answer.get("records")).set(4, other.answer(HER).get("records").get(4));

        assertThat(verify(answer).text()).contains("does not lead to the checkpoint's root");
    }

    /// But for what is said only: how many older records there are, and where to go on.
    @Test
    void every_bit_of_a_record_and_of_its_checkpoint_counts() {
        var whole = bytes(log.answer(HER));
        var text = new String(whole, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("\"records\"");
        int to = text.indexOf(",\"next\"");
        for (int round = 0; round < 300; round++) {
            var flipped = whole.clone();
            int at = from + random.nextInt(to - from);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(verify(flipped).exit()).as("byte %d, %c", at, (char) whole[at]).isNotZero();
        }
    }

    @Test
    void another_key_another_person_or_no_file_says_nothing_good() throws IOException {
        var file = file(bytes(log.answer(HER)));
        assertThat(run(file, "--key", key(), "--subject", HER).exit()).isZero();
        assertThat(run(file, "--key", key(), "--subject", person(2)).exit()).isEqualTo(2);
        assertThat(run(file).exit()).isEqualTo(2);
        assertThat(run("--key", key()).exit()).isEqualTo(2);
        assertThat(run(file, "--key", directory.resolve("none").toString()).exit()).isEqualTo(2);
        assertThat(run(directory.resolve("none").toString(), "--key", key()).exit()).isEqualTo(2);
        assertThat(verify("{}".getBytes(StandardCharsets.UTF_8)).exit()).isEqualTo(2);
        var other = NoteKey.create().verifierKey(SampleLog.ORIGIN);
        var strange = Files.writeString(directory.resolve("other.vkey"), other + "\n");
        assertThat(run(file, "--key", strange.toString()).text())
                .contains("is not signed with the key given");
    }

    private void grow(int records) {
        for (int i = 0; i < records; i++) {
            IntStream.range(0, random.nextInt(3))
                    .forEach(_ -> log.record(person(2), person(3 + random.nextInt(4))));
            switch (random.nextInt(3)) {
                case 0 -> log.record(HER);
                case 1 -> log.record(HER, person(2));
                default -> log.record(person(9), HER, person(3), person(4), person(5));
            }
            log.record(person(2));
        }
    }

    private static void spoil(ArrayNode records, Random spoiler) {
        int size = records.size();
        switch (spoiler.nextInt(5)) {
            case 0 -> records.remove(spoiler.nextInt(size));
            case 1 -> records.insert(spoiler.nextInt(size), records.get(spoiler.nextInt(size)));
            case 2 -> records.set(spoiler.nextInt(size), records.get(spoiler.nextInt(size)));
            case 3 -> {
                int one = spoiler.nextInt(size);
                int other = spoiler.nextInt(size);
                var kept = records.get(one);
                records.set(one, records.get(other));
                records.set(other, kept);
            }
            default -> {
                while (records.size() > 1 + spoiler.nextInt(size)) {
                    records.remove(records.size() - 1);
                }
            }
        }
    }

    private static List<Long> numbers(ArrayNode records) {
        var numbers = new ArrayList<Long>();
        records.forEach(record -> numbers.add(record.get("place").get("number").asLong()));
        return numbers;
    }

    private static Consumer<ArrayNode> without(int number) {
        return records -> {
            for (int i = 0; i < records.size(); i++) {
                if (records.get(i).get("place").get("number").asInt() == number) {
                    records.remove(i);
                }
            }
        };
    }

    private static ObjectNode place(ArrayNode records, int at) {
        return (ObjectNode) records.get(at).get("place");
    }

    private Said spoilt(Consumer<ArrayNode> spoil) {
        var answer = log.answer(HER);
        spoil.accept((ArrayNode) answer.get("records"));
        return verify(answer);
    }

    private Said verify(ObjectNode... answers) {
        var args = new ArrayList<String>();
        for (var answer : answers) {
            args.add(file(bytes(answer)));
        }
        args.addAll(List.of("--key", key()));
        return run(args.toArray(String[]::new));
    }

    private static byte[] bytes(ObjectNode answer) {
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Said verify(byte[] answer) {
        return run(file(answer), "--key", key());
    }

    private static Said run(String... args) {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exit = VerifyAnswer.run(List.of(args), out, out);
        return new Said(exit, said.toString(StandardCharsets.UTF_8));
    }

    private String file(byte[] bytes) {
        return store("answer-" + files++ + ".json", bytes);
    }

    private String key() {
        var line = SampleLog.verifierKey() + "\n";
        return store("log.vkey", line.getBytes(StandardCharsets.UTF_8));
    }

    private String store(String name, byte[] bytes) {
        try {
            return Files.write(directory.resolve(name), bytes).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
