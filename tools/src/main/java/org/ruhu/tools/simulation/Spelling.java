package org.ruhu.tools.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.ruhu.tools.simulation.Names.Name;

/** How the name of somebody who is entered again looks in the other book. */
final class Spelling {

    private static final Map<Character, Character> TRADITIONAL = pairs("扎紮泽澤让讓罗羅边邊单單强強达達贡貢庆慶顿頓"
            + "仓倉维維伟偉云雲龙龍觉覺宁寧张張刘劉陈陳杨楊赵趙国國贵貴军軍兰蘭丽麗华華玛瑪马馬钦欽杰傑伦倫图圖诺諾"
            + "错錯诚誠热熱绕繞参參赞贊对對来來乌烏邬鄔门門兴興绛絳鲁魯晋晉拥擁乔喬亚亞则則欧歐孙孫邓鄧冯馮韩韓");
    private static final String MISHEARD = "么朵登吾曲追拥松郎桑加巴次旦美";

    private Spelling() {}

    static Name again(Name name, Dice dice) {
        if (name.words().isEmpty()) {
            return dice.chance(0.96) ? name : dice.chance(0.5) ? traditional(name) : misheard(name, dice);
        }
        return switch (dice.weighted(46, 30, 6, 6, 2, 3, 1, 2, 2, 1, 1)) {
            case 0 -> name;
            case 1 -> name.respelled(dice);
            case 2 -> name.respelled(dice).respelled(dice);
            case 3 -> name.shortened();
            case 4 -> name.written(name.words().get(0).spellings().get(name.spelling().get(0)));
            case 5 -> name.behind(name.before().isEmpty() ? Names.house(dice) : "");
            case 6 -> name.behind(name.before().isEmpty() ? Names.surname(dice) : "");
            case 7 -> pinyin(name);
            case 8 -> traditional(name);
            case 9 -> dotted(name);
            default -> misheard(name, dice);
        };
    }

    private static Name pinyin(Name name) {
        return name.written(name.words().stream().map(Word::pinyin)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" ")));
    }

    private static Name traditional(Name name) {
        StringBuilder written = new StringBuilder();
        name.han().chars().forEach(c -> written.append(TRADITIONAL.getOrDefault((char) c, (char) c)));
        return name.written(written.toString());
    }

    private static Name dotted(Name name) {
        String han = name.han();
        return han.length() == 4 ? name.written(han.substring(0, 2) + "·" + han.substring(2)) : name;
    }

    private static Name misheard(Name name, Dice dice) {
        StringBuilder written = new StringBuilder(name.han());
        written.setCharAt(dice.below(written.length()), MISHEARD.charAt(dice.below(MISHEARD.length())));
        return name.written(written.toString());
    }

    private static Map<Character, Character> pairs(String characters) {
        Map<Character, Character> pairs = new HashMap<>();
        for (int i = 0; i < characters.length(); i += 2) {
            pairs.put(characters.charAt(i), characters.charAt(i + 1));
        }
        return Map.copyOf(pairs);
    }
}
