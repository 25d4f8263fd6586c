//! Reading and writing objects, on the S3 server in this process.

use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::PathBuf;

use examples::store::{Access, Error, Location, Store};
use object_store::aws::AmazonS3ConfigKey as Key;
use support::{files, location, noise, put, start};

mod support;

const MIB: usize = 1 << 20;

#[test]
fn small_and_large_objects_come_back() {
    let (_server, store) = start();
    for size in [0, 1, 8 * MIB, 8 * MIB + 1, 61 * MIB + 7] {
        let written = noise(size);
        put(&store, "in/a.bin", &written);
        let mut reader = store.open(&location("in/a.bin")).unwrap();
        assert_eq!(reader.size(), size as u64);
        let mut read = Vec::new();
        reader.read_to_end(&mut read).unwrap();
        assert!(read == written, "{size} bytes");
    }
}

#[test]
fn reading_anywhere() {
    let (_server, store) = start();
    let written = noise(40 * MIB + 5);
    put(&store, "a", &written);
    let mut reader = store.open(&location("a")).unwrap();
    let mut at = 0;
    for step in [0, 39 * MIB, 8 * MIB, 3, 16 * MIB - 2, 24 * MIB, 40 * MIB, 1] {
        reader.seek(SeekFrom::Start(step as u64)).unwrap();
        let count = 100.min(written.len() - step);
        let mut read = vec![0; count];
        reader.read_exact(&mut read).unwrap();
        assert!(read == written[step..step + count], "at {step}");
        at = step + count;
    }
    assert_eq!(reader.seek(SeekFrom::Current(-1)).unwrap(), at as u64 - 1);
    assert!(reader.seek(SeekFrom::Current(-1 << 40)).is_err());
    reader.seek(SeekFrom::End(0)).unwrap();
    assert_eq!(reader.read(&mut [0; 9]).unwrap(), 0);
}

#[test]
fn an_object_that_is_replaced_is_not_mixed() {
    let (_server, store) = start();
    put(&store, "a", &noise(20 * MIB));
    let mut reader = store.open(&location("a")).unwrap();
    reader.read_exact(&mut vec![0; MIB]).unwrap();
    put(&store, "a", &vec![7; 20 * MIB]);
    let error = reader.read_to_end(&mut Vec::new()).unwrap_err();
    let error = error.downcast::<Error>().unwrap();
    assert!(matches!(error, Error::Changed { .. }), "{error}");
}

#[test]
fn dropping_an_upload_leaves_nothing() {
    let (server, store) = start();
    let mut writer = store.create(&location("out/a.hevc")).unwrap();
    writer.write_all(&noise(30 * MIB)).unwrap();
    assert!(!files(&server).is_empty(), "parts are on their way");
    drop(writer);
    assert_eq!(files(&server), Vec::<PathBuf>::new());
}

#[test]
fn the_old_object_survives_a_dropped_upload() {
    let (_server, store) = start();
    put(&store, "a", b"old");
    let mut writer = store.create(&location("a")).unwrap();
    writer.write_all(&noise(10 * MIB)).unwrap();
    drop(writer);
    let mut read = String::new();
    let mut reader = store.open(&location("a")).unwrap();
    reader.read_to_string(&mut read).unwrap();
    assert_eq!(read, "old");
}

#[test]
fn missing_objects_and_buckets() {
    let (_server, store) = start();
    let error = store.open(&location("no/such")).unwrap_err();
    assert!(matches!(error, Error::Missing { .. }), "{error}");
    assert!(
        error
            .to_string()
            .starts_with("s3://clips/no/such does not exist"),
        "{error}"
    );
    let bucket: Location = "s3://other/a".parse().unwrap();
    let error = store.open(&bucket).unwrap_err();
    assert!(matches!(error, Error::Missing { .. }), "{error}");
}

#[test]
fn wrong_credentials() {
    let (server, store) = start();
    put(&store, "a", b"abc");
    let Access::Settings(mut settings) = server.access() else {
        unreachable!()
    };
    settings.push((Key::SecretAccessKey, "wrong".to_owned()));
    let store = Store::new(Access::Settings(settings)).unwrap();
    let refused = store.open(&location("a")).unwrap_err();
    assert!(matches!(refused, Error::Denied { .. }), "{refused:?}");
    assert!(
        refused.to_string().contains("AWS_ACCESS_KEY_ID"),
        "{refused}"
    );
    let mut writer = store.create(&location("b")).unwrap();
    let refused = writer.write_all(&noise(9 * MIB)).unwrap_err();
    let refused = refused.downcast::<Error>().unwrap();
    assert!(matches!(refused, Error::Denied { .. }), "{refused:?}");
    drop(writer);
    assert!(!files(&server).iter().any(|path| path.ends_with("b")));
}

#[test]
fn a_bucket_is_no_object() {
    let (_server, store) = start();
    for name in ["", "folder/"] {
        let refused = store.open(&location(name)).unwrap_err();
        assert!(matches!(refused, Error::Location { .. }), "{refused}");
    }
}
