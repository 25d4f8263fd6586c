//! What may lie in a folder in S3 besides videos with good names.

use std::io::Write as _;
use std::net::{SocketAddr, TcpListener, TcpStream};

use examples::s3server::S3Server;

use crate::program::Program;
use crate::proxy::{ask, request};
use crate::support::{clip, location, put, s3_batch, start};

/// As S3 has them after "Create folder" in its console, and where keys were put together carelessly.
const PAGES: [&str; 2] = [
    "<Contents><Key>in/</Key><Size>0</Size></Contents>\
     <Contents><Key>in/..x//y.webm</Key><Size>9</Size></Contents>\
     <IsTruncated>true</IsTruncated><NextContinuationToken>a&amp;b=</NextContinuationToken>",
    "<Contents><Key>in/sub/</Key><Size>0</Size></Contents>\
     <Contents><Key>in/sub/a&amp;b.mp4</Key><Size>9</Size></Contents>",
];

/// In front of a server that keeps no such keys: it answers lists by itself.
fn front(server: &S3Server) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = server.endpoint().replace("http://", "");
    std::thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let server = server.clone();
            std::thread::spawn(move || drop(serve(client, &server))); // the client may be gone
        }
    });
    address
}

fn serve(mut client: TcpStream, server: &str) -> std::io::Result<()> {
    let Some(asked) = request(&client) else {
        return Ok(());
    };
    let text = String::from_utf8_lossy(&asked);
    let line = text.lines().next().unwrap_or_default();
    if !line.contains("list-type=2") {
        return client.write_all(&ask(server, &asked)?);
    }
    let page = PAGES[usize::from(line.contains("continuation-token=a%26b%3D"))];
    let body = format!("<ListBucketResult>{page}</ListBucketResult>");
    let length = body.len();
    write!(
        client,
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
    )
}

/// Folders that are objects are no videos, and a key that cannot be reached is one failure.
#[test]
fn folders_as_objects_and_odd_keys() {
    let (server, store) = start();
    put(&store, "in/sub/a&b.mp4", &clip("hevc-faststart.mp4"));
    let endpoint = format!("http://{}", front(&server));
    let program = Program::new(&server).env("AWS_ENDPOINT_URL", &endpoint);
    let done = program
        .input("in/")
        .args(&["--copy", "--format", "mp4"])
        .output();
    let said = String::from_utf8(done.stderr).unwrap();
    assert!(said.contains("1 of 2 inputs done, 1 failed"), "{said}");
    assert!(said.contains("\"s3://clips/in/..x//y.webm\""), "{said}");
    assert!(said.contains("copy the object to another key"), "{said}");
    assert_eq!(done.status.code(), Some(64), "{said}");
    let made = server.folder().join("clips/out/sub/a&b.mp4");
    assert!(made.is_file(), "{said}");
}

/// Submitted, too: the list has it, and its job notes the failure for the report.
#[test]
fn an_odd_key_in_a_list() {
    let (server, store) = start();
    let endpoint = format!("http://{}", front(&server));
    let mut submit = s3_batch(&server);
    submit.env("AWS_ENDPOINT_URL", &endpoint);
    submit.args(["submit", "--dry-run", "--input", "s3://clips/in/"]);
    let listed = submit
        .args(["--output", "s3://clips/out/"])
        .output()
        .unwrap();
    let said = String::from_utf8(listed.stdout).unwrap();
    assert_eq!(said, "..x//y.webm\nsub/a&b.mp4\n");
    let list = r#"{"id": "1", "input": "s3://clips/in/", "output": "s3://clips/out/",
        "names": ["..x//y.webm", "sub/a&b.mp4"]}"#;
    put(&store, "list.json", list.as_bytes());
    let args = ["--list", "s3://clips/list.json", "--index", "0"];
    let done = Program::new(&server).args(&args).output();
    assert!(done.status.success(), "{done:?}");
    let noted = store.read(&location("out/list.work/1/00000.json")).unwrap();
    let noted: serde_json::Value = serde_json::from_slice(&noted).unwrap();
    assert_eq!(noted["status"], "usage");
    assert_eq!(noted["input"], "s3://clips/in/..x//y.webm");
}

/// Another try does not help.
#[test]
fn a_bucket_that_is_not_there() {
    let (server, _store) = start();
    let program = Program::new(&server).args(&["--input", "s3://nobucket/in/"]);
    let done = program.output();
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(66), "{said}");
    assert!(
        said.contains("the bucket of s3://nobucket/in/ does not exist (NoSuchBucket)"),
        "{said}"
    );
}

/// As the same credentials are told that open an object.
#[test]
fn a_folder_that_must_not_be_listed() {
    let (server, _store) = start();
    let program = Program::new(&server).input("in/");
    let done = program.env("AWS_SECRET_ACCESS_KEY", "wrong").output();
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(66), "{said}");
    assert!(
        said.contains("access to s3://clips/in/ was refused"),
        "{said}"
    );
}

/// Each failure names its video, and once: the demuxer does so, the encoder knows no names.
#[test]
fn failures_name_their_videos() {
    let (server, store) = start();
    let small = [&b"YUV4MPEG2 W16 H16 F25:1 C420\nFRAME\n"[..], &[128; 384]].concat();
    put(&store, "in/a.y4m", &small);
    put(&store, "in/b.webm", b"no video");
    let done = Program::new(&server).input("in/").output();
    let said = String::from_utf8(done.stderr).unwrap();
    assert!(said.contains("s3://clips/in/a.y4m: encoding: "), "{said}");
    for name in ["s3://clips/in/a.y4m", "s3://clips/in/b.webm"] {
        assert_eq!(said.matches(name).count(), 1, "{said}");
    }
}
