//! Handing the jobs over to AWS Batch: by itself, or as command lines for the AWS CLI.

use serde::Deserialize;
use serde_json::{Value, json};

use super::Plan;
use crate::error::{Error, Result};
use crate::list::List;
use crate::store::{Location, Store};

/// Names of jobs end here.
const LONGEST_NAME: usize = 100;

/// To whom, and under which name.
#[derive(Clone, Debug)]
#[allow(clippy::exhaustive_structs)] // it is the whole of what is submitted
pub struct Submission {
    /// The queue of the segments.
    pub queue: String,
    /// The job definition of the segments.
    pub definition: String,
    /// The queue of the last job; it needs no GPU.
    pub concat_queue: String,
    /// The job definition of the last job.
    pub concat_definition: String,
}

/// The jobs that AWS Batch was given.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Jobs {
    /// The array of segments, or the one segment.
    pub segments: String,
    /// The job that puts them together.
    pub concat: String,
}

/// Submits the jobs of a plan that is written already.
///
/// # Errors
/// AWS Batch refused, or is out of reach.
pub fn submit(store: &Store, plan: &Plan, to: &Submission) -> Result<Jobs> {
    let segments = send(store, &segments(plan, to)?)?;
    let concat = send(store, &concat(plan, to, &segments)?)?;
    Ok(Jobs { segments, concat })
}

/// The same as command lines for a shell.
///
/// # Errors
/// The plan's names are none.
pub fn print_commands(plan: &Plan, to: &Submission) -> Result<String> {
    let segments = command_line(&segments(plan, to)?);
    let concat = command_line(&concat(plan, to, "$segments")?);
    Ok(format!(
        "segments=$({segments} --query jobId --output text)\n{concat}\n"
    ))
}

/// Submits a job for each input of a list that is written already, and tells its number.
///
/// # Errors
/// AWS Batch refused, or is out of reach.
pub fn submit_list(
    store: &Store,
    at: &Location,
    list: &List,
    options: &[String],
    to: &Submission,
) -> Result<String> {
    send(store, &each(at, list, options, to))
}

/// The same as a command line for a shell.
pub fn print_list_command(
    at: &Location,
    list: &List,
    options: &[String],
    to: &Submission,
) -> String {
    command_line(&each(at, list, options, to)) + "\n"
}

fn each(at: &Location, list: &List, options: &[String], to: &Submission) -> Value {
    let place = at.to_string();
    let command = ["run", "--list", &place].map(str::to_owned);
    let command: Vec<_> = command.iter().chain(options).collect();
    let mut job = job("s3-batch-list", &to.queue, &to.definition, json!(command));
    if list.names.len() > 1 {
        job["arrayProperties"] = json!({"size": list.names.len()});
    }
    job
}

fn segments(plan: &Plan, to: &Submission) -> Result<Value> {
    let place = plan.place()?;
    let mut job = job(
        &name(plan, "segments")?,
        &to.queue,
        &to.definition,
        json!(["segment", "--plan", place.to_string()]),
    );
    // An array of one is refused.
    if plan.parts.len() > 1 {
        job["arrayProperties"] = json!({"size": plan.parts.len()});
    }
    Ok(job)
}

fn concat(plan: &Plan, to: &Submission, segments: &str) -> Result<Value> {
    let place = plan.place()?;
    let command = json!([
        "concat",
        "--plan",
        place.to_string(),
        "--output",
        plan.output
    ]);
    let mut job = job(
        &name(plan, "concat")?,
        &to.concat_queue,
        &to.concat_definition,
        command,
    );
    job["dependsOn"] = json!([{"jobId": segments}]);
    Ok(job)
}

fn job(name: &str, queue: &str, definition: &str, command: Value) -> Value {
    json!({
        "jobName": name,
        "jobQueue": queue,
        "jobDefinition": definition,
        "containerOverrides": {"command": command},
    })
}

/// Batch takes letters, digits, - and _.
fn name(plan: &Plan, what: &str) -> Result<String> {
    let output: Location = plan.output.parse()?;
    let usual = |c: char| match c.is_ascii_alphanumeric() || c == '_' {
        true => c,
        false => '-',
    };
    let name: String = output
        .name()
        .chars()
        .map(usual)
        .take(LONGEST_NAME)
        .collect();
    let name = name.trim_start_matches(['-', '_']);
    let (name, id) = (if name.is_empty() { "job" } else { name }, &plan.id);
    Ok(format!("{name}-{what}-{}", id.get(..8).unwrap_or(id)))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Submitted {
    job_id: String,
}

fn send(store: &Store, job: &Value) -> Result<String> {
    let answer = store.call("batch", "/v1/submitjob", job.to_string())?;
    let submitted: Submitted = serde_json::from_slice(&answer)
        .map_err(|error| Error::WrongResult(format!("what AWS Batch answered: {error}")))?;
    Ok(submitted.job_id)
}

fn command_line(job: &Value) -> String {
    let mut line = "aws batch submit-job".to_owned();
    let options = [
        ("jobName", "--job-name"),
        ("jobQueue", "--job-queue"),
        ("jobDefinition", "--job-definition"),
        ("arrayProperties", "--array-properties"),
        ("containerOverrides", "--container-overrides"),
    ];
    for (member, option) in options {
        match &job[member] {
            Value::Null => {}
            Value::String(text) => line += &format!(" {option} {}", quoted(text)),
            value => line += &format!(" {option} {}", quoted(&value.to_string())),
        }
    }
    // A variable of the shell, which quotes would hide.
    if let Some(id) = job["dependsOn"][0]["jobId"].as_str() {
        line += &format!(" --depends-on jobId=\"{id}\"");
    }
    line
}

/// For a shell, as it is.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,".contains(c);
    match !text.is_empty() && text.chars().all(plain) {
        true => text.to_owned(),
        false => format!("'{}'", text.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use crate::job::Part;

    use super::*;

    fn plan(parts: usize) -> Plan {
        Plan {
            id: "0123456789abcdef".to_owned(),
            work: "abcdef0123456789".to_owned(),
            input: "s3://in/a.mp4".to_owned(),
            input_version: String::new(),
            input_bytes: 0,
            output: "s3://out/it's a film.mp4".to_owned(),
            codec: "hevc".to_owned(),
            options: Vec::new(),
            time_base: [1, 1],
            frame_rate: [1, 1],
            parts: vec![Part::default(); parts],
        }
    }

    fn to() -> Submission {
        Submission {
            queue: "gpus".to_owned(),
            definition: "s3-batch".to_owned(),
            concat_queue: "cpus".to_owned(),
            concat_definition: "s3-batch-concat:3".to_owned(),
        }
    }

    #[test]
    fn one_part_is_no_array() {
        assert_eq!(
            segments(&plan(1), &to()).unwrap()["arrayProperties"],
            Value::Null
        );
        let array = segments(&plan(2), &to()).unwrap();
        assert_eq!(array["arrayProperties"]["size"], 2);
        assert_eq!(array["jobName"], "it-s-a-film-mp4-segments-01234567");
    }

    /// A shell must make of the lines what was meant.
    #[test]
    fn command_lines_are_safe_in_a_shell() {
        let lines = print_commands(&plan(3), &to()).unwrap();
        let script = format!("aws() {{ for word; do echo \"<$word>\"; done; }}\n{lines}");
        let mut shell = std::process::Command::new("sh");
        let said = shell.args(["-c", &script]).output().unwrap();
        assert!(said.status.success() && said.stderr.is_empty(), "{said:?}");
        let said = String::from_utf8(said.stdout).unwrap();
        assert!(said.contains("<s3-batch-concat:3>"), "{said}");
        assert!(
            said.contains(r#""--output","s3://out/it's a film.mp4"]}>"#),
            "{said}"
        );
        assert!(said.contains("<jobId=<batch>\n"), "{said}");
    }
}
