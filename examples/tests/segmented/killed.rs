//! Jobs that are asked to end, and jobs that are killed.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;
use std::process::Command;
use std::sync::atomic::Ordering;
use std::thread::sleep;
use std::time::Duration;

use examples::list::List;
use examples::segmented::{self, Plan};

use crate::proxy::{Fault, Proxy};
use crate::support::{files, location, noise, put, start};
use crate::work::{device, job, kill_after, made, program, put_film, to_the_end};

/// As AWS Batch asks before it takes a machine: 75 has the job tried again.
#[test]
fn a_signal_ends_each_command_in_good_order() {
    let (server, store) = start();
    put_film(&store, &["--qp=20"]);
    let both = job("film.mp4", "out/a.mp4", &[]);
    let plan = Plan::make(&store, &both.0, both.1.clone(), 0.6).unwrap();
    let place = plan.write(&store).unwrap().to_string();
    for number in 0..plan.parts.len() {
        made(segmented::segment(&store, &plan, number, &device()).unwrap());
    }
    store.remove(&location("in/film.yuv")).unwrap();
    let other = job("film.mp4", "out/b.mp4", &[]);
    let other = Plan::make(&store, &other.0, other.1, 0.6).unwrap();
    let other = other.write(&store).unwrap().to_string();
    let (film, target) = (both.0.input.to_string(), location("out/c.mp4").to_string());
    let places = ["--input", &film, "--output", &target];
    let folders = (location("in/"), location("out/"));
    let list = List::make(&store, &folders.0, &folders.1, &both.0.settings).unwrap();
    let list = (list.write(&store).unwrap(), list.report().unwrap());
    let (list, report) = (list.0.to_string(), list.1.to_string());
    let before = files(&server);
    let run = [&["run"][..], &places].concat();
    let queue = ["--queue", "q", "--definition", "d", "--print"];
    let submit = [&["submit"][..], &places, &queue].concat();
    for (command, slow) in [
        (&["concat", "--plan", &place][..], 4),
        (&["segment", "--plan", &other], 3),
        (&run, 2),
        (&submit, 1),
        (&["report", "--list", &list, "--report", &report], 2),
    ] {
        let proxy = Proxy::start(&server.endpoint(), slow, Fault::Slow);
        let address = format!("http://{}", proxy.address);
        let mut program = program(&server, command);
        let child = program.env("AWS_ENDPOINT_URL", address).spawn().unwrap();
        while proxy.requests.load(Ordering::SeqCst) <= slow {
            sleep(Duration::from_millis(5));
        }
        let kill = format!("kill -TERM {}", child.id());
        Command::new("sh").args(["-c", &kill]).status().unwrap();
        let done = child.wait_with_output().unwrap();
        assert_eq!(done.status.code(), Some(75), "{command:?}: {done:?}");
        assert_eq!(files(&server), before, "{command:?}");
    }
}

/// A job is killed at 20 moments, spread over all its steps at random: the output is the same
/// each time, to the byte, and nothing else stays.
#[test]
fn killed_at_any_moment() {
    let (server, store) = start();
    put_film(&store, &["--qp=20"]);
    let both = job("film.mp4", "out/a.mp4", &[]);
    let output = both.0.target().to_string();
    let plan = || {
        let plan = Plan::make(&store, &both.0, both.1.clone(), 0.6).unwrap();
        plan.write(&store).unwrap();
        plan
    };
    let first = plan();
    assert_eq!(first.parts.len(), 3);
    let place = first.place().unwrap().to_string();
    let numbers: Vec<String> = (0..first.parts.len())
        .map(|number| number.to_string())
        .collect();
    let segment =
        |number: &str| program(&server, &["segment", "--plan", &place, "--index", number]);
    let made = [
        "concat", "--plan", &place, "--output", &output, "--id", &first.id,
    ];
    let concat = || program(&server, &made);
    let mut usual: Vec<Duration> = numbers.iter().map(|it| to_the_end(segment(it))).collect();
    usual.push(to_the_end(concat()));
    let expected = (store.read(&both.0.target()).unwrap(), files(&server));

    let (random, mut killed) = (RandomState::new(), 0);
    for round in 0..20_usize {
        let target = both.0.target();
        store.remove(&target).unwrap();
        store.remove(&target.with_suffix(".json")).unwrap();
        plan();
        let step = round % usual.len();
        let share = (random.hash_one(round) % 1000) as f64 / 1000.0;
        let moment = usual[step].mul_f64(share);
        for number in &numbers[..step.min(numbers.len())] {
            to_the_end(segment(number));
        }
        let job = numbers
            .get(step)
            .map_or_else(concat, |number| segment(number));
        killed += u32::from(kill_after(job, moment));
        if step < numbers.len() {
            numbers.iter().for_each(|number| {
                to_the_end(segment(number));
            });
        }
        to_the_end(concat());
        let what = format!("step {step} killed after {moment:?}");
        assert!(store.read(&target).unwrap() == expected.0, "{what}");
        assert_eq!(files(&server), expected.1, "{what}");
    }
    assert!(killed >= 5, "only {killed} were killed before their end");
}

/// What is joined goes to S3 in parts. While they are on their way a job is killed: the output is
/// the same as ever, and the parts that it leaves behind are no object.
#[test]
fn killed_while_parts_are_on_their_way() {
    let (server, store) = start();
    put(&store, "in/film.yuv", &noise(200 * 320 * 192 * 3 / 2));
    let words = ["--size=320x192", "--qp=1"];
    let ready = |output| {
        let both = job("film.yuv", output, &words);
        let plan = Plan::make(&store, &both.0, both.1, 3.0).unwrap();
        let place = plan.write(&store).unwrap().to_string();
        for number in 0..plan.parts.len() {
            made(segmented::segment(&store, &plan, number, &device()).unwrap());
        }
        (both.0.target(), place)
    };
    let [(usual, first), (killed, second)] = ["out/a.mp4", "out/b.mp4"].map(ready);
    to_the_end(program(&server, &["concat", "--plan", &first]));
    for parts in 1..3 {
        let before = files(&server);
        let concat = program(&server, &["concat", "--plan", &second]).spawn();
        let mut child = concat.unwrap();
        let uploads = || files(&server).into_iter().filter(|it| !before.contains(it));
        while uploads().count() <= parts {
            assert!(
                child.try_wait().unwrap().is_none(),
                "{parts} parts never came"
            );
            sleep(Duration::from_millis(1));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        store.read(&killed).unwrap_err();
        assert!(uploads().count() > 0, "it left nothing");
    }
    to_the_end(program(&server, &["concat", "--plan", &second]));
    assert!(store.read(&killed).unwrap() == store.read(&usual).unwrap());
}
