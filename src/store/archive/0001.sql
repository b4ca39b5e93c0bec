-- The first format.
CREATE TABLE games (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    turn_length INTEGER NOT NULL
) STRICT;
-- The journal: the same lines as in a file, checksums and all.
CREATE TABLE lines (
    game INTEGER NOT NULL REFERENCES games,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (game, number)
) STRICT, WITHOUT ROWID;
-- Digests of what facilitators' links open, never the links.
CREATE TABLE facilitators (
    game INTEGER NOT NULL REFERENCES games,
    lock BLOB NOT NULL,
    PRIMARY KEY (game, lock)
) STRICT, WITHOUT ROWID;
-- Names, and digests of what persons' secrets open.
CREATE TABLE people (
    game INTEGER NOT NULL REFERENCES games,
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    code BLOB NOT NULL,
    PRIMARY KEY (game, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE tokens (
    id INTEGER PRIMARY KEY,
    game INTEGER NOT NULL REFERENCES games,
    person INTEGER NOT NULL,
    lock BLOB NOT NULL
) STRICT;
CREATE INDEX tokens_of_game ON tokens (game);
CREATE TABLE messages (
    game INTEGER NOT NULL REFERENCES games,
    number INTEGER NOT NULL,
    key TEXT NOT NULL,
    turn INTEGER NOT NULL,
    at INTEGER NOT NULL,
    person INTEGER NOT NULL,
    sender INTEGER NOT NULL,
    readers TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (game, number),
    UNIQUE (game, person, key)
) STRICT, WITHOUT ROWID;
