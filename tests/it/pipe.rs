//! The line protocol: what an outside program may rely on.

use demarche::base::id::StateId;
use demarche::content::library;
use demarche::wire::Table;
use demarche::words::Words;
use serde_json::Value as Json;

fn table(scenario: &str, seats: &[u8]) -> Table {
    let book = library::embedded(scenario).unwrap();
    let seats = seats.iter().map(|seat| StateId(*seat)).collect();
    Table::new(book.stage().unwrap(), book.source.clone(), Words::english().unwrap(), seats)
}

fn ask(table: &mut Table, line: &str) -> Json {
    serde_json::from_str(&table.answer(line).unwrap()).unwrap()
}

/// Plays a whole game, always ordering the first open slots; gives every line.
fn played(detail: &str) -> Vec<String> {
    let mut table = table("dark-grid", &[0, 3]);
    let mut lines = vec![table.answer(&format!(r#"{{"do":"reset","seed":7,"detail":"{detail}"}}"#)).unwrap()];
    loop {
        let last: Json = serde_json::from_str(&lines[lines.len() - 1]).unwrap();
        if last["over"] == true {
            return lines;
        }
        let open =
            |seat: &str| last["seats"][seat]["open"].as_array().unwrap().iter().step_by(9).take(2).cloned().collect();
        let orders: Json = [("Lysmark", open("Lysmark")), ("Haldria", open("Haldria"))]
            .into_iter()
            .map(|(seat, slots): (&str, Vec<Json>)| (seat.to_owned(), Json::from(slots)))
            .collect::<serde_json::Map<_, _>>()
            .into();
        lines.push(table.answer(&format!(r#"{{"do":"step","orders":{orders}}}"#)).unwrap());
    }
}

#[test]
fn a_game_is_the_same_to_the_byte_and_numbers_do_not_depend_on_the_words() {
    let (one, other, numbers) = (played("story"), played("story"), played("numbers"));
    assert_eq!(one.len(), 7, "a reset and six turns");
    assert_eq!(one, other);
    for (story, bare) in one.iter().zip(&numbers) {
        let mut story: Json = serde_json::from_str(story).unwrap();
        for seat in story["seats"].as_object_mut().unwrap().values_mut() {
            assert!(seat.as_object_mut().unwrap().remove("story").is_some());
        }
        assert_eq!(story, serde_json::from_str::<Json>(bare).unwrap());
    }
}

#[test]
fn every_seat_has_as_many_numbers_and_every_open_slot_its_act() {
    let mut table = table("dark-grid", &[0, 1, 2, 3, 4, 5]);
    let greeting = table.greeting().unwrap();
    let reply = ask(&mut table, r#"{"do":"reset","seed":3}"#);
    for (name, seat) in reply["seats"].as_object().unwrap() {
        let features = seat["features"].as_array().unwrap();
        assert_eq!(features.len(), greeting.features.len(), "{name}");
        assert!(features.iter().all(|number| (-1000..=1000).contains(&number.as_i64().unwrap())), "{name}");
        let acts = seat["story"]["acts"].as_array().unwrap();
        let open: Vec<&Json> = acts.iter().map(|act| &act["slot"]).collect();
        assert_eq!(open, seat["open"].as_array().unwrap().iter().collect::<Vec<_>>(), "{name}");
        assert!(!acts.is_empty(), "{name} can do nothing");
        for act in acts {
            let slot = usize::try_from(act["slot"].as_u64().unwrap()).unwrap();
            assert_eq!(act["act"], greeting.slot_acts[slot].as_str());
            assert!(!act["verdict"].as_str().unwrap().is_empty() && !act["says"].as_str().unwrap().is_empty());
        }
    }
}

#[test]
fn what_cannot_be_met_is_answered_and_changes_nothing() {
    let mut table = table("first-note", &[0]);
    let trouble = |reply: Json| reply["error"]["what"].as_str().map(str::to_owned).unwrap_or_default();
    let seat = table.greeting().unwrap().seats[0].clone();
    assert_eq!(trouble(ask(&mut table, r#"{"do":"step","orders":{}}"#)), "there is no game");
    let begun = ask(&mut table, r#"{"do":"reset","seed":2,"detail":"numbers"}"#);
    assert!(trouble(ask(&mut table, "{\"do\":\"dance\"}")).contains("no request"));
    assert!(trouble(ask(&mut table, r#"{"do":"step","orders":{"Atlantis":[0]}}"#)).contains("Atlantis"));
    let open: Vec<u64> =
        begun["seats"][&seat]["open"].as_array().unwrap().iter().map(|slot| slot.as_u64().unwrap()).collect();
    let closed = (0..=open.len() as u64).find(|slot| !open.contains(slot)).unwrap();
    let played = ask(&mut table, &format!(r#"{{"do":"step","orders":{{"{seat}":[{closed},99999]}}}}"#));
    assert_eq!(played["turn"], 1, "troubles before it have not moved the game");
    assert_eq!(played["seats"][&seat]["refused"].as_array().unwrap().len(), 2);
    ask(&mut table, r#"{"do":"step","orders":{}}"#);
    assert_eq!(ask(&mut table, r#"{"do":"step","orders":{}}"#)["over"], true);
    assert_eq!(trouble(ask(&mut table, r#"{"do":"step","orders":{}}"#)), "the crisis is over");
    assert!(table.answer(r#"{"do":"close"}"#).is_none());
}
