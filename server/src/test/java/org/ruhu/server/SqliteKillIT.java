package org.ruhu.server;

class SqliteKillIT extends KillContract {

    @Override
    String store() {
        return "sqlite:" + data.resolve("ruhu.db");
    }
}
