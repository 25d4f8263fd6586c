//! Jobs that are run again, come twice, or find something else than they expect.

use examples::segmented::{self, Concat, Plan, Record, Segment};

use serde_json::{Value, json};

use crate::support::{clip, files, location, put, start};
use crate::work::{all, check, device, job, made, plan, program, put_film, to_the_end};

#[test]
fn what_is_done_is_not_done_again() {
    let (server, store) = start();
    put_film(&store, &["--qp=20"]);
    let both = job("film.mp4", "out/a.mp4", &[]);
    let plan = plan(&store, &both);
    all(&store, &plan);
    let before = files(&server);
    plan.write(&store).unwrap();
    let again = segmented::concat(&store, &plan).unwrap();
    assert!(matches!(again, Concat::Done(_)), "{again:?}");
    assert_eq!(files(&server), before, "the plan is removed again");
    assert!(
        Record::find(&store, &both.0.target(), &plan.id)
            .unwrap()
            .is_some()
    );
    put(&store, "out/a.mp4", b"something else");
    assert!(
        Record::find(&store, &both.0.target(), &plan.id)
            .unwrap()
            .is_none()
    );
}

#[test]
fn what_does_not_fit_is_refused() {
    let (_server, store) = start();
    put_film(&store, &["--qp=20"]);
    let both = job("film.mp4", "out/a.mp4", &[]);
    let plan = plan(&store, &both);
    let device = device();
    let refused = |plan: &Plan| segmented::concat(&store, plan).unwrap_err().to_string();
    for number in 0..5 {
        segmented::segment(&store, &plan, number, &device).unwrap();
    }
    assert!(refused(&plan).contains("segment 5 is missing"));
    segmented::segment(&store, &plan, 5, &device).unwrap();
    let again = segmented::segment(&store, &plan, 5, &device).unwrap();
    assert!(matches!(again, Segment::Done(_)), "{again:?}");

    let work = format!("out/a.mp4.work/{}", plan.work);
    put(&store, &format!("{work}/00003.mp4"), b"something else");
    assert!(refused(&plan).contains("segment 3 is missing or was replaced"));
    made(segmented::segment(&store, &plan, 3, &device).unwrap());

    let mut shorter = plan.clone();
    shorter.parts[2].frames = Some(11);
    assert!(refused(&shorter).contains("segment 2 has 10 pictures, the input 11"));
    shorter.parts[2] = plan.parts[1];
    assert!(refused(&shorter).contains("segment 2 begins at the time"));
    assert!(
        store.version(&both.0.target()).unwrap().is_none(),
        "nothing was made"
    );
    segmented::concat(&store, &plan).unwrap();
}

#[test]
fn an_input_that_was_replaced_is_noticed() {
    let (_server, store) = start();
    put(&store, "in/a.mp4", &clip("h264-aac.mp4"));
    let both = job("a.mp4", "out/a.mp4", &[]);
    let plan = plan(&store, &both);
    let device = device();
    made(segmented::segment(&store, &plan, 0, &device).unwrap());
    put(&store, "in/a.mp4", &clip("hevc-faststart.mp4"));
    let other = Plan::make(&store, &both.0, both.1.clone(), 0.1).unwrap();
    assert_ne!(other.work, plan.work, "their segments are kept apart");
    let left = other.others(&store).unwrap();
    assert_eq!(left, [plan.place().unwrap()], "and told of");
    assert!(plan.others(&store).unwrap().is_empty());
    let refused = segmented::segment(&store, &plan, 1, &device).unwrap_err();
    assert!(refused.to_string().contains("submit it again"), "{refused}");
}

/// Sound is taken from the input at the very end.
#[test]
fn an_input_that_was_replaced_after_the_last_segment_is_noticed() {
    let (_server, store) = start();
    put(&store, "in/a.mp4", &clip("h264-aac.mp4"));
    let both = job("a.mp4", "out/a.mp4", &[]);
    let plan = plan(&store, &both);
    for number in 0..plan.parts.len() {
        segmented::segment(&store, &plan, number, &device()).unwrap();
    }
    put(&store, "in/a.mp4", &clip("hevc-faststart.mp4"));
    let refused = segmented::concat(&store, &plan).unwrap_err();
    assert!(refused.to_string().contains("submit it again"), "{refused}");
    assert!(store.version(&both.0.target()).unwrap().is_none());
}

/// What says that a segment is complete counts only for the plan, and the very segment, that it
/// was written for.
#[test]
fn markers_of_something_else() {
    let (_server, store) = start();
    put_film(&store, &["--qp=20"]);
    let both = job("film.mp4", "out/a.mp4", &[]);
    let plan = plan(&store, &both);
    let device = device();
    let segment = || segmented::segment(&store, &plan, 1, &device).unwrap();
    made(segment());
    let at = location(&format!("out/a.mp4.work/{}/00001.json", plan.work));
    let marker = store.read(&at).unwrap();
    let marker: Value = serde_json::from_slice(&marker).unwrap();
    for (member, other) in [
        ("plan", json!("0123456789abcdef")),
        ("version", json!("an older one")),
        ("bytes", json!(1)),
    ] {
        let mut changed = marker.clone();
        changed[member] = other;
        store.write(&at, changed.to_string().as_bytes()).unwrap();
        made(segment());
        let again: Value = serde_json::from_slice(&store.read(&at).unwrap()).unwrap();
        assert_eq!(again, marker, "{member}");
        assert!(matches!(segment(), Segment::Done(_)));
    }
}

/// As when a job is submitted twice.
#[test]
fn two_jobs_make_each_segment_at_once() {
    let (server, store) = start();
    put_film(&store, &["--qp=20"]);
    let both = job("film.mp4", "out/a.mp4", &[]);
    let plan = Plan::make(&store, &both.0, both.1.clone(), 0.6).unwrap();
    let place = plan.write(&store).unwrap().to_string();
    let output = both.0.target().to_string();
    for number in ["0", "1", "2"] {
        let segment = || program(&server, &["segment", "--plan", &place, "--index", number]);
        let mut two = [segment().spawn().unwrap(), segment().spawn().unwrap()];
        for child in &mut two {
            // One that finds the other's segment where its own should be is tried again.
            match child.wait().unwrap().code() {
                Some(0) => {}
                Some(75) => drop(to_the_end(segment())),
                other => panic!("{other:?}"),
            }
        }
    }
    let made = [
        "concat", "--plan", &place, "--output", &output, "--id", &plan.id,
    ];
    let concat = || program(&server, &made);
    let mut two = [concat().spawn().unwrap(), concat().spawn().unwrap()];
    for child in &mut two {
        child.wait().unwrap();
    }
    to_the_end(concat());
    check(&store, &both.0, 60);
    let all = files(&server);
    let left = all
        .iter()
        .filter(|file| file.to_string_lossy().contains(".work/"));
    assert_eq!(left.count(), 0, "{all:?}");
}

/// The second of two jobs that make the same comes when the first is at its end.
#[test]
fn what_comes_too_late_leaves_nothing() {
    let (server, store) = start();
    put_film(&store, &["--qp=20"]);
    let both = job("film.mp4", "out/a.mp4", &[]);
    let plan = plan(&store, &both);
    let (place, output) = (plan.place().unwrap(), both.0.target());
    let (place, output) = (place.to_string(), output.to_string());
    all(&store, &plan);
    let before = files(&server);
    let (_, late) = place.rsplit_once("s3://clips/").unwrap();
    put(&store, &late.replace("plan.json", "00001.mp4"), b"late");
    let made = ["--plan", &place, "--output", &output, "--id", &plan.id];
    for command in [&["segment", "--index", "1"][..], &["concat"]] {
        to_the_end(program(&server, &[command, &made].concat()));
        assert_eq!(files(&server), before, "{command:?}");
    }
    // What is no plan of this output, or another one, is left alone.
    let id = &plan.id;
    for (kept, plan) in [
        ("in/b/a.mp4", "in/b/plan.json"),
        ("out/a.mp4.work/0123/00001.mp4", "out/a.mp4.work/plan.json"),
    ] {
        put(&store, kept, b"precious");
        let plan = location(plan).to_string();
        to_the_end(program(
            &server,
            &["concat", "--plan", &plan, "--output", &output, "--id", id],
        ));
        assert_eq!(store.read(&location(kept)).unwrap(), b"precious");
    }
}

#[test]
fn force_makes_all_of_it_again() {
    let (server, store) = start();
    put_film(&store, &["--qp=20"]);
    let both = job("film.mp4", "out/a.mp4", &[]);
    let (input, output) = (both.0.input.to_string(), both.0.target().to_string());
    let submit = |more: &[&str]| {
        let usual = ["submit", "--input", &input, "--output", &output, "--print"];
        let queue = [
            "--queue",
            "q",
            "--definition",
            "d",
            "--segment-seconds",
            "0.1",
        ];
        let done = program(&server, &[&usual[..], &queue, more].concat());
        String::from_utf8({ done }.output().unwrap().stdout).unwrap()
    };
    let plan = plan(&store, &both);
    let device = device();
    made(segmented::segment(&store, &plan, 2, &device).unwrap());
    submit(&[]);
    let kept = segmented::segment(&store, &plan, 2, &device).unwrap();
    assert!(matches!(kept, Segment::Done(_)), "{kept:?}");
    submit(&["--force"]);
    made(segmented::segment(&store, &plan, 2, &device).unwrap());
    // The same when all is complete.
    submit(&["--force"]);
    all(&store, &plan);
    assert!(submit(&[]).contains("is complete"));
    assert!(submit(&["--force"]).contains("aws batch submit-job"));
    all(&store, &plan);
}

#[test]
fn a_plan_does_not_say_what_to_remove() {
    let (_server, store) = start();
    put_film(&store, &["--qp=20"]);
    let both = job("film.mp4", "out/a.mp4", &[]);
    let mut plan = plan(&store, &both);
    plan.work = "../../in".to_owned();
    let at = location("plan.json");
    store
        .write(&at, &serde_json::to_vec(&plan).unwrap())
        .unwrap();
    let refused = Plan::read(&store, &at).unwrap_err().to_string();
    assert!(refused.contains("is no plan's folder"), "{refused}");
}

/// A dry run tells what there is to do, and does nothing.
#[test]
fn dry_runs() {
    let (server, store) = start();
    put_film(&store, &["--qp=20"]);
    let both = job("film.mp4", "out/a.mp4", &["--constqp=24"]);
    let (input, output) = (both.0.input.to_string(), both.0.target().to_string());
    let plan = plan(&store, &both);
    let place = plan.place().unwrap().to_string();
    let told = |words: &[&str], status: i32| {
        let before = files(&server);
        let done = program(&server, words).arg("--dry-run").output().unwrap();
        assert_eq!(done.status.code(), Some(status), "{done:?}");
        assert_eq!(files(&server), before, "{words:?}");
        String::from_utf8([done.stdout, done.stderr].concat()).unwrap()
    };
    let segment = [
        "segment",
        "--plan",
        &place,
        "--output",
        &output,
        "--id",
        &plan.id,
        "--index=1",
    ];
    let concat = [&["concat"], &segment[1..7]].concat();
    let submit = ["submit", "--input", &input, "--output", &output];
    let options = ["--segment-seconds=0.1", "--qp=24"];
    assert!(told(&submit, 0).contains("\"parts\""));
    let said = told(&segment, 0);
    assert!(said.contains("part       1 of 6"), "{said}");
    assert!(said.contains("to encode  hevc --constqp=24"), "{said}");
    assert!(told(&concat, 65).contains("segment 0 is missing"));
    for number in 0..plan.parts.len() {
        made(segmented::segment(&store, &plan, number, &device()).unwrap());
    }
    assert!(told(&segment, 0).contains("complete   10 frames"));
    let said = told(&concat, 0);
    assert!(said.contains("parts      6, 60 frames"), "{said}");
    segmented::concat(&store, &plan).unwrap();
    put(
        &store,
        &format!("out/a.mp4.work/{}/00001.mp4", plan.work),
        b"late",
    );
    for words in [&segment[..], &concat, &[&submit[..], &options].concat()] {
        assert!(
            told(words, 0).contains("is complete: 60 frames"),
            "{words:?}"
        );
    }
    // What another plan made is no reason to do nothing.
    let other = ["concat", "--plan", &place, "--output", &output, "--id=0123"];
    assert!(told(&other, 66).contains("plan.json"));
}
