//! `NVSOFT_FAULTS`: which calls fail, or finish late.
//!
//! `nvEncEncodePicture:3=10,cuvidMapVideoFrame64:*=2,nvEncLockBitstream:4=late250`: a
//! function, the number of the call from 1 or `*` for each, and the status that it gives,
//! `late` with milliseconds (100 if none are said), or `held` until the plan is another.

use std::{
    ffi::{CStr, c_char, c_int},
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use super::{FAULTS, counts::Counts, switch};

/// What happens to a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It gives this status.
    Status(u32),
    /// It begins after this time.
    Late(Duration),
    /// It begins when the plan is another: a driver that hangs as long as a test wants.
    Held,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rule {
    function: String,
    /// The call's number; `None` for each.
    number: Option<u64>,
    fault: Fault,
}

#[derive(Default)]
struct Plan {
    rules: Vec<Rule>,
    counts: Counts,
    /// What was undone though the client was told that it was not: it may try again.
    excused: Vec<(&'static str, usize)>,
}

static PLAN: Mutex<Option<Plan>> = Mutex::new(None);

/// Told whenever the plan is another.
static CHANGED: Condvar = Condvar::new();

/// Takes the plan of the environment; false without one.
pub(super) fn from_environment() -> bool {
    let Ok(text) = std::env::var("NVSOFT_FAULTS") else {
        return false;
    };
    let Some(rules) = parse(&text) else {
        eprintln!("softdevice: NVSOFT_FAULTS={text} is not understood; no faults");
        return false;
    };
    change(Some(rules));
    true
}

fn change(rules: Option<Vec<Rule>>) {
    *plan() = rules.map(|rules| Plan {
        rules,
        ..Plan::default()
    });
    CHANGED.notify_all();
}

/// Counts a call and gives the fault that it meets.
pub(super) fn next(function: &'static str) -> Option<Fault> {
    let mut plan = plan();
    let plan = plan.as_mut()?;
    let number = plan.counts.add(function);
    let hit =
        |rule: &&Rule| rule.function == function && rule.number.is_none_or(|asked| asked == number);
    plan.rules.iter().find(hit).map(|rule| rule.fault)
}

/// Waits as long as the plan holds calls of a function.
pub(super) fn wait_until_let_go(function: &'static str) {
    let holds = |rule: &Rule| rule.function == function && rule.fault == Fault::Held;
    let held = |plan: &mut Option<Plan>| {
        let mut plans = plan.iter();
        plans.any(|plan| plan.rules.iter().any(holds))
    };
    let waited = CHANGED.wait_while(plan(), held);
    drop(waited.unwrap_or_else(PoisonError::into_inner));
}

/// Lets a client undo what it was told that it could not.
pub(super) fn excuse(function: &'static str, handle: usize) {
    if let Some(plan) = plan().as_mut() {
        plan.excused.push((function, handle));
    }
}

/// Whether a client may undo this again.
pub(super) fn is_excused(function: &'static str, handle: usize) -> bool {
    let plan = plan();
    let mut plans = plan.iter();
    plans.any(|plan| plan.excused.contains(&(function, handle)))
}

/// The calls counted since the plan was made: a line each with name and count.
pub(crate) fn counts() -> String {
    plan()
        .as_ref()
        .map_or_else(String::new, |plan| plan.counts.to_string())
}

fn plan() -> MutexGuard<'static, Option<Plan>> {
    PLAN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn parse(text: &str) -> Option<Vec<Rule>> {
    let rules = text
        .split(',')
        .map(str::trim)
        .filter(|rule| !rule.is_empty());
    rules.map(rule).collect()
}

fn rule(text: &str) -> Option<Rule> {
    let (call, fault) = text.split_once('=')?;
    let (function, number) = call.split_once(':')?;
    let number = match number {
        "*" => None,
        number => Some(number.parse().ok().filter(|number| *number > 0)?),
    };
    Some(Rule {
        function: function.to_owned(),
        number,
        fault: self::fault(fault)?,
    })
}

fn fault(text: &str) -> Option<Fault> {
    if text == "held" {
        return Some(Fault::Held);
    }
    match text.strip_prefix("late") {
        None => text.parse().ok().map(Fault::Status),
        Some("") => Some(Fault::Late(Duration::from_millis(100))),
        Some(time) => time
            .parse()
            .ok()
            .map(Duration::from_millis)
            .map(Fault::Late),
    }
}

/// Makes a plan of faults, and counts calls from 1 again; a null pointer ends both. Calls that
/// the plan before held go on. Gives 0, or 1 for a text that is not understood, which changes
/// nothing.
///
/// # Safety
/// * `text` is null or a C string.
#[unsafe(no_mangle)]
unsafe extern "C" fn nvsoft_set_faults(text: *const c_char) -> c_int {
    if text.is_null() {
        switch(FAULTS, false);
        change(None);
        return 0;
    }
    // SAFETY: not null, so a C string by the caller's promise.
    let text = unsafe { CStr::from_ptr(text) }.to_str();
    let Some(rules) = text.ok().and_then(parse) else {
        return 1;
    };
    change(Some(rules));
    switch(FAULTS, true);
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_a_list_of_calls_and_what_happens_to_them() {
        let rules =
            parse("nvEncEncodePicture:3=10, cuMemFree_v2:*=late,a:1=late7,b:2=held").unwrap();
        let faults: Vec<_> = rules.iter().map(|rule| (rule.number, rule.fault)).collect();
        let late = |ms| Fault::Late(Duration::from_millis(ms));
        let expected = [
            (Some(3), Fault::Status(10)),
            (None, late(100)),
            (Some(1), late(7)),
            (Some(2), Fault::Held),
        ];
        assert_eq!(faults, expected);
        assert_eq!(parse(""), Some(Vec::new()));
    }

    #[test]
    fn a_misspelt_plan_is_none() {
        for text in ["a", "a:1", "a=1", "a:0=1", "a:x=1", "a:1=soon", "a:1=latex"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
