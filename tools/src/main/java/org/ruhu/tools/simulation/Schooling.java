package org.ruhu.tools.simulation;

/** Who goes to which class, and what they have learned before. */
final class Schooling {

    private Schooling() {}

    /** CL_SCHOOL for an age of 3 to 30. */
    static String at(Dice dice, int age) {
        if (age <= 5) {
            return dice.chance(age == 3 ? 0.4 : 0.85) ? "01" : "00";
        }
        int year = age - 5 - (dice.chance(0.3) ? 1 : 0);
        if (age <= 15) {
            boolean unable = dice.chance(0.003);
            return unable ? dice.chance(0.7) ? "60" : "00" : compulsory(Math.max(1, year));
        }
        if (age <= 18) {
            return dice.chance(0.85) ? dice.chance(0.6) ? "3" + (age - 15) : "4" + (age - 15) : "00";
        }
        return age <= 22 && dice.chance(0.45) ? dice.one("51", "52") : "00";
    }

    private static String compulsory(int year) {
        return year <= 6 ? "1" + year : "2" + Math.min(3, year - 6);
    }

    /** From 0 not yet at school, 1 illiterate, to 6 university. */
    static String education(Dice dice, int age, String school) {
        return switch (school.charAt(0)) {
            case '1', '6', '7' -> "2";
            case '2' -> "3";
            case '3', '4' -> "4";
            case '5' -> school.equals("51") ? "5" : "6";
            default -> age < 7 ? "0" : age < 16 ? school.equals("00") ? "1" : "2" : finished(dice, age);
        };
    }

    private static String finished(Dice dice, int age) {
        int level = age > 60 ? dice.weighted(70, 26, 4) : age > 40 ? dice.weighted(40, 48, 10, 2)
                : dice.weighted(8, 42, 34, 10, 4, age < 20 ? 0 : 2);
        return Integer.toString(1 + level);
    }

    static String name(Dice dice, String school) {
        return switch (school.charAt(0)) {
            case '0' -> "村幼儿园";
            case '1' -> dice.one("乡中心小学", "镇中心小学", "县第二小学");
            case '2' -> dice.one("县中学", "县第二初级中学");
            case '3' -> dice.one("市第一高级中学", "市第二高级中学");
            case '4' -> "市职业技术学校";
            case '5' -> dice.one("职业技术学院", "师范学院", "农牧学院");
            case '6' -> "送教上门";
            default -> "特殊教育学校";
        };
    }
}
