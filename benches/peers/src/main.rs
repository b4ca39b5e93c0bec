//! The legality check against regorus and cedar-policy on the synthetic set of benches/assess.
//!
//! usage: peers FOLDER [ROUNDS]. FOLDER is what `benches/assess/gen_rules.py FOLDER` wrote: the rules in the notation of
//! each engine, and vectors with the expected result. Every engine must give that result on every vector before it is
//! timed. Both peers know two values, so that they are asked twice: what is certain, and what is possible.

#[path = "../../assess/synthetic.rs"]
mod synthetic;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use demarche::law::assess::{Assessment, Depth, assess};
use demarche::law::{FactSheet, Packed, Reading};

use synthetic::{Synthetic, Vector};

/// How many times faster than each peer the check must be.
const GOAL: f64 = 100.0;

type Sums = (u32, u32);

#[derive(serde::Deserialize)]
struct Questions {
    vectors: Vec<Vector>,
    expected: Vec<Sums>,
}

#[derive(serde::Deserialize)]
struct Rules {
    facts: Vec<String>,
    rules: Vec<Rule>,
}

#[derive(serde::Deserialize)]
struct Rule {
    id: String,
    weight: u32,
}

struct Row<'a> {
    name: &'static str,
    run: Box<dyn FnMut(usize) -> Sums + 'a>,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().expect("usage: peers FOLDER [ROUNDS]");
    let rounds: usize = arguments.next().map_or(15, |text| text.parse().expect("ROUNDS is a number"));
    let read = |name: &str| std::fs::read_to_string(Path::new(&folder).join(name)).expect("gen_rules.py wrote it");
    let questions: Questions = serde_json::from_str(&read("vectors.json")).expect("the vectors are JSON");
    let rules: Rules = serde_json::from_str(&read("rules.json")).expect("the rules are JSON");
    let set = Synthetic::load(&read("rules.json"));
    let mut rows = ours(&set, &questions.vectors);
    rows.extend(rego(read("rules.rego"), &rules, &questions.vectors));
    rows.extend(cedar(&read("rules.cedar"), &rules, &questions.vectors));
    for row in &mut rows {
        for (at, expected) in questions.expected.iter().enumerate() {
            assert_eq!((row.run)(at), *expected, "{}, vector {at}", row.name);
        }
    }
    let times = time(&mut rows, questions.vectors.len(), rounds);
    println!("| engine | µs a decision (least of {rounds}) | x our check from a packed sheet |\n|---|---|---|");
    for (row, least) in rows.iter().zip(&times) {
        println!("| {} | {:.3} | {:.0} |", row.name, least * 1e6, least / times[0]);
    }
    // The peers get their input ready made, as our check gets its sheet packed.
    let slowest = times[0].max(times[1]);
    let fastest = times[2..].iter().copied().fold(f64::MAX, f64::min);
    println!("fastest peer over our check: {:.0} (goal: at least {GOAL}); packing included: {:.0}", fastest / times[0], fastest / slowest);
    assert!(fastest / times[0] >= GOAL, "the check must be {GOAL} times faster than each peer");
}

fn ours<'a>(set: &'a Synthetic, vectors: &'a [Vector]) -> Vec<Row<'a>> {
    let sheets: Vec<FactSheet> = vectors.iter().map(|vector| synthetic::sheet(vector)).collect();
    let packed: Vec<Packed> = sheets.iter().map(|sheet| Packed::new(&set.corpus, sheet)).collect();
    let reading = Reading::Mainstream { as_of: 2025 };
    let judge = move |packed: &Packed, out: &mut Assessment| {
        assess(&set.corpus, reading, &set.act, black_box(packed), Depth::Findings, out);
        set.sums(out)
    };
    let (mut first, mut second) = (Assessment::new(&set.corpus), Assessment::new(&set.corpus));
    vec![
        Row { name: "demarche, packed sheet", run: Box::new(move |at| judge(&packed[at], &mut first)) },
        Row {
            name: "demarche, fact sheet, packing included",
            run: Box::new(move |at| judge(&Packed::new(&set.corpus, &sheets[at]), &mut second)),
        },
    ]
}

fn rego<'a>(policy: String, rules: &Rules, vectors: &'a [Vector]) -> Vec<Row<'a>> {
    use regorus::languages::rego::compiler::Compiler;
    use regorus::rvm::vm::RegoVM;
    use regorus::{Engine, Value};
    const ENTRY: &str = "data.legality.score";
    let inputs: Vec<Value> = vectors
        .iter()
        .map(|vector| {
            let mut input = Value::new_object();
            let object = input.as_object_mut().expect("it is an object");
            for (name, value) in rules.facts.iter().zip(vector) {
                object.insert(Value::from(name.as_str()), Value::from(u64::from(*value)));
            }
            input
        })
        .collect();
    let sums = |value: &Value| {
        let pair = value.as_array().expect("the score is a pair");
        (pair[0].as_u32().expect("a number"), pair[1].as_u32().expect("a number"))
    };
    let mut engine = Engine::new();
    engine.add_policy("rules.rego".into(), policy).expect("the policy is sound");
    let compiled = engine.compile_with_entrypoint(&ENTRY.into()).expect("the policy compiles");
    let program = Compiler::compile_from_policy(&compiled, &[ENTRY]).expect("the policy compiles");
    let mut machine = RegoVM::new();
    machine.load_program(program);
    machine.set_data(Value::new_object()).expect("no data is data");
    let ready = inputs.clone();
    vec![
        Row {
            name: "regorus, virtual machine, input ready",
            run: Box::new(move |at| {
                machine.set_input(ready[at].clone());
                sums(&machine.execute().expect("the policy runs"))
            }),
        },
        Row {
            name: "regorus, interpreter, input ready",
            run: Box::new(move |at| {
                engine.set_input(inputs[at].clone());
                sums(&engine.eval_rule(ENTRY.into()).expect("the policy runs"))
            }),
        },
    ]
}

fn cedar<'a>(policies: &str, rules: &Rules, vectors: &'a [Vector]) -> Vec<Row<'a>> {
    use cedar_policy::{Authorizer, Context, Entities, EntityUid, PolicyId, PolicySet, Request, RestrictedExpression};
    let mut named = PolicySet::new();
    for policy in policies.parse::<PolicySet>().expect("the policies are sound").policies() {
        let id = PolicyId::new(policy.annotation("id").expect("every policy has an id"));
        named.add(policy.new_id(id)).expect("ids differ");
    }
    let weights: BTreeMap<PolicyId, (u32, bool)> = (rules.rules.iter())
        .flat_map(|rule| {
            [("d", true), ("p", false)]
                .map(|(mode, certain)| (PolicyId::new(format!("{}.{mode}", rule.id)), (rule.weight, certain)))
        })
        .collect();
    let someone: EntityUid = r#"S::"x""#.parse().expect("it is a name");
    let requests: Vec<Request> = vectors
        .iter()
        .map(|vector| {
            let facts = (rules.facts.iter().zip(vector))
                .map(|(name, value)| (name.clone(), RestrictedExpression::new_long(i64::from(*value))));
            let context = Context::from_pairs(facts).expect("names differ");
            Request::new(someone.clone(), someone.clone(), someone.clone(), context, None).expect("it has no schema")
        })
        .collect();
    let (authorizer, entities) = (Authorizer::new(), Entities::empty());
    vec![Row {
        name: "cedar-policy, request ready",
        run: Box::new(move |at| {
            let answer = authorizer.is_authorized(&requests[at], &named, &entities);
            answer.diagnostics().reason().fold((0, 0), |(low, high), id| match weights[id] {
                (weight, true) => (low + weight, high),
                (weight, false) => (low, high + weight),
            })
        }),
    }]
}

/// The least seconds per call of each row: in every round each runs for about 20 ms.
fn time(rows: &mut [Row<'_>], count: usize, rounds: usize) -> Vec<f64> {
    let clock = |row: &mut Row<'_>, calls: usize| {
        let began = Instant::now();
        for at in 0..calls {
            black_box((row.run)(at % count));
        }
        began.elapsed().as_secs_f64() / calls as f64
    };
    let calls: Vec<usize> = rows.iter_mut().map(|row| (0.02 / clock(row, 50)).ceil().max(50.0) as usize).collect();
    let mut least = vec![f64::MAX; rows.len()];
    for _ in 0..rounds {
        for ((row, calls), least) in rows.iter_mut().zip(&calls).zip(&mut least) {
            *least = least.min(clock(row, *calls));
        }
    }
    least
}
