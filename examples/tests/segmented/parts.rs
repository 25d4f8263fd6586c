//! Where videos are split.

use examples::job::Part;
use examples::segmented::Record;

use crate::support::{clip, files, noise, put, start};
use crate::work::{all, check, job, plan, put_film, sound, times, whole};

#[test]
fn mp4_by_its_index() {
    let (server, store) = start();
    put_film(&store, &["--qp=20"]);
    let before = files(&server);
    let both = job("film.mp4", "out/film.mp4", &["--qp=24"]);
    let plan = plan(&store, &both);
    let expected: Vec<_> = plan.parts.iter().map(|part| part.frames).collect();
    assert_eq!(expected, [Some(10); 6]);
    assert_eq!(all(&store, &plan), [10; 6]);
    let mut after = files(&server);
    after.retain(|file| !before.contains(file));
    let names: Vec<_> = after.iter().map(|file| file.file_name().unwrap()).collect();
    assert!(names.iter().any(|name| *name == "film.mp4"), "{names:?}");
    assert!(
        names.iter().any(|name| *name == "film.mp4.json"),
        "{names:?}"
    );
    assert!(
        !after
            .iter()
            .any(|file| file.to_string_lossy().contains(".work/")),
        "{after:?}"
    );
    let (whole, _) = whole(&store, &both.0);
    assert_eq!(times(&store, &both.0), times(&store, &whole));
    check(&store, &both.0, 60);
}

#[test]
fn webm_by_its_cues() {
    let (_server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    let both = job("a.webm", "out/a.hevc", &[]);
    let plan = plan(&store, &both);
    assert_eq!(all(&store, &plan), [12, 12, 1]);
    check(&store, &both.0, 25);
}

#[test]
fn by_several_sessions() {
    let (_server, store) = start();
    put_film(&store, &["--qp=20"]);
    let both = job("film.mp4", "out/a.mp4", &["--sessions=2", "--gop=5"]);
    let plan = plan(&store, &both);
    assert_eq!(all(&store, &plan), [10; 6]);
    check(&store, &both.0, 60);
}

/// Pictures that are shown before a key picture, and decoded after it, belong to the part before.
#[test]
fn open_groups_of_pictures() {
    let (_server, store) = start();
    for name in ["hevc.mkv", "hevc-faststart.mp4", "h264-aac.mp4"] {
        put(&store, &format!("in/{name}"), &clip(name));
        let both = job(name, &format!("out/{name}.mp4"), &[]);
        let plan = plan(&store, &both);
        assert_eq!(all(&store, &plan), [12, 12, 1], "{name}");
        check(&store, &both.0, 25);
        let packets = sound(&store, &both.0.input);
        assert_eq!(sound(&store, &both.0.target()), packets, "{name}");
        assert_eq!(packets == 0, name.starts_with("hevc"), "{name}");
    }
}

#[test]
fn raw_video_is_split_anywhere() {
    let (_server, store) = start();
    put(&store, "in/a.yuv", &noise(160 * 160 * 3 / 2 * 9));
    let both = job("a.yuv", "out/a.mp4", &["--size=160x160", "--frame-rate=20"]);
    let plan = plan(&store, &both);
    assert_eq!(all(&store, &plan), [2, 2, 2, 2, 1]);
    let times = times(&store, &both.0);
    assert_eq!(times, (0..9).collect::<Vec<_>>());
}

#[test]
fn what_has_no_index_is_one_part() {
    let (_server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-live.webm"));
    let both = job("a.webm", "out/a.mp4", &[]);
    let plan = plan(&store, &both);
    assert_eq!(plan.parts, [Part::default()]);
    assert_eq!(all(&store, &plan), [25]);
    check(&store, &both.0, 25);
}

/// Each part begins with a large picture, and rate control knows of no other part.
#[test]
fn parts_that_do_not_fit_together_are_told() {
    let (_server, store) = start();
    put_film(&store, &["--qp=20"]);
    let underflows = |words: &[&str]| {
        let both = job("film.mp4", "out/a.mp4", words);
        let plan = plan(&store, &both);
        all(&store, &plan);
        let record = Record::find(&store, &both.0.target(), &plan.id).unwrap();
        record.unwrap().underflows
    };
    assert_eq!(underflows(&["--qp=24"]), None);
    assert_eq!(underflows(&["--bitrate=50M"]), None);
    let tight = underflows(&["--bitrate=8k"]).unwrap();
    assert!(tight.pictures >= 6, "{tight:?}");
    assert!(tight.worst_missing_bits > 0, "{tight:?}");
}
