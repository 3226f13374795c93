package org.ruhu.server; public final class Main { private Main() {} public static void main(String[] a) {} }
