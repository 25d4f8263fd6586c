//! The rules of NVENC's contract, each with the test that breaks it and sees the documented
//! code.

#![allow(
    clippy::macro_metavars_in_unsafe,
    reason = "`enc!` calls a function, nothing else"
)]

#[path = "../common/mod.rs"]
mod common;

mod others;
mod table;

use table::{AROUND, CODES, FIELDS, STATES};

#[test]
fn every_rule_has_its_test() {
    let all = STATES.iter().chain(&FIELDS).chain(&CODES).chain(&AROUND);
    for (rule, (file, source), test) in all {
        let names = [format!("fn {test}()"), format!("    {test} ")];
        let there = names.iter().any(|name| source.contains(name.as_str()));
        assert!(there, "{rule}: {file}.rs has no test {test}");
    }
}
