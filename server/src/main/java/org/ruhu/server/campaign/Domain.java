package org.ruhu.server.campaign;

/** Administration keeps names because help follows them; statistics may publish tables only. Nothing flows back. */
public enum Domain { ADMIN, STAT }
