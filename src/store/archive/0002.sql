-- Which messages the facilitator has read, counted from 0 as in the room. The facilitator's own: it stands in no journal.
CREATE TABLE read (
    game INTEGER NOT NULL REFERENCES games,
    message INTEGER NOT NULL,
    PRIMARY KEY (game, message)
) STRICT, WITHOUT ROWID;
