//! Each fault at each request: of the jobs of a video in parts, and of a folder. Another try has the
//! same result as ever, and no upload is left behind.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::thread;

use examples::device::Device;
use examples::error::Error;
use examples::s3server::S3Server;
use examples::segmented::{self, Plan};
use examples::store::{Access, Location, Store};
use object_store::aws::AmazonS3ConfigKey as Key;

use crate::proxy::{Fault, Proxy};
use crate::support::{clip, files, noise, put, start};
use crate::work::{device, job, program};

/// What is done on one server, through a proxy that spoils one request at most.
type Work<'w> = &'w (dyn Fn(&S3Server, &Proxy) + Sync);

/// Has it done with each fault at each of its requests: the faults side by side, as most of the time
/// is spent on waiting for another try.
fn each_fault(inputs: &[(&str, &[u8])], least_requests: usize, work: Work<'_>) {
    thread::scope(|scope| {
        for fault in Fault::ALL {
            scope.spawn(move || each_request(inputs, least_requests, fault, work));
        }
    });
}

fn each_request(inputs: &[(&str, &[u8])], least: usize, fault: Fault, work: Work<'_>) {
    let (server, store) = start();
    inputs
        .iter()
        .for_each(|(key, bytes)| put(&store, key, bytes));
    let before = files(&server);
    let spoilt = |number| {
        let proxy = Proxy::start(&server.endpoint(), number, fault);
        work(&server, &proxy);
        proxy.requests.load(Ordering::SeqCst)
    };
    let total = spoilt(usize::MAX);
    println!("{fault:?}: {total} requests");
    assert!(total >= least, "{total} requests");
    let expected = contents(&server, fault);
    for number in 0..total {
        let made = files(&server)
            .into_iter()
            .filter(|file| !before.contains(file));
        made.for_each(|file| std::fs::remove_file(file).unwrap());
        spoilt(number);
        let found = contents(&server, fault);
        let names = |all: &BTreeMap<_, _>| all.keys().cloned().collect::<Vec<PathBuf>>();
        let what = format!("{fault:?} at request {number}");
        assert_eq!(names(&found), names(&expected), "{what}");
        assert!(found == expected, "{what}");
    }
}

/// What the server keeps. Of its notes only whether they are there, and nothing of an upload of whose
/// start nobody heard: it cannot be aborted, has no parts, and so costs nothing.
fn contents(server: &S3Server, fault: Fault) -> BTreeMap<PathBuf, Vec<u8>> {
    let is_note = |name: &str| name.starts_with('.') && name.ends_with(".json");
    let mut contents = BTreeMap::new();
    for path in files(server) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match is_note(&name) {
            true if fault.is_unheard() && name.contains("upload-") => {}
            true => drop(contents.insert(path, Vec::new())),
            false => drop(contents.insert(path.clone(), std::fs::read(path).unwrap())),
        }
    }
    contents
}

fn through(server: &S3Server, proxy: &Proxy) -> Store {
    let Access::Settings(mut settings) = server.access() else {
        unreachable!()
    };
    settings.push((Key::Endpoint, format!("http://{}", proxy.address)));
    Store::new(Access::Settings(settings)).unwrap()
}

/// One fault takes one try at most. What is told of it names the object.
fn tried<T>(step: impl Fn() -> Result<T, Error>) -> T {
    step().unwrap_or_else(|error| {
        assert!(error.to_string().contains("s3://clips/"), "{error}");
        step().unwrap()
    })
}

fn in_parts(store: &Store, device: &Device) {
    let both = job("a.yuv", "out/a.mp4", &["--size=160x160", "--qp=30"]);
    let plan = || -> Result<(Plan, Location), Error> {
        let plan = Plan::make(store, &both.0, both.1.clone(), 0.15)?;
        let place = plan.write(store)?;
        Ok((plan, place))
    };
    let (plan, place) = tried(plan);
    assert_eq!(plan.parts.len(), 2);
    for number in 0..2 {
        tried(|| segmented::segment(store, &plan, number, device));
    }
    let (output, id) = (both.0.target(), plan.id);
    tried(|| match Plan::read(store, &place)? {
        Some(plan) => segmented::concat(store, &plan).map(drop),
        None => segmented::done_already(store, &place, &output, &id).map(drop),
    });
}

#[test]
fn jobs_of_a_video_in_parts() {
    let pictures = noise(160 * 160 * 3 / 2).repeat(10);
    let device = device();
    each_fault(&[("in/a.yuv", &pictures)], 25, &|server, proxy| {
        in_parts(&through(server, proxy), &device);
    });
}

/// All of a folder by one job, as AWS Batch starts it, and starts it again.
#[test]
fn a_job_of_a_folder() {
    let film = clip("vp9-altref.webm");
    let inputs: [(&str, &[u8]); 2] = [("in/a.webm", &film), ("in/b/c.webm", &film)];
    each_fault(&inputs, 10, &|server, proxy| {
        let run = || {
            let places = ["--input", "s3://clips/in/", "--output", "s3://clips/out/"];
            let options = ["--frames", "2", "--format", "mp4"];
            let mut command = program(server, &[&["run"], &places[..], &options].concat());
            let endpoint = format!("http://{}", proxy.address);
            command.env("AWS_ENDPOINT_URL", endpoint).output().unwrap()
        };
        let done = run();
        if !done.status.success() {
            let said = String::from_utf8_lossy(&done.stderr);
            assert!(said.contains("s3://clips/"), "{said}");
            let again = run();
            assert!(again.status.success(), "{again:?}");
        }
    });
}
