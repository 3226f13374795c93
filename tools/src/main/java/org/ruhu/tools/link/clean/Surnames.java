package org.ruhu.tools.link.clean;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The surnames most Han people have; not those that Tibetan names begin with more often. */
final class Surnames {

    private static final Set<String> KNOWN = Arrays.stream(("王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁"
            + " 谢 宋 唐 许 韩 邓 冯 曹 彭 曾 肖 萧 田 董 潘 袁 蔡 蒋 余 于 杜 叶 程 魏 苏 吕 丁 任 卢 姚 沈 钟 姜 崔 谭 陆 范 汪"
            + " 廖 石 金 韦 贾 夏 付 傅 方 邹 熊 白 孟 秦 邱 侯 江 尹 薛 闫 阎 段 雷 龙 黎 史 陶 贺 毛 郝 顾 龚 邵 万 覃 武 钱 戴"
            + " 严 莫 孔 向 常 汤 康 易 乔 赖 文 庞 樊 殷 施 洪 翟 安 颜 倪 牛 温 芦 季 俞 章 鲁 葛 伍 申 尤 毕 聂 柴 焦 柳 邢 岳"
            + " 齐 梅 庄 辛 管 祝 左 涂 谷 祁 时 舒 耿 牟 卜 路 詹 关 苗 凌 费 纪 靳 盛 童 欧 甄 项 曲 成 游 裴 席 卫 查 屈 鲍 霍"
            + " 翁 隋 甘 景 单 包 司 柏 宁 柯 阮 桂 闵 解 房 华 车 冉 辜 饶 刁 瞿 戚 丘 古 米 池 滕 晋 邬 臧 畅 苟 全 褚 廉 简 娄"
            + " 盖 符 奚 木 穆 党 燕 冀 谈 姬 屠 连 栾 郁 商 蒙 喻 窦 迟 敖 鄢 冷 仇 艾 蓝 都 仲 乐 虞 卞 封 竺 冼 官 楚 佟 栗 匡"
            + " 应 巫 鞠 荆 谌 岑 胥 和 蔺 欧阳 上官 司马 诸葛 夏侯 尉迟 皇甫 令狐 慕容 司徒 东方 长孙 宇文 端木 公孙 万俟")
            .split(" ")).collect(Collectors.toUnmodifiableSet());

    private Surnames() {}

    static boolean contains(String surname) {
        return KNOWN.contains(surname);
    }

    /** What a name begins with and still has something behind it; of two characters before one. */
    static Optional<String> before(String name) {
        for (int length = 2; length > 0; length--) {
            if (name.length() > length && KNOWN.contains(name.substring(0, length))) {
                return Optional.of(name.substring(0, length));
            }
        }
        return Optional.empty();
    }
}
