package org.ruhu.tools; public final class Ruhu { private Ruhu() {} public static void main(String[] a) {} }
