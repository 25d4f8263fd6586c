//! What a job says of itself: text for people, and JSON lines for CloudWatch in AWS Batch.

use std::env;
use std::sync::LazyLock;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Map, Value, json};

use crate::job::Report;
use crate::stdout::tell;

/// Variables that AWS Batch sets, and what lines call them.
const BATCH: [(&str, &str); 3] = [
    ("AWS_BATCH_JOB_ID", "job_id"),
    ("AWS_BATCH_JOB_ARRAY_INDEX", "array_index"),
    ("AWS_BATCH_JOB_ATTEMPT", "attempt"),
];

/// What each line has in AWS Batch; `None` elsewhere.
static FIELDS: LazyLock<Option<Map<String, Value>>> = LazyLock::new(|| {
    env::var_os("AWS_BATCH_JOB_ID")?;
    let set = BATCH
        .iter()
        .filter_map(|(name, field)| Some(((*field).to_owned(), env::var(name).ok()?.into())));
    Some(set.collect())
});

/// Whether lines are JSON: in a job of AWS Batch.
pub fn is_json() -> bool {
    FIELDS.is_some()
}

/// Says something on standard error.
pub fn say(message: &str) {
    say_with(message, json!({}));
}

/// The same; in JSON the line has these members, too.
pub fn say_with(message: &str, more: Value) {
    match &*FIELDS {
        None => eprintln!("{message}"),
        Some(fields) => eprintln!("{}", line(fields, "info", message, more)),
    }
}

/// Says why the program ends.
pub fn error(message: &str) {
    match &*FIELDS {
        None => eprintln!("s3-batch: {message}"),
        Some(fields) => eprintln!("{}", line(fields, "error", message, json!({}))),
    }
}

/// Says how a job went: on standard output unless the stream goes there, and in AWS Batch with metrics for CloudWatch.
pub fn report(what: &str, report: &Report) {
    match &*FIELDS {
        None => tell!("{what}\n{report}"),
        Some(fields) => tell!("{}", line(fields, "info", what, metrics(report, now()))),
    }
}

fn line(fields: &Map<String, Value>, level: &str, message: &str, more: Value) -> Value {
    let mut line = fields.clone();
    line.insert("level".to_owned(), level.into());
    line.insert("message".to_owned(), message.into());
    if let Value::Object(more) = more {
        line.extend(more);
    }
    Value::Object(line)
}

/// In CloudWatch's embedded metric format, which needs no agent and no permission.
fn metrics(report: &Report, time: u64) -> Value {
    let seconds = &report.seconds;
    let names = [
        ("FramesEncoded", "Count"),
        ("FramesPerSecond", "Count/Second"),
        ("BytesIn", "Bytes"),
        ("BytesRead", "Bytes"),
        ("BytesOut", "Bytes"),
        ("Seconds", "Seconds"),
        ("SecondsReading", "Seconds"),
        ("SecondsDecoding", "Seconds"),
        ("SecondsEncoding", "Seconds"),
        ("SecondsWriting", "Seconds"),
    ];
    let names = names.map(|(name, unit)| json!({"Name": name, "Unit": unit}));
    json!({
        "_aws": {
            "Timestamp": time,
            "CloudWatchMetrics": [
                {"Namespace": "s3-batch", "Dimensions": [[]], "Metrics": names}
            ]
        },
        "FramesEncoded": report.frames,
        "FramesPerSecond": report.speed(),
        "BytesIn": report.input_bytes,
        "BytesRead": report.fetched_bytes,
        "BytesOut": report.output_bytes,
        "Seconds": seconds.total.as_secs_f64(),
        "SecondsReading": seconds.read.as_secs_f64(),
        "SecondsDecoding": seconds.decode.as_secs_f64(),
        "SecondsEncoding": seconds.encode.as_secs_f64(),
        "SecondsWriting": seconds.write.as_secs_f64(),
    })
}

/// Milliseconds since 1970.
fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_millis() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_the_job_and_what_is_said() {
        let mut fields = Map::new();
        fields.insert("job_id".to_owned(), "a:3".into());
        let line = line(&fields, "info", "half \"done\"", json!({"frames": 5}));
        let expected = json!({
            "job_id": "a:3", "level": "info", "message": "half \"done\"", "frames": 5
        });
        assert_eq!(line, expected);
    }
}
