//! Each fault at each request of a job: the result is the same, or there is an error that says
//! what is wrong, and no upload is left behind.

use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::sync::atomic::Ordering;

use examples::device::{Choice, Device};
use examples::job::{Job, Settings};
use examples::mux::Format;
use examples::s3server::S3Server;
use examples::store::{Access, Store};
use object_store::aws::AmazonS3ConfigKey as Key;
use proxy::{Fault, Proxy};
use support::{clip, files, location, noise, put, start};

#[path = "support/proxy.rs"]
mod proxy;
mod support;

/// How a run went.
struct Outcome {
    failure: Option<String>,
    requests: usize,
}

/// Runs `work` through a proxy that spoils one request.
fn spoilt(
    server: &S3Server,
    number: usize,
    fault: Fault,
    work: impl Fn(&Store) -> Result<(), String>,
) -> Outcome {
    let proxy = Proxy::start(&server.endpoint(), number, fault);
    let Access::Settings(mut settings) = server.access() else {
        unreachable!()
    };
    settings.push((Key::Endpoint, format!("http://{}", proxy.address)));
    let store = Store::new(Access::Settings(settings)).unwrap();
    let failure = work(&store).err();
    Outcome {
        failure,
        requests: proxy.requests.load(Ordering::SeqCst),
    }
}

/// Has `work`, which makes `out/a`, done with each fault at each of its requests.
fn each_fault(input: &[u8], least_requests: usize, work: impl Fn(&Store) -> Result<(), String>) {
    let (server, store) = start();
    put(&store, "in/a", input);
    work(&store).unwrap();
    let after = files(&server);
    let expected = object(&server);
    let total = spoilt(&server, usize::MAX, Fault::Busy, &work).requests;
    assert!(total >= least_requests, "{total} requests");
    for fault in Fault::ALL {
        for number in 0..total {
            std::fs::remove_file(server.folder().join("clips/out/a")).unwrap();
            let outcome = spoilt(&server, number, fault, &work);
            let what = format!("{fault:?} at request {number}: {:?}", outcome.failure);
            match &outcome.failure {
                None => assert!(object(&server) == expected, "{what}"),
                Some(said) => {
                    println!("{what}");
                    assert!(said.contains("s3://clips/"), "{what}");
                    let complete = fault.is_unheard() && object(&server) == expected;
                    let path = server.folder().join("clips/out/a");
                    assert!(complete || !path.exists(), "{what}");
                }
            }
            if outcome.failure.is_some() {
                work(&store).unwrap(); // another try succeeds
                assert!(object(&server) == expected, "{what}");
            }
            if fault.is_unheard() {
                forget_unheard_upload(&server, &after);
            }
            assert_eq!(files(&server), after, "{what}");
        }
    }
}

/// An upload of whose start nobody heard cannot be aborted; it has no parts, and so costs nothing.
fn forget_unheard_upload(server: &S3Server, after: &[PathBuf]) {
    let more = files(server)
        .into_iter()
        .filter(|path| !after.contains(path));
    for path in more {
        let name = path.to_string_lossy();
        assert!(
            name.contains("upload-") && name.ends_with(".json"),
            "{name}"
        );
        std::fs::remove_file(path).unwrap();
    }
}

/// Nothing where there is none.
fn object(server: &S3Server) -> Vec<u8> {
    std::fs::read(server.folder().join("clips/out/a")).unwrap_or_default()
}

#[test]
fn a_job() {
    let device = Device::choose(Choice::Software, 0).unwrap();
    let mut settings = Settings::default();
    settings.format = Some(Format::Mp4);
    settings.frames = Some(3);
    let job = Job {
        input: location("in/a"),
        output: location("out/a"),
        settings,
    };
    each_fault(&clip("vp9-altref.webm"), 3, |store| {
        let source = job.open(store).map_err(|error| error.to_string())?;
        let done = job.run(source, store, &device);
        done.map(drop).map_err(|error| error.to_string())
    });
}

/// Several ranges to read, and an upload of several parts, the first of which goes last.
#[test]
fn an_upload_in_parts() {
    each_fault(&noise(20 << 20), 8, |store| {
        let failed = |error: std::io::Error| error.to_string();
        let mut reader = store
            .open(&location("in/a"))
            .map_err(|error| error.to_string())?;
        let created = store.create_patchable(&location("out/a"), 100);
        let mut writer = created.map_err(|error| error.to_string())?;
        let mut piece = vec![0; 1 << 20];
        loop {
            let count = reader.read(&mut piece).map_err(failed)?;
            if count == 0 {
                break;
            }
            writer.write_all(&piece[..count]).map_err(failed)?;
        }
        writer.patch(50, b"patched").map_err(failed)?;
        writer.finish().map(drop).map_err(|error| error.to_string())
    });
}
