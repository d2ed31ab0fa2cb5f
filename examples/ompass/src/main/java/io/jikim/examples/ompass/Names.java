package io.jikim.examples.ompass;

import java.util.List;
import java.util.random.RandomGenerator;

/// Korean and English names, companies and addresses that no real person has.
record Names(RandomGenerator random) {
    private static final List<String> FAMILY =
            List.of(
                    "김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "Kim", "Smith", "O'Neil",
                    "Garcia");
    private static final List<String> GIVEN =
            List.of("민준", "서준", "도윤", "예준", "지우", "하윤", "수아", "지아", "Emma", "Liam", "Noah", "Mia");
    private static final List<String> COMPANIES =
            List.of("한빛테크", "누리소프트", "다온시스템즈", "가람데이터", "Bluepine Ltd", "Northgate Inc");
    private static final List<String> PLACES =
            List.of("서울 강남구", "서울 마포구", "부산 해운대구", "대전 유성구", "Berlin", "Singapore");

    String family() {
        return any(FAMILY);
    }

    String given() {
        return any(GIVEN);
    }

    String company() {
        return any(COMPANIES) + " " + (1 + random.nextInt(400));
    }

    String place() {
        return any(PLACES);
    }

    String phone() {
        return "10-%04d-%04d".formatted(random.nextInt(7000), random.nextInt(10_000));
    }

    String address() {
        return "10.%d.%d.%d"
                .formatted(random.nextInt(256), random.nextInt(256), 1 + random.nextInt(254));
    }

    String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
