PRAGMA foreign_keys=OFF;
PRAGMA application_id=1145918024;
PRAGMA user_version=2;
BEGIN TRANSACTION;
CREATE TABLE facilitators (
    game INTEGER NOT NULL REFERENCES games,
    lock BLOB NOT NULL,
    PRIMARY KEY (game, lock)
) STRICT, WITHOUT ROWID;
INSERT INTO "facilitators" VALUES(1,X'158317600FB0093662C0237847CF94948F0E2D989BBD2CCEBB44C70D726B0055');
CREATE TABLE games (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    turn_length INTEGER NOT NULL
) STRICT;
INSERT INTO "games" VALUES(1,'FRST22',600000);
CREATE TABLE lines (
    game INTEGER NOT NULL REFERENCES games,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (game, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "lines" VALUES(1,1,'demarche journal 1');
INSERT INTO "lines" VALUES(1,2,'8e38aa842d7bac78057209554a599dae {"header":{"format":1,"program":"0.1.0","rulebook":"7ace8a86f5ed1e417779365a2ad98b15","scenario":"first-note","text":"// The tutorial, and the example to copy. Shares are thousandths; days count from the first morning, history is negative.\n// Things are named by their `id`; what is left out has its usual value. The truth is always the same.\nScenario(\n    id: \"first-note\",\n    title: \"First Note\",\n    aim: \"read your seat, send a protest, read a legality card, and answer an unfriendly act with one that no law forbids\",\n    turns: 3,\n    span: 7,\n    as_of: 2025,\n    solo: \"miravel\",\n    briefing: (plain: \"first-note.plain.md\", full: \"first-note.full.md\"),\n    states: [\n        (\n            id: \"miravel\", name: \"Miravel\", adjective: \"Miravellan\", code: \"MIR\",\n            about: \"A small trading republic on the southern shore of the Grey Gulf that lives by its port and by its word.\",\n            profile: \"small-frontline\", temper: \"legalist\", council: elected,\n            cyber_offence: 350, cyber_defence: 600, intelligence: 400, forensics: 700, diplomacy: 750, economy: 450,\n            conventional: 200, resolve: 550, pressure: 150, legitimacy: 750, oversight: 800, attention: 4,\n            wants: [(legitimacy, 300), (protect(foreign_ministry), 250), (know_the_author(\"read-cables\"), 250), (calm_with(\"tesk\"), 200)],\n            red_lines: [sector(foreign_ministry, high), casualties],\n            briefing: (plain: \"first-note.miravel.plain.md\", full: \"first-note.miravel.full.md\"),\n        ),\n        (\n            id: \"tesk\", name: \"Tesk\", adjective: \"Teskan\", code: \"TES\",\n            about: \"A steppe state with long pipelines and a long memory that would rather be feared a little than ignored.\",\n            profile: \"strict-sovereigntist\", temper: \"opportunist\",\n            cyber_offence: 550, cyber_defence: 350, intelligence: 600, forensics: 350, diplomacy: 450, economy: 400,\n            conventional: 500, resolve: 600, pressure: 200, legitimacy: 450, oversight: 200, attention: 4,\n            wants: [(insight_into(\"miravel\"), 350), (deny(\"reading-glass\"), 350), (prosperity, 200), (calm_with(\"miravel\"), 100)],\n            red_lines: [public_accusation, step(6)],\n            briefing: (plain: \"first-note.tesk.plain.md\", full: \"first-note.tesk.full.md\"),\n        ),\n    ],\n    ties: [\n        // The first feels 480 about the second, the second 420 about the first; 500 is indifferent.\n        (between: (\"miravel\", \"tesk\"), warmth: (480, 420), tension: 60, trade: 350, treaties: [\"trade\", \"legal_assistance\"]),\n    ],\n    assets: [\n        (id: \"mir-ministry\", name: \"foreign ministry in Miravel\", owner: \"miravel\", sector: foreign_ministry, exposure: 550, hardening: 400),\n        (id: \"mir-port\", name: \"port of Miravel\", owner: \"miravel\", sector: transport, exposure: 450, hardening: 450, population: 900),\n        (id: \"tes-pipelines\", name: \"Teskan pipeline company\", owner: \"tesk\", sector: energy, exposure: 400, hardening: 300, population: 2100),\n        (id: \"tes-ministry\", name: \"foreign ministry of Tesk\", owner: \"tesk\", sector: foreign_ministry, exposure: 350, hardening: 450),\n    ],\n    operations: [\n        (\n            id: \"reading-glass\", author: state(\"tesk\"), card: \"spy-remote\", target: \"miravel\", asset: \"mir-ministry\",\n            level: medium, stage: active, began: -40, ready: -21, ends: 30,\n        ),\n    ],\n    incidents: [\n        (\n            id: \"read-cables\", name: \"reading of the ministry''s cables\", victim: \"miravel\", asset: \"mir-ministry\",\n            operation: \"reading-glass\", card: \"spy-remote\", harm: (data_effect: copied, reversible: true),\n            began: -21, noticed: -1, known_to: only([\"miravel\"]),\n        ),\n    ],\n    evidence: [\n        (incident: \"read-cables\", holder: \"miravel\", kind: tooling, bears_on: author(\"tesk\"), found: -1),\n        (incident: \"read-cables\", holder: \"miravel\", kind: language_and_hours, bears_on: author(\"tesk\"), found: -1),\n    ],\n    undertakings: [\n        // A promise to talk when one of them complains, given two years ago in the trade agreement.\n        (kind: promise, from: \"tesk\", to: \"miravel\", content: talks, made: -700, status: accepted, known_to: everybody),\n    ],\n    truths: [\n        (\n            id: \"as-it-looks\", weight: 1,\n            text: \"Tesk''s external service read the cables of the Miravellan foreign ministry for three weeks, to learn what Miravel would accept in the pipeline talks. Nobody else was involved, and nothing was changed or broken.\",\n        ),\n    ],\n)\n","seed":3,"seats":[{"state":0,"temper":"legalist"},{"state":1,"temper":"opportunist"}],"opening":"abe06a08db929241285d865a7935bcc4"}}');
INSERT INTO "lines" VALUES(1,3,'a3102009ec78899af1d02a43887061d5 {"desk":{"turn":0,"at":1795740280408,"by":"host","key":"join-ad4252c5067111cd8f6b952931722fe8","deed":{"seated":{"person":1,"state":0,"office":"head"}}}}');
INSERT INTO "lines" VALUES(1,4,'8f100fdf5a8cd0bf591912cadcaac1a7 {"desk":{"turn":0,"at":1795740280432,"by":"host","key":"join-211e8551161ef42e58d8223e8e1e30de","deed":{"seated":{"person":2,"state":1,"office":"head"}}}}');
INSERT INTO "lines" VALUES(1,5,'55021b11dc744f9518713b0479843cf9 {"desk":{"turn":0,"at":1795740280449,"by":"facilitator","key":"begin.d0.80d17b30","deed":"began"}}');
INSERT INTO "lines" VALUES(1,6,'a1f65352d363a7e1ebc22bd682cb99a4 {"desk":{"turn":0,"at":1795740280449,"by":"facilitator","key":"begin.d0.80d17b30","deed":{"runs":{"until":1795741360449}}}}');
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
INSERT INTO "messages" VALUES(1,1,'k.72185f17',0,1795740280474,2,1,'0','Shall we talk?');
CREATE TABLE people (
    game INTEGER NOT NULL REFERENCES games,
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    code BLOB NOT NULL,
    PRIMARY KEY (game, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "people" VALUES(1,1,'Ada',X'473B3C3FC63D8ADE0AFB9A612A3F439950E9AE7E17C9E31305F33AAAB43BA5D1');
INSERT INTO "people" VALUES(1,2,'Ben',X'CB75427CD7D2A3CB32E5223D9F6E32ED602083B524402E97D394661771CD8009');
CREATE TABLE read (
    game INTEGER NOT NULL REFERENCES games,
    message INTEGER NOT NULL,
    PRIMARY KEY (game, message)
) STRICT, WITHOUT ROWID;
INSERT INTO "read" VALUES(1,0);
INSERT INTO "read" VALUES(1,2);
CREATE TABLE tokens (
    id INTEGER PRIMARY KEY,
    game INTEGER NOT NULL REFERENCES games,
    person INTEGER NOT NULL,
    lock BLOB NOT NULL
) STRICT;
INSERT INTO "tokens" VALUES(1,1,1,X'AD4252C5067111CD8F6B952931722FE89C7D734A51FF95EA934429F04A164DC4');
INSERT INTO "tokens" VALUES(2,1,2,X'211E8551161EF42E58D8223E8E1E30DE3E141EA93B42A3B846BFA84DD3C961E9');
CREATE INDEX tokens_of_game ON tokens (game);
COMMIT;
